## To the business, from officers

to-business-question =
    ❓ 事项 #{ $code } · { $by } 想进一步了解：

    { $text }

    请回复本消息，或在文字中写上 #{ $code }。在您回复之前暂停计时（已逾期的除外），最迟至 { $until }；之后部门将根据现有材料办理。
to-business-word =
    ℹ️ 事项 #{ $code } · { $by } 通知：

    { $text }

    事项仍在办理中。如需沟通，请回复本消息。
to-business-accepted = 👤 事项 #{ $code }：{ $by } 已接办，正在处理。
to-business-answer =
    💬 事项 #{ $code } · { $by } 答复：

    { $text }

    问题解决了吗？请点击按钮，或回复本消息：1 已解决，2 部分解决，3 未解决，4 只作了解释。
    ⏰ 请在 { $until } 前告知；此后事项办结，记为“未确认”。如未解决，将通知省企业扶持工作组重新审查。
to-business-declined =
    ⛔ 事项 #{ $code } · { $by } 不予办理，原因：

    { $text }

    如不同意，请在 { $until } 前点击下面的按钮，由工作组重新审查。此后事项办结。
to-business-corrected =
    ✏️ 事项 #{ $code } 更正，正确内容为：

    { $text }

    请以此为准，代替之前的消息。
to-business-extended =
    ⏳ 事项 #{ $code } 延期 { $span }。
    原因：{ $reason }
    ⏰ 新的答复期限：{ $deadline }。敬请谅解。
to-business-late =
    ⏰ 事项 #{ $code }：答复期限（{ $deadline }）已过，{ $department }尚未答复。敬请谅解。
    { $leadership ->
        [yes] 已报省企业扶持工作组和省领导。
       *[no] 已报省企业扶持工作组，正在督促；如仍未办结，将报省领导。
    }
    您无需重新提交。查询：/status #{ $code }
to-business-together =
    🤝 事项 #{ $code } 需要多个部门共同办理，由{ $lead }主办并答复您。
    ⏰ 答复期限：{ $deadline }（自受理起 { $span }）。计算方法：/deadline #{ $code }
to-business-recomputed =
    📅 由于工作日历或规定变化，事项 #{ $code } 的答复期限已重新计算。
    原期限：{ $before }。现期限：{ $deadline }。计算方法：/deadline #{ $code }
remind-reply = 部门正在等待您对事项 #{ $code } 所提问题的回复；计时暂停至 { $until }，之后部门将根据现有材料办理。请回复该问题，或写上 #{ $code }。
resumed =
    我们没有收到您对事项 #{ $code } 的回复，部门将根据现有材料继续办理。
    ⏰ 答复期限：{ $deadline }。您仍可补充：请回复本消息。
deadline-head = ⏰ 事项 #{ $code } 的期限计算
deadline-next = • 下一步：{ $at }，{ $what }。
look-accept = 如无人接办则提醒
look-half = 提醒部门先给企业回音
look-most = 提醒即将到期
look-due = 提醒当天到期
look-late = 如逾期则报工作组
look-later = 如仍逾期则报省领导
look-part = 提醒协办部门
look-part-late = 提醒协办部门已逾期
look-reply-soon = 提醒企业回复问题
look-reply-over = 等待期满，恢复计时
look-confirm-soon = 提醒企业确认
look-confirm-over = 如企业没有意见则办结
legal-head = ⚖️ 如属依法提出的投诉或检举（仅供参考，不是本渠道的承诺）：
legal-limit =
    • { $name }：{ $span }（{ $source }{ $sure ->
        [yes] { "" }
       *[no] ；尚未核实
    }）
head-of = { $department }负责人
succeeded-author =
    🏛 { $before }现为{ $department }，由该部门继续办理事项 #{ $code }。
    ⏰ 答复期限不变：{ $deadline }。查询：/status #{ $code }
succeeded-away = 🏛 #{ $code }：{ $before }现为{ $department }，事项在那里继续办理。
moved-author =
    ↪️ 事项 #{ $code } 已转由{ $department }办理。
    ⏰ 期限不重新计算，答复期限：{ $deadline }。查询：/status #{ $code }
remind-confirm = 事项 #{ $code } 的答复等待您的意见：已解决、部分解决还是未解决？请点击按钮，或输入1、2、3并写上 #{ $code }。{ $until } 之后事项办结，记为“未确认”。
signed-officer = { $department } { $name }
see-files = （见附件）
knock = 案件 #{ $code } 有新消息。请在此回复任意内容以接收。
