## Directives, and what leaders read and do

directive-by-leadership = 省领导
directive-by-task-group = 工作组
directive-draft = 📝 { $by }（{ $name }）的意见，尚未交办：
directive-head = 📣 交办事项 #{ $code } · { $by } · { $state }
directive-is-draft = 未交办
directive-is-given = 办理中
directive-is-late = 逾期
directive-is-reported = 已报告，待审核
directive-is-done = 已完成
directive-is-cancelled = 不再办理
directive-about = ↳ { $what }
directive-on-case = 关于事项 #{ $about }
directive-on-issue = 关于共性问题 #{ $about }
directive-on-project = 关于项目 #{ $about }
directive-on-other = { $about }
directive-text =
    { "" }
    { $text }
    { "" }
directive-no-text = （尚无内容：请回复本消息说明要办的事）
directive-hand-over = 由工作组直接督办此事项并报告结果。
directive-who = 🏛 承办：{ $who }
directive-due = ⏰ 期限：{ $at }
directive-answer =
    ✅ 报告：
    { $text }
directive-told-returned = ↩️ #{ $code }：{ $by }认为尚未完成，请继续办理：{ $text }
directive-told-word = 💬 #{ $code }：{ $by }：{ $text }
directive-told-accepted = ✅ #{ $code }：已完成（{ $who }）。
directive-told-cancelled = #{ $code }：{ $by }表示不再需要办理：{ $text }
directive-dropped = 📝 { $name } 已放弃此意见，未交办。
directive-held = #{ $code }：这是什么内容？尚未发送。
directive-held-report = ✅ #{ $code }：{ $name } 已报告结果，待审核。
directive-held-word = 💬 #{ $code }：{ $name } 已发送此留言。
directive-held-return = ↩️ #{ $code }：{ $name } 已退回继续办理。
directive-held-cancel = #{ $code }：{ $name } 已取消此交办事项，已通知承办部门。
directive-want-report = ✍️ 请回复本消息，说明办理结果。
directive-want-return = ✍️ 请回复本消息：还缺什么，何时之前。
directives-none = 目前没有办理中的交办事项。交办（工作组、领导）：/chidao #编号 部门，要办的事，何时之前。
directives-head =
    { $count ->
       *[other] 📣 办理中的交办事项 { $count } 项{ $late ->
            [0] { "" }
           *[other] ，逾期 { $late } 项
        }
    }
directives-line = • #{ $code } · { $who } · 期限 { $at } · { $state }：{ $text }
directives-more =
    { $count ->
       *[other] … 另有 { $count } 项
    }
button-directive-report = ✅ 报告已完成
button-directive-accept = ✅ 完成
button-directive-return = ↩️ 尚未完成
button-directive-give = ✅ 交办
button-directive-who = 🏛 其他部门…
button-directive-days = ⏰ 其他期限…
button-directive-drop = 放弃，不交办
button-directive-term =
    { $count ->
       *[other] { $count } 个工作日
    }
button-held-report = ✅ 已完成，这是结果
button-held-word = 💬 留言
button-held-return = ↩️ 未完成，继续办理
button-held-cancel = 不再需要办理
toast-directive-given = 已交办，承办部门已收到。
toast-directive-accepted = #{ $code }：已记为完成并通知部门。
toast-directive-reply = 请回复此交办消息；尚未发送任何内容。
toast-urged = #{ $code }：已提醒{ $who }，工作组也已知悉。
toast-handed = 已交工作组（#{ $code }），期限3个工作日。
refused-direct-task-group = 只有领导和工作组可以交办。查看本部门的交办事项：/chidao
refused-directive-who = 请用按钮选择承办部门。
refused-directive-what = 请回复本消息说明要办的事，然后再交办。
refused-directive-term = 请用按钮选择期限，或回复本消息，例如：12月15日前。
refused-directive-state = 交办事项 #{ $code } 的状态是“{ $state }”，不能这样操作。
refused-directive-given = 已经交办：#{ $code }。
refused-no-directive = 本群没有交办事项 #{ $code }。查看列表：/chidao
refused-no-such-case = 没有这个事项。请核对编号后重新输入，例如 /chitiet #编号
refused-leadership-only = 此按钮仅供领导群使用。
refused-urged = 今天已就事项 #{ $code } 提醒过。
refused-handed = 事项 #{ $code } 已交工作组。查看：/chidao
leader-passed-on = ✅ 此意见已转给工作组。如要直接交办，请选择：
leader-how = 此意见尚未转交。如需转给工作组，请在报告或提醒下点击“回复”后填写，或输入 /direct 加内容。其他命令：/help
leader-replied-to = 👆 领导回复的消息：“{ $text }”
escalated-line = • #{ $code } · { $topic }：{ $text } — 逾期 { $days } 个工作日，自 { $since } 起由{ $department }办理
button-leader-urge = 🔔 提醒{ $which }
button-leader-hand = 🏛 工作组{ $which }
group-urged =
    🔔 #{ $code }：{ $by }要求立即答复企业{ $days ->
        [0] 。
       *[other] ；已逾期 { $days } 个工作日。
    }
morning-directive-late = 📣 逾期的交办事项，请立即报告：
morning-directive-eve = 📣 下一个工作日到期的交办事项：
morning-directive-half = 📣 时间已过半的交办事项：
morning-directive = • #{ $code } · { $who } · 期限 { $at }：{ $text }
help-leadership =
    尊敬的领导，在本群中：
    • 直接回复报告或逾期消息：意见立即转给工作组；如要直接交给某部门并定期限，请点按钮。
    • /duan：按投资项目列出的困难，最早的在前。
    • /tranhchap：可能成为争议的事项及工作组的决定。
    • /chidao：办理中的交办事项。交办：/chidao #编号 建设厅 12月15日前报告（或 /giao）。
    • /chitiet #编号：事项经过，不显示隐名企业。
    • /nhatky：谁查看过隐名事项的提交者身份。
    • /baocao 2026-W47：周、月（2026-11）、季（2026-Q4）或年报告。/thongke：本周数据。/quahan：逾期事项。/bang：网页看板。
role-leadership = 领导
told-urged = 要求立即答复
told-directed = 交办
told-followed = 交办事项已完成

## In reports

report-part-directives = 交办事项办理情况
report-part-disputes = 可能成为争议的事项
report-directives = 本期交办 { $given } 项；完成 { $done } 项，其中逾期完成 { $late } 项；期末办理中 { $open } 项，逾期 { $overdue } 项。
report-no-directives = 本期没有新交办或办理中的交办事项。
report-directives-given = 已交办
report-directives-done = 完成
report-directives-late = 逾期完成
report-directives-open = 办理中
report-directives-go-on = 继续办理的交办事项：{ $count } 项
report-no-disputes = 没有争议事项或可能成为争议的事项。
report-signs = 迹象
report-by-component = 分项 { $place }，{ $pci }：{ $topics }。
weekly-directives = • 办理中的交办事项：{ $open }，逾期 { $overdue }；本期完成 { $done }
