## Own cases

list-head =
    { $count ->
       *[other] 📌 您最近的 { $count } 件事项。查看详情：点击编号，或输入 /status #编号
    }
list-line = #{ $code } · { $state } · { $text }
status-head = 📌 #{ $code } · { $state }
status-department = 🏛 办理单位：{ $department }
status-asked = ⏸ 部门正在等您补充信息；在您回复之前暂停计时，最迟至 { $until }。
status-deadline = ⏰ 答复期限：{ $at }
status-overdue =
    ‼️ 已逾期{ $days ->
        [0] （今天）
       *[other]  { $days } 个工作日
    }（期限：{ $at }）。工作组正在督促。
timeline = • { $at }：{ $what }
conduct-where = 这段内容涉及工作人员的行为。作为新事项提交，由监察机关接收，并可隐名；加入事项 #{ $code } 则{ $department }可以看到。目前尚未发送。请选择。
where-question = 这是新事项，还是补充已有事项？请选择，或输入“新事项”或序号。目前尚未转出任何内容。
where-more = 已一并收到。请在上面选择：新事项，还是补充哪个事项？目前尚未转出任何内容。
add-question = 请发送要补充到事项 #{ $code } 的文字、照片或文件。您的下一条消息将转给部门。
added = 事项 #{ $code } 的补充内容已转给{ $department }。查询：/status #{ $code }
added-closed =
    事项 #{ $code } 已办结。您刚发送的内容已存入该事项并告知{ $department }。如仍未解决，请{ $again ->
        [yes] 点击下面的“未解决”
       *[no] 提交新事项
    }。
added-reply =
    您对事项 #{ $code } 的回复已转给{ $department }。
    ⏰ 恢复计时：答复期限为 { $deadline }。
withdraw-question = 您确定要撤回事项 #{ $code } 吗？部门将停止办理；如再提出，需提交新事项。
withdrawn = 事项 #{ $code } 已撤回，部门已收到通知。您可随时提交新事项。
kept = 事项 #{ $code } 继续办理。查询：/status #{ $code }
appeal-question = 事项 #{ $code } 还有什么没有解决，您需要什么？请用一条消息说明；事项将重新打开，并通知省企业扶持工作组重新审查。不想写，可选择直接发送。
reopened =
    事项 #{ $code } 已重新打开并附上您的意见；已通知省企业扶持工作组重新审查。
    ⏰ 新的答复期限：{ $deadline }。查询：/status #{ $code }
ask-stars = 谢谢。事项 #{ $code } 已办结。请为这次办理打分，1到5颗星（可不打分）。
ask-comment = 感谢您打了 { $stars } 颗星。如还想说几句，请在30分钟内写一条消息；可不写。
thanks-comment = 谢谢。您的意见已转给部门。
closed-in-silence =
    因未收到您的意见，事项 #{ $code } 已办结，记为“未确认”。
    如仍未解决，请在 { $until } 前点击答复下方的“未解决”或“不同意，请重新审查”，或提交新事项并写明此编号。
you-are-welcome = 不客气，很高兴为您服务。
greet-back = 您好。请问您遇到了什么困难？可以写几句话，也可以发送照片、文件或语音。查看已提交事项：/cases。帮助：/help。
person = 您发给部门的内容都由工作人员阅读并答复。请写明您的问题；如需回电，请留下电话号码。
person-of-case = 事项 #{ $code } 由{ $department }的工作人员阅读并答复。如需直接通话，请输入 #{ $code } 并写上电话号码和方便的时间，我们会立即转给该部门。
nothing-filed = 您还没有提交任何事项。请写明您的问题；每件事项都有编号和答复期限，查看：/cases。
draft-unclear = 我没有明白您的意思，因此没有提交，也没有在草稿中添加任何内容。请点击上面摘要下方的按钮，或继续说明您的问题。
verdict-unclear = 我没有明白您的意思。事项 #{ $code } 解决了吗？请在下面选择一个答复。
unsupported = 这类消息我们无法读取。请用文字说明，或发送照片、文件、语音、位置。使用说明：/help
addition-masked =
    🔒 事项 #{ $code } 不公开提交人。刚写的内容尚未发送；部门只能读到：

    { $text }
addition-withheld =
    { $count ->
       *[other] 📎 { $count } 个文件（录音、视频、压缩包等）只由工作组接收，部门收不到。
    }
addition-question = 没有问题请选择发送。如需修改，请直接编辑刚才的消息、补充内容，或选择不发送；不选择就不会发送任何内容。
addition-dropped = 刚写的内容没有发送；事项 #{ $code } 保持不变。您随时可以重新填写。
file-withheld-late = 🔒 #{ $code }：文件“{ $name }”无法重新制作（有密码、已损坏或类型不符），因此只由工作组接收，部门收不到。如需部门阅读，请另发一份（照片或无密码的 PDF）。
