## To groups

business-replied =
    💬 #{ $code }：企业已回答问题，恢复计时。

    { $text }
business-added =
    ➕ #{ $code }：企业补充

    { $text }
business-edited =
    ✏️ #{ $code }：企业修改了已提交的内容，现为：

    { $text }
seen-on-return = 🕶 #{ $code }：提交人匿名；这段话已保存，提交人凭代码回来时会看到。
group-unmasked =
    🔓 #{ $code }：企业身份已公开给贵单位。理由：{ $reason }
    🏢 { $who }
    👤 { $author }

    { $text }
reason-own = 企业自行公开
business-unreached = ⚠️ #{ $code }：消息无法送达企业（已屏蔽或注销账号）。事项仍未办结；请用其他方式联系，并用 /note #{ $code } 内容 记录。
group-confirmed = 🏁 #{ $code }：{ $outcome }。事项办结。
group-rated =
    ⭐ #{ $code }：企业打了 { $stars }/5 星，意见：

    { $comment }
group-reopened =
    ‼️ #{ $code }：企业表示未解决。事项已重新打开并报上一级；新期限见卡片。

    { $text }
group-withdrawn = #{ $code }：企业已撤回事项，无需继续办理。
moved-away = ↪️ #{ $code } 已转给{ $department }。原因：{ $reason }
moved-here = ↪️ #{ $code } 已转到这里；期限不重新计算，请接办（/accept）。原因：{ $reason }
proposed-transfer = 🙋 { $department }建议再转到{ $what }；该事项已转办过，由工作组决定，请点击下方按钮。原因：{ $reason }
proposed-extend = 🙋 { $department }建议延期 { $what }；该事项已延期或重新打开过，由工作组决定，请点击下方按钮。原因：{ $reason }
proposal-with-task-group = 🙋 #{ $code }：此建议由工作组决定，已经送达。在此之前请继续办理，期限不变。
proposal-refused = #{ $code }：工作组不同意该建议（{ $what }）。期限不变：{ $deadline }。
invited =
    🤝 #{ $code }：{ $lead }主办，请{ $department }在 { $due } 前提出意见。

    { $text }

    请回复卡片提出意见；由{ $lead }接收并答复企业。
contributed =
    🤝 #{ $code }：{ $department }的意见。

    { $text }
no-reason = 未写明
morning-head = ⏰ 今天需要注意的事项：{ $count }
morning-later =
    { $reader ->
        [leadership] 逾期三个工作日以上，请领导关注：
       *[other] 逾期三个工作日以上，已报省领导：
    }
morning-late =
    { $reader ->
        [task-group] 已逾期，请工作组督促：
        [leadership] 已逾期，工作组正在督促：
       *[other] 已逾期，已报工作组：
    }
morning-due = 今天到期，请在今天答复：
morning-most = 即将到期（已过80%的期限）：
morning-half = 期限已过半，企业尚未收到任何回音；请先给企业一句话（/send）：
morning-accept = 尚无人接办；请接办（/accept）或转办：
morning-part = 今天是向主办部门提出意见的期限（/contribute）：
morning-part-late = 向主办部门提出意见已逾期：
morning-reply-over = 企业没有回复问题；恢复计时，请根据现有材料办理：
morning-confirm-over = 企业没有表示意见；事项办结，记为“未确认”：
morning-line =
    • #{ $code }{ $own ->
        [yes] { "" }
       *[no] { " " }· { $department }
    } · 期限 { $deadline }{ $late ->
        [yes] （迟报，应为 { $since }）
       *[no] { "" }
    }
morning-more = ……另有 { $count } 个事项。逾期列表：/overdue
invited-instead = 该部门尚无群聊，请工作组询问后代为提出意见：/gopy #{ $code } 内容
appeal =
    ‼️ #{ $code }：企业表示未解决（{ $department }）。请工作组重新审查。

    { $text }
appeal-again = ‼️ #{ $code }：企业再次表示未解决。部门：{ $department }。工作组正在审查，请领导指示。
bound = ✅ 从现在起，本聊天用于：{ $who }。事项和通知将发到这里。
bound-elsewhere = { $by } 刚把一个群绑定到{ $who }。如有误，请立即告知管理员。
group-hello = 大家好。要让本群接收事项，请向管理员索取绑定码，并在这里输入：/bind 绑定码（24小时内有效，只能用一次）。
group-migrated = ℹ️ 群“{ $title }”（{ $who }）已升级，连接保持不变，无需操作。
group-removed-bot = ⚠️ 机器人被移出群“{ $title }”（{ $who }）。事项无法送达该群，请重新添加。
group-changed-rights = ⚠️ 机器人在群“{ $title }”（{ $who }）中的权限被减少。请确认它仍可发消息；如群内使用话题，还需有管理话题的权限。
group-unreachable = ⚠️ 无法向群“{ $title }”（{ $who }）发送消息。请检查机器人是否仍在群内并可发消息。
group-topic-lost = ⚠️ { $who }的一个话题已被删除或关闭；该事项的下一条消息会另开新话题。
topics-on = 从现在起，本群每个新事项单独使用一个话题。关闭：/topics off
topics-off = 从现在起，事项统一发到本群。开启：/topics on
topics-refused = ⚠️ 无法开设话题：本群未启用话题，或机器人没有管理话题的权限。事项统一发到本群；处理后请输入 /topics on
update-failed = ⚠️ 故障 { $number } 号：一条消息未能处理（{ $error }）。消息已保留，请看“govuong failed”。
business-asleep =
    📞 #{ $code }：企业已超过7天未在此渠道发言，消息未能送达。
    请电话联系或采用其他方式，并用 /noibo #{ $code } 记录。企业再次发言后，消息会自动发送。
business-unreached-hidden = 📞 #{ $code }：消息尚未送达企业。事项仍未办结；已请工作组联系。恢复联系后，消息会自动发送。
