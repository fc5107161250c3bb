## Filing

business-question =
    您代表哪家企业？请输入名称和税号，例如：兰英公司，4900001236。
    没有税号时只写名称即可；不想说明，请输入“跳过”。
firm-or-matter = “{ $text }”：这是您的企业名称，还是补充内容？请选择。
business-set = 已记录企业：{ $who }。现在可以写下遇到的问题；更换请用 /business
summary-head = 📌 提交前请核对
summary-sent = ✅ 已提交：#{ $code }
summary-kind = 类型：{ $kind }
summary-department = 🏛 部门：{ $department }（{ $why }）
summary-conduct = 🏛 接收单位：{ $department }。内容涉及工作人员的行为，因此不会发给被反映的部门；建议您隐名。
summary-maybe-conduct = 🏛 这可能涉及工作人员的作风，请先回答：您是要反映工作人员的作风，还是希望解决这件事？
summary-says-nothing = 🏛 请问是关于什么事？请补充一两句：办理什么手续、卡在哪里。例如：退税材料提交六个月没有答复。或者：厂房建筑许可证被退回三次。如不清楚，请输入“不知道”，由工作组决定。
summary-no-department = 🏛 部门：尚不明确。请先选择部门；如不清楚，请输入“不知道”，由工作组决定。
summary-task-group = 🏛 部门：由工作组确定办理部门。
summary-together = 🤝 可能需要协办：{ $departments }
summary-topic = 领域：{ $topic }
summary-who = 🏢 企业：{ $who }
summary-text =
    📝 { $text }{ $files ->
        [0] { "" }
       *[other] { "\u000A" }📎 { $files } 个文件（如隐名或匿名：改名并清除隐藏信息，可见内容不变）
    }
summary-masked = 🔒 如隐名或匿名提交，办理部门只能看到：{ $text }
summary-withheld =
    { $count ->
       *[other] 📎 如隐名提交，有 { $count } 个文件（录音、视频、压缩包等）只交给工作组：声音或此类文件可能暴露您的身份。照片、PDF、Word、Excel 会重新制作后交给办理部门；无法重新制作的（有密码、已损坏）也只交给工作组，并会立即告知您。
    }
summary-deadline = ⏰ 现在提交，答复期限为 { $at }
summary-question =
    请选择提交方式（点击或输入均可）：
    { $named ->
        [yes] • “发送”（署名）：办理部门可以看到企业名称。
       *[no] • “发送”：办理部门看到您所写的原文。
    }
    • “隐名”：只有工作组知道您是谁。
    • “匿名”：谁都不知道，您凭代码自行回来查看。
    如有误，请选“修改”或“取消”；继续发消息则补充内容。
why-you = 您的选择
why-words = 依据词语：{ $words }
why-none = 依据整体内容
business-with-code = { $name }（税号 { $code }）
business-code-only = 税号 { $code }
no-business-name = 未说明企业名称
no-text = （无文字）
nothing = { "" }
erased = （已删除）
change-question = 您想修改哪一部分？
kind-question =
    这是哪类事项？
    • 困难问题：需要解决的问题。
    • 建议：请求办理，或建议修改规定。
    • 意见反馈：让部门了解的情况。
    • 正式投诉：针对行政决定或行政行为。本通道负责转交和指引；法定期限自主管机关书面受理之日起计算。
department-question = 这件事属于哪个部门？如不清楚，请选“我不知道”，由工作组决定。属于乡、坊的事项，请在内容中写明乡、坊名称。
text-question = 请重新写出全部内容。已发送的文件会保留。
receipt =
    ✅ 已受理事项 #{ $code }
    🏛 { $department }
    ⏰ 答复期限：{ $deadline }（{ $span }）
    { $hidden ->
        [yes] 🔒 对办理部门隐去企业名称、税号和电话；附件会改名并清除隐藏信息，可见内容不变。
        [nameless] 📝 办理部门看到您所写的原文。
       *[no] 🏢 办理部门可以看到您的企业名称。
    }

    接下来，部门工作人员会接办，并直接在这里答复您。如逾期，工作组将介入。
    查询：/status #{ $code } · 补充：请回复本消息，或写明 #{ $code }。
receipt-undecided =
    ✅ 已受理事项 #{ $code }
    🏛 工作组正在确定办理部门，确定后会通知您。
    ⏰ 答复期限：{ $deadline }（{ $span }，从今天起算）
    { $hidden ->
        [yes] 🔒 对办理部门隐去企业名称、税号和电话；附件会改名并清除隐藏信息，可见内容不变。
        [nameless] 📝 办理部门看到您所写的原文。
       *[no] 🏢 办理部门可以看到您的企业名称。
    }

    查询：/status #{ $code } · 补充：请回复本消息，或写明 #{ $code }。
anonymous-explained =
    🕶 匿名提交：任何人（包括工作组）都不知道您是谁。所保存的事项中没有任何能追溯到您的内容：您提供过的姓名、企业名和税号，您自我介绍的姓名（“我是……”），以及电话、证件、账号、车牌号码都会遮盖。其他人的姓名不会遮盖：发送前请再看一遍。
    我们无法给您发消息：提交后请保存好私人代码，凭代码回来查看答复；代码丢失后无人能够恢复。
anonymous-masked =
    将保存的内容：{ $text }
    如其中仍有人名，请点击“返回”修改。
anonymous-files =
    { $count ->
       *[other] 📎 有 { $count } 个文件无法匿名提交，将被舍弃：声音、视频或此类文件可能暴露您的身份。您可以改用图片或PDF重新发送。
    }
receipt-anonymous =
    🕶 已匿名受理事项 #{ $code }
    🏛 { $department }
    ⏰ 答复期限：{ $deadline }（{ $span }）

    🔑 您的私人代码：{ $secret }

    要完成提交，请抄下代码并在此输入其最后 { $tail } 个字符；输入后事项才会转交（未输入则一小时后转交）。
    代码只显示一次，不要告诉任何人。输入后，本消息会从聊天中删除（在 Zalo 上请自行删除）。要查看答复、补充或撤回，请在任一应用中向本机器人输入 /ma { $secret }。代码丢失后无人能够恢复。
    抄好后，建议您从设备上删除本对话。
return-open =
    🔑 已在本对话中打开匿名事项 #{ $code }。从现在起，您在这里发送的内容和文件会匿名转入该事项。
    关闭：/thoat；{ $minutes } 分钟没有新消息会自动关闭。
return-closed = 您已退出本对话中的匿名事项，事项本身不受影响。重新打开：/ma 加私人代码。建议您从设备上删除刚才的消息。
return-over = 由于长时间没有新消息，本对话已自动退出匿名事项，事项本身不受影响。重新打开：/ma 加私人代码。
return-too-late = 由于长时间没有新消息，匿名事项已自动关闭；刚才的内容没有保存。请输入 /ma 加私人代码后重新发送。
return-files-refused =
    { $count ->
       *[other] 📎 您发送的 { $count } 个文件无法清除隐藏信息，因此没有保留。请改用图片或PDF重新发送。
    }
unmasked =
    🔓 事项 #{ $code }：工作组（两人：{ $name }）已向{ $department }说明您的身份。
    理由：{ $reason }
    该部门可看到企业名称、税号、您的姓名、全部内容和原始文件，至 { $until } 或事项转交其他部门为止。如有疑问，请回复（reply）本消息。
unmasked-own = 🔓 事项 #{ $code }：按您的要求，{ $department }现在可以看到企业名称、税号、您的姓名、全部内容和原始文件。
draft-reminder =
    您有一件事项尚未写完，还没有提交。继续还是放弃？
    继续请接着写，放弃请输入 /cancel。未提交的内容保留30天。
draft-full = 草稿最多容纳 { $letters } 个字符和 { $files } 个文件；超出部分未收下。提交后，请回复受理消息补充其余内容。
dropped = 已放弃，没有提交任何内容。需要时请随时写给我们。
nothing-to-drop = 目前没有未提交的内容。已提交的事项请看 /cases，撤回请用 /withdraw #编号。
