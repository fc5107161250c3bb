# Every sentence of the bot in simplified Chinese. The same keys and variables stand in vi.ftl and en.ftl; tests/test_locales.py compares them.
# Labels (button-…, kind-…, language-…) have at most 30 characters, refusals and toast-… at most 200: they also answer a tap.
# A case code is always shown as #CODE: it is what people type.

## The first meeting

greeting =
    您好！这里是“Gỡ Vướng”（解难通道），受理{ $province }省企业遇到的困难和建议。

    请直接说明您遇到的问题：文字、照片、文件、语音都可以。事项会连同答复期限转给主管部门，答复直接发到这里。

    本通道不代替国家公共服务门户和省企业门户网站：行政手续仍在那里办理。这里不受理检举。
privacy =
    🔒 您的数据
    • 谁能看到：办理部门和省企业扶持工作组。省领导只看不含姓名的汇总数字。
    • 您可以对办理部门隐名，这时只有工作组知道您的身份。附件会改名并清除隐藏信息，可见内容不变。匿名提交则不保存提交人的任何信息。
    • 用途：受理、办理和统计事项。保存时间：按档案保存规定；聊天中的副本可应您的要求删除。
    • 您有权查看、更正、删除数据和撤回同意：请发送“个人数据请求”给工作组，2个工作日内答复。
    • 法律依据：越南《个人数据保护法》（第91/2025/QH15号）。
    请不要发送身份证或护照照片。再次查看：/privacy
consent-question =
    您是否同意我们按上述说明处理您的数据？
    请点击下面的按钮，或输入“同意”/“不同意”。在您同意之前，任何内容都不会转出。
refused-consent =
    好的，您的内容不会转出，也不会作为事项保存。
    您仍可通过省企业门户网站或直接到主管部门反映。如改变主意，请输入 /start。
welcome =
    谢谢。现在请直接写下遇到的问题，或发送照片、文件、语音。可以分几条发；在您确认之前不会提交。

    /cases：我的事项 · /help：使用说明
help =
    “Gỡ Vướng”使用说明
    • 新事项：直接写，或发送照片、文件、语音。/cancel：放弃未提交的内容。
    • /cases：您的事项。/status #编号：进度和答复期限。/deadline #编号：期限算法。
    • /search 关键词：在您的事项和已公布的答复中查找。
    • 补充：回复该事项的消息，或在文字中写上 #编号。/withdraw #编号：撤回事项。
    • 已匿名提交：/ma 加私人代码查看，/thoat 关闭。隐名后想公开身份：/neuten #代码。
    • /business：更换所代表的企业。/yuyan：更换语言（Ngôn ngữ · Language）。
    • /privacy：谁能看到您的数据，以及您的权利。
language-question = 您想使用哪种语言？请点击选择，或输入 /yuyan vi、/yuyan en、/yuyan zh。
language-set = 从现在起使用中文。再次更换：/yuyan
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
denunciation =
    这段内容像是检举，因此没有在这里保存，也没有转出。

    原因：法律规定必须为检举人保密，而聊天通道无法保证；检举也须依照《检举法》受理。

    请您以书面形式或亲自到省监察局、省公民接待处提出。建议您从自己的设备上删除刚才发送的消息。

    如果这是经营中遇到的困难，请重新写明：什么事、在哪里、需要解决什么。

## Filing

business-question =
    您代表哪家企业？请输入名称和税号，例如：兰英公司，4900001236。
    没有税号时只写名称即可；不想说明，请输入“跳过”。
firm-or-matter = “{ $text }”：这是您的企业名称，还是补充内容？请选择。
business-set = 已记录企业：{ $who }。现在可以写下遇到的问题；更换请用 /business
summary-head = 📌 提交前请核对
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
       *[other] 📎 如隐名提交，有 { $count } 个文件（录音、视频、压缩包等）只交给工作组：声音或此类文件可能暴露您的身份。照片、PDF、Word、Excel 会重新制作后交给办理部门。
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
    查询：/status #{ $code } · 补充：请回复本消息。
receipt-undecided =
    ✅ 已受理事项 #{ $code }
    🏛 工作组正在确定办理部门，确定后会通知您。
    ⏰ 答复期限：{ $deadline }（{ $span }，从今天起算）
    { $hidden ->
        [yes] 🔒 对办理部门隐去企业名称、税号和电话；附件会改名并清除隐藏信息，可见内容不变。
        [nameless] 📝 办理部门看到您所写的原文。
       *[no] 🏢 办理部门可以看到您的企业名称。
    }

    查询：/status #{ $code } · 补充：请回复本消息。
anonymous-explained =
    🕶 匿名提交：任何人（包括工作组）都不知道您是谁；我们不保存您的任何信息，内容中的姓名和号码会先遮盖再保存。
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

    代码只显示一次，请立即抄下，不要告诉任何人。要查看答复、补充或撤回，请在任一应用中向本机器人输入 /ma { $secret }。代码丢失后无人能够恢复。
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
    🔓 事项 #{ $code }：工作组（{ $name }）已向{ $department }说明您的身份。
    理由：{ $reason }
    该部门现在可以看到企业名称、税号、您的姓名、全部内容和原始文件。如有疑问，请回复（reply）本消息。
unmasked-own = 🔓 事项 #{ $code }：按您的要求，{ $department }现在可以看到企业名称、税号、您的姓名、全部内容和原始文件。
draft-reminder =
    您有一件事项尚未写完，还没有提交。继续还是放弃？
    继续请接着写，放弃请输入 /cancel。未提交的内容保留30天。
draft-full = 草稿最多容纳 { $letters } 个字符和 { $files } 个文件；超出部分未收下。提交后，请回复受理消息补充其余内容。
dropped = 已放弃，没有提交任何内容。需要时请随时写给我们。
nothing-to-drop = 目前没有未提交的内容。已提交的事项请看 /cases，撤回请用 /withdraw #编号。

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

    问题解决了吗？请点击按钮，或回复本消息：1 已解决，2 部分解决，3 未解决。
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

## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
card-written-in = 🌐 原文语言：{ $tongue }
tongue-ko = 韩语
tongue-ja = 日语
tongue-th = 泰语
tongue-lo = 老挝语
tongue-km = 高棉语
tongue-my = 缅甸语
tongue-id = 印尼语
tongue-tl = 他加禄语
tongue-hi = 印地语
tongue-ru = 俄语
tongue-uk = 乌克兰语
tongue-fr = 法语
tongue-de = 德语
tongue-es = 西班牙语
tongue-it = 意大利语
tongue-pt = 葡萄牙语
tongue-nl = 荷兰语
tongue-pl = 波兰语
tongue-tr = 土耳其语
tongue-ar = 阿拉伯语
tongue-fa = 波斯语
card-files = 📎 { $count } 个文件
card-deadline = ⏰ 答复期限：{ $at }
card-overdue = ‼️ 已逾期，期限：{ $at }
card-why = ↳ { $why }
card-deadline-again = ⏰ 新答复期限：{ $at }
card-waiting = ⏸ 等待企业补充至 { $until }；计时不暂停（此前已逾期，或按自然日计算）
card-paused = ⏸ 等待企业补充，暂停计时，最迟至 { $until }
card-legal = ⚖️ 投诉：如属依法提出的投诉，另有法定期限，见 /deadline
card-holder = 👤 承办人：{ $name }
card-transfers = ↪️ 已转办 { $count } 次
card-extended = ⏳ 已延期 { $span }
card-together = 🤝 可能需要协办：{ $departments }（点“协办”邀请）
card-part = 🤝 协办：{ $department }，{ $at } 前提出意见
card-part-done = 🤝 协办：{ $department }，已于 { $at } 提出意见
card-proposed-extend = 🙋 建议延期 { $what }，等待工作组决定。原因：{ $reason }
card-proposed-transfer = 🙋 建议转到{ $what }，等待工作组决定。原因：{ $reason }
card-reopened = ‼️ 企业表示未解决：{ $count } 次
card-outcome =
    { $stars ->
        [0] 🏁 结果：{ $outcome }
       *[other] 🏁 结果：{ $outcome } · { $stars }/5 星
    }
card-unreached = ⚠️ 消息无法送达企业
identity-withheld = 企业隐名 🔒
identity-anonymous = 匿名 🕶：提交人凭代码自行回来查看，不会立即收到消息
topic-other = 其他领域
department-undecided = 工作组（正在确定部门）
files-of = 📎 事项 #{ $code } 的文件
text-of =
    📄 事项 #{ $code } 全文：

    { $text }
topic-title = #{ $code } · { $kind }
card-choose-department = #{ $code }：转给哪个部门？请在下面选择，或点“返回”取消。
card-choose-part = #{ $code }：请哪个部门协办？仍由贵部门主办并答复。请在下面选择，或点“返回”取消。
card-choose-days = #{ $code }：延期多久？请在下面选择，或点“返回”取消。
card-want-ask =
    ❓ #{ $code }
    { $name }：请在30分钟内回复本消息，写明要问企业的问题。在企业回复之前暂停计时。
    或输入：/ask #{ $code } 问题
card-want-answer =
    💬 #{ $code }
    { $name }：请在30分钟内回复本消息，写出给企业的正式答复（文字、照片或文件）。
    或输入：/answer #{ $code } 内容
card-want-note =
    🔒 #{ $code }
    { $name }：请在30分钟内回复本消息，写出内部备注。企业看不到备注。
    或输入：/note #{ $code } 内容
card-want-send =
    ➡️ #{ $code }
    { $name }：请在30分钟内回复本消息，写出给企业的话（尚非答复）。
    或输入：/send #{ $code } 内容
card-want-transfer =
    ↪️ #{ $code } → { $extra }
    { $name }：请在30分钟内回复本消息，写明转办原因。期限不变。
card-want-assign =
    🏛 #{ $code } → { $extra }
    { $name }：请在30分钟内回复本消息，写明交办原因或要求。期限不变。
card-want-extend =
    ⏳ #{ $code }：延期 { $extra }
    { $name }：请在30分钟内回复本消息，写明延期原因。企业会看到这个原因。
card-want-invite =
    🤝 #{ $code } → { $extra }
    { $name }：请在30分钟内回复本消息，说明需要该部门提出什么意见。
card-want-contribute =
    🤝 #{ $code }
    { $name }：请在30分钟内回复本消息，写明给主办部门的意见。企业看不到。
card-want-decline =
    ⛔ #{ $code }
    { $name }：请在30分钟内回复本消息，写明不办理的原因和企业应去的部门。企业会看到这些内容。
    或输入：/decline #{ $code } 原因
held-question = #{ $code }：您想用这段内容做什么？目前尚未发出；之后的回复会并入其中。下次可直接输入 /send、/answer、/note。
held-send = ➡️ #{ $code }：{ $name } 已将这段内容发给企业。
held-answer = 💬 #{ $code }：{ $name } 已将这段内容作为答复发出，等待企业确认。
held-note = 🔒 #{ $code }：{ $name } 已存为内部备注。
help-officer =
    本群工作方法
    • 回复事项的卡片或消息；然后选择：发给企业、作为答复、或内部备注。
    • 也可在回复卡片时或写上 #编号 直接输入命令：/accept 接办，/ask 询问，/send 发消息，/answer 答复，/note 内部备注，/extend 延期，/transfer 转办，/invite 请其他部门协办，/contribute 提出意见，/decline 不予办理，/details 过程，/deadline 期限算法。
    • /search 关键词：查找，/alike：类似事项的答复，/merge：合并两件事项；工作组：/assign 指派部门，/publish 公布答复，/retract 撤下，/separate 分开，/unmask 公开隐名企业的名称（须说明理由）。
    • /overdue：逾期事项。/stats：本周数据。/issues：共性问题，/report：期间报告（工作组）。/topics on 或 off：每个事项一个话题。
    • 修改已发出的消息：企业会收到更正。群内其他谈话不会外发。
reaction-done = 👍 已记录

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
proposed-transfer = 🙋 #{ $code }：{ $department }建议再转到{ $what }；该事项已转办过，由工作组决定，请在卡片上点击。原因：{ $reason }
proposed-extend = 🙋 #{ $code }：{ $department }建议延期 { $what }；该事项已延期或重新打开过，由工作组决定，请在卡片上点击。原因：{ $reason }
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

## Overdue, figures, details

overdue-head =
    { $count ->
       *[other] ⏰ { $count } 件事项逾期，最久的在前
    }
overdue-line = • #{ $code } · { $department } · 期限 { $deadline }
overdue-more = ……另有 { $count } 件
overdue-none = ✅ 没有逾期事项。
figures-head = 📊 { $from } 至 { $to } 的数据
figures-received = • 受理：{ $count }
figures-answered = • 已答复：{ $count }；按期 { $ontime }（{ $share }%），延期后按期 { $extended }，逾期 { $late }
figures-outcomes = • 企业反馈：已解决 { $solved }，部分解决 { $partly }，未解决 { $notsolved }，未确认 { $silent }
figures-open = • 办理中：{ $count }，逾期 { $overdue }，等待企业 { $waiting }
weekly-head = 📊 一周情况汇报（{ $days }）
routed-head = 🧭 { $month } 分派情况：共 { $cases } 件，一次到位 { $right }，转办一次 { $once }，多次 { $more }
routed-department = • { $department }：共 { $cases } 件，一次到位 { $right }，转办一次 { $once }，多次 { $more }
details-head = 📋 事项 #{ $code } 的全部经过
details-line = • { $at } · { $who } · { $what }。{ $text }
role-business = 企业
role-officer = 工作人员
role-task-group = 工作组
role-administrator = 管理员
role-clock = 系统
task-group = 企业扶持工作组
leadership = 省领导
administrator = 管理员
told-filed = 提交事项
told-assigned = 交由{ $department }办理
told-succeeded = 随机构合并转至{ $department }
told-accepted = 工作人员接办
told-asked = 向企业提问
told-replied = 企业回答问题
told-told = 给企业留言
told-answered = 答复企业
told-corrected = 更正已发内容
told-confirmed = 结果：{ $outcome }
told-rated = 企业打分
told-reopened = 企业表示未解决，重新打开
told-transferred = 转给{ $department }
told-extended = 延期
told-declined = 不予办理，已作指引
told-withdrawn = 撤回事项
told-added = 企业补充
told-amended = 企业修改内容
told-noted = 内部备注
told-escalated = 逾期，报上一级
told-warned = 提醒部门注意期限
told-reminded = 提醒企业
told-resumed = 企业未回复，恢复计时
told-recomputed = 重新计算期限
told-proposed = 提请工作组决定
told-refused = 工作组不同意
told-invited = 请{ $department }提出意见
told-contributed = { $department }提出意见
told-unreached = 消息无法送达企业

## Systemic issues

signal-told =
    { $count ->
       *[other] 📈 { $days } 天内：{ $what }的事项共 { $count } 件，来自 { $businesses } 家不同企业；{ $usual }。
    }
signal-usual =
    { $count ->
       *[other] 平时约 { $count } 家
    }
signal-seldom = 平时几乎没有
signal-cases = 相关事项：{ $codes }
signal-hint = 这些事项可能有共同原因。如果是，请设立共性问题一并处理；如果不是，请忽略本消息。
about-topic = 涉及“{ $name }”
about-place = 位于{ $name }
about-department = 属于{ $name }
issue-opened = 🧩 { $name } 已设立共性问题 #{ $code }：{ $what }的事项。
issue-head =
    { $count ->
       *[other] 🧩 共性问题 #{ $code }：{ $what }的事项共 { $count } 件
    }
issue-opened-by = { $name } 于 { $at } 设立
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
       *[other] …… 另有 { $count } 件
    }
issue-how = 加入或移出事项：/issues #{ $code } add #编号，/issues #{ $code } remove #编号。结束：/issues #{ $code } close 处理结果
issue-closed =
    🏁 { $name } 于 { $at } 结束。处理结果：

    { $text }
issue-put-in =
    { $count ->
       *[other] ✅ 已将 { $codes } 加入共性问题 #{ $code }；现有 { $count } 件事项。
    }
issue-taken-out =
    { $count ->
       *[other] ✅ 已将 { $codes } 移出共性问题 #{ $code }；还有 { $count } 件事项。
    }
issue-unchanged =
    { $count ->
       *[other] 共性问题 #{ $code } 没有变化，现有 { $count } 件事项。查看列表：/issues #{ $code }
    }
issue-like-head = 🧩 出现与未结束的共性问题同类的新事项，是否加入由工作组决定。
issue-like =
    { $count ->
       *[other] • #{ $code }（{ $what }的事项）：新增 { $count } 件：{ $codes }。加入：/issues #{ $code } add #编号
    }
issue-of-case = 🧩 属于共性问题 #{ $code }（{ $what }的事项）
issues-head =
    { $count ->
       *[other] 🧩 未结束的共性问题 { $count } 个。查看事项：/issues #编号
    }
issues-line =
    { $count ->
       *[other] • #{ $code } · { $what }的事项 { $count } 件
    }
issues-none = 目前没有未结束的共性问题。同类事项异常增多时，这里会收到带按钮的通知。

## Kinds, states, outcomes

kind-obstacle = 困难问题
kind-proposal = 建议
kind-feedback = 意见反馈
kind-complaint = 正式投诉
state-filed = 新事项，等待接办
state-accepted = 办理中
state-asked = 等待企业补充
state-asked-of-you = 等待您补充
state-answered = 已答复，等待确认
state-reopened = 重新打开
state-declined = 不予办理，已作指引
state-closed = 已办结
state-withdrawn = 已撤回
outcome-solved = 已解决
outcome-partly = 部分解决
outcome-not-solved = 未解决
outcome-not-confirmed = 企业未确认
outcome-not-confirmed-by-you = 您未确认

## Buttons

button-agree = ✅ 我同意
button-refuse = 不同意
button-no-business = 跳过，不说明
button-named = 🏢 企业名称
button-more-words = 📝 补充内容
button-send-open = ✅ 发送（署名）
button-send-hidden = 🔒 发送（隐名）
button-send-anonymous = 🕶 匿名提交
button-anonymous-yes = 🕶 确定匿名提交
button-change = ✏️ 修改
button-drop = 取消
button-go-on = ✅ 继续
button-back = ↩️ 返回
button-another-department = 其他部门…
button-conduct-yes = 反映工作人员的作风
button-conduct-no = 希望解决这件事
button-unknown = 我不知道
button-change-department = 部门
button-change-kind = 类型
button-change-business = 企业
button-change-text = 内容
button-new = ➕ 新事项
button-case = #{ $code } { $text }
button-add = ➕ 补充
button-withdraw = 撤回
button-withdraw-yes = 是，撤回
button-keep = 不撤回
button-solved = ✅ 已解决
button-partly = 🟡 部分解决
button-not-solved = ❌ 未解决
button-contest = 不同意，请重新审查
button-appeal-plain = 直接发送，不再说明
button-accept = ✅ 接办
button-answer = 💬 答复
button-ask = 提问
button-transfer = 转办
button-extend = 延期
button-decline = 不予办理
button-note = 🔒 备注
button-details = 经过
button-assign = 🏛 交办
button-invite = 🤝 协办
button-contribute = 🤝 提出意见
button-approve = ✅ 同意建议
button-refuse-proposal = 不同意
button-all-departments = 其他部门…
button-open-issue = 🧩 设立共性问题
button-held-send = ➡️ 发给企业
button-held-answer = 💬 这是答复
button-held-note = 🔒 内部备注

## Toasts

toast-accepted = 您已接办事项 #{ $code }，请在卡片上的期限前答复。
toast-decided = #{ $code }：已记录决定并通知部门。
toast-choose = 请在卡片上选择。
toast-reply-to-card = 请在30分钟内回复这张卡片；目前尚未发出任何内容。
toast-held-send = #{ $code }：已发给企业。
toast-held-answer = #{ $code }：答复已发出，等待企业确认。
toast-held-note = #{ $code }：已存为内部备注。

## Refusals

refused-return-code = 私人代码不正确。请逐字核对后重新输入，例如：/ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = 错误次数过多。请一小时后再输入私人代码。
refused-return-none = 本对话中没有打开的匿名事项。要打开：/ma 加私人代码。
refused-return-over = 本对话中的匿名事项已关闭。重新打开：/ma 加私人代码。
refused-unmask-anonymous = #{ $code } 是匿名提交的：没有保存提交人的任何信息，无从公开。
refused-unmask-open = #{ $code } 的身份已经公开；办理部门能看到企业名称。
refused-unmask-nobody = #{ $code } 尚未交给任何部门。请先指定部门，确有必要再公开身份。
refused-unmask-accused = #{ $code } 反映的是工作人员的行为：除专门处理此类事项的单位外，不公开提交人身份。
refused-unmask-task-group = 只有工作组可以公开隐名企业的身份。请向工作组提出并说明理由。
refused-unmask-reason = #{ $code }：请写明公开身份的理由，至少三个词；企业会看到该理由。例如：/neuten #{ $code } 需要核对原始材料
refused-accused = #{ $code } 反映的正是该部门的工作人员，因此不能转交该部门，也不能邀请其协办。请咨询工作组。
refused-accepted = { $name } 已先接办事项 #{ $code }。您仍可添加内部备注或协助答复。
refused-answered = { $name } 已答复事项 #{ $code }。补充请用 /send #{ $code } 内容；更正请由答复人修改自己的原消息。
refused-bind-code = 绑定码有误、已使用或超过24小时。请向管理员索取新码后输入：/bind 绑定码
refused-button = 此按钮已失效。请看最新消息，或输入 /details #编号。
refused-button-own = 此按钮已失效。请看最新消息，或输入 /cases。
refused-code-group = 此绑定码用于群聊。请在要绑定的群里输入 /bind 绑定码。
refused-code-private = 此绑定码用于管理员。请在与机器人的私聊中输入 /bind 绑定码，不要在群里输入。
refused-decline-reason = #{ $code }：请写明不办理的原因和企业应去的部门，至少三个词，词间用空格隔开；企业会看到这些内容。
refused-department-first = 发送前请先选择部门。如不清楚，请输入“不知道”，由工作组决定。
refused-empty = 还没有内容。请写几句话，或发送照片、文件后再试。
refused-error = 我们这边出了问题。您发送的内容已保留，管理员已收到通知，无需重发。查看进度请输入 /cases。
refused-extend = #{ $code }：请写明天数（1到{ $longest }）和原因，至少两个词，词间用空格隔开。例如：/extend #{ $code } 3 等待 部委意见
refused-file-size = 文件“{ $name }”超过 { $size } MB，无法接收。请发送较小的文件，或分成几个文件。
refused-held-done = { $name } 已先处理了这段内容，没有再次发送。
refused-issue-cases = #{ $code }：请写明要加入或移出的事项编号，例如 /issues #{ $code } add #LS26-00012
refused-issue-closed = 共性问题 #{ $code } 已结束，不能再更改。查看：/issues #{ $code }
refused-issue-no-case = 没有事项 { $case }；未作任何更改。请核对编号后重新输入。
refused-issue-open = 已设立为共性问题 #{ $code }。查看事项：/issues #{ $code }
refused-issue-result = #{ $code }：结束时请写明处理结果，例如 /issues #{ $code } close 规定已修改
refused-issue-verb = #{ $code }：只能用 add（加入）、remove（移出）和 close（结束），例如 /issues #{ $code } add #LS26-00012
refused-issues-task-group = 共性问题由工作组在自己的群里设立和跟进。
refused-no-issue = 没有共性问题 #{ $code }。查看未结束的问题：/issues
refused-which-issue = 请写明共性问题的编号，例如 /issues #VD26-003。查看编号：/issues
refused-language = 只有 Tiếng Việt、English 和中文。请输入 /yuyan vi、/yuyan en 或 /yuyan zh。
refused-no-case = 您没有办理中的事项。要提交，请直接写下遇到的问题；查看旧事项：/status #编号。
refused-no-draft = 已没有未提交的内容。请重新写下问题，或查看已提交的事项：/cases
refused-not-bound = 本群尚未绑定部门。请向管理员索取绑定码，并在这里输入：/bind 绑定码
refused-not-your-case = 这不是您的事项。请核对编号，或查看列表：/cases
refused-not-your-department = 该事项不由本群负责。请核对编号，或询问工作组。
refused-nothing-held = 已没有等待处理的内容。请重新发送，或查看事项：/cases
refused-reopen-window = 事项 #{ $code } 的重新打开期限已于 { $until } 结束。请提交新事项并写明此编号。
refused-same-department = 事项 #{ $code } 已在本部门。请选择其他部门。
refused-extend-short = #{ $code }：这样延期后期限为 { $deadline }，仍然逾期。请延长更多时间，或立即答复企业。
refused-asked-enough = 事项 #{ $code } 的询问已累计暂停计时 { $days } 个工作日，达到上限。如需再问，请用 /send；计时继续。
refused-second-extension = 事项 #{ $code } 已延期一次，再次延期由工作组决定。
refused-proposal-done = 事项 #{ $code } 的这项建议已经决定或已被替换。请查看最新卡片。
refused-parts = 事项 #{ $code } 已有 { $most } 个协办部门，不能再邀请。
refused-invite = #{ $code }：请说明需要什么意见，例如：/invite so-xay-dung #{ $code } 确认该地块的规划
refused-lead-only = 贵部门是本事项的协办部门，此操作由主办部门进行。如需提出意见，请回复卡片或输入 /contribute。
refused-topics = 请输入 /topics on（每个事项一个话题）或 /topics off（统一发送）。
refused-unknown-command = 没有这个命令。要提交事项，请直接用文字说明。
refused-unknown-officer-command = 没有这个命令；未发送任何内容。命令列表：/help
refused-stars = 请打1到5颗星：输入1到5的数字。
refused-state = 事项 #{ $code } 目前为“{ $state }”，不能进行此操作。查看经过：/details #{ $code }
refused-state-own = 事项 #{ $code } 目前为“{ $state }”，不能进行此操作。查看进度：/status #{ $code }
refused-task-group-only = 只有工作组可以交办。您可以使用“转办”并说明原因。
refused-tax-code =
    税号“{ $code }”可能有一位数字不对{ $last ->
        [none] { "" }
       *[other] （如前九位正确，第十位应为 { $last }）
    }。请核对登记证后重新输入{ $named ->
        [yes] 税号（企业名称已保留）
       *[no] { "" }
    }，或只写企业名称。
refused-too-many-guesses = 输错次数过多。请等一小时，或向管理员索取新的绑定码。
refused-transfer-reason = #{ $code }：请写明转办原因，至少两个词，词间用空格隔开，然后重试。
refused-which-card = 请回复该事项的卡片，或在命令后写上编号。例如：/answer #编号 内容
refused-which-case = 您有多件事项。请写上编号，例如 /status #编号；查看编号：/cases
refused-which-withdrawn = 您想撤回哪件事项？请输入 /withdraw 加编号，例如 /withdraw #编号
refused-which-department = 没有部门“{ $text }”。请用卡片上的按钮，或用连字符连写部门名称，例如 so-xay-dung。

## How a deadline was counted

why-sentence = 自{ $from }起 { $amount }{ $parts }，截至 { $due }
why-from-later = { $day }（{ $received } 工作时间外提交）
why-extended = ，延期 { $amount }
why-skipped = ，扣除{ $name } { $days }
why-worked = ，{ $day } 补班计入
why-own-hours = ，{ $day } 工作时间另定
why-rolled = ，{ $day } 是休息日，顺延至下一个工作日
why-paused-days = ，扣除暂停 { $count } 天
why-paused-time = ，扣除暂停 { $span }
long-received = • { $at } 收到，在工作时间内。
long-received-later = • { $at } 提交，在工作时间外：视为 { $counted } 收到。
long-limit = • 期限：{ $amount }。
long-source = • 依据：{ $source }。
long-source-unverified = • 依据：{ $source }（尚未核实）。
long-counting = • 计算方法：{ $rule }
counting-working_days =
    收到当天不计；只计工作日；以最后一天下班时间为限（2015年《民法典》第147、148条；节假日依据2019年《劳动法典》第112条{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
counting-working_hours =
    自收到起按工作时间逐分钟计算（本服务的规定{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
counting-calendar_days =
    收到当天不计；休息日计入；最后一天为休息日的，顺延至下一个工作日（2015年《民法典》第147、148条{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
long-skipped = • { $days } 休息：{ $name }。
long-worked = • 补班：{ $day }。
long-own-hours = • { $day } 工作时间另定：{ $name }。
long-rolled = • 最后一天 { $day } 是休息日：顺延至下一个工作日。
long-paused = • { $first } 至 { $last } 暂停（等待企业）：顺延 { $amount }。
long-paused-nothing = • { $first } 至 { $last } 暂停（等待企业）：不顺延。
long-extended = • 延期：{ $amount }。
long-due = • 截止：{ $at }。
long-calendar = • 工作日历版本：{ $version }。
amount-working-days = { $count } 个工作日
amount-calendar-days = { $count } 个自然日
amount-working-time = { $span }工作时间
span-hours = { $count } 小时
span-minutes = { $count } 分钟
and-then = { $first } { $last }
both = { $first }和{ $last }
weekday-date = { $date } { $weekday }
date = { $month }月{ $day }日
date-with-year = { $year }年{ $month }月{ $day }日
dates = { $first }至{ $last }
days-of-month = { $month }月{ $firstday }日至{ $lastday }日
days-of-month-and-year = { $year }年{ $month }月{ $firstday }日至{ $lastday }日
occasion-new_year = 元旦
occasion-tet = 春节
occasion-hung_kings = 雄王祭祖日
occasion-reunification = 南方解放日
occasion-labour_day = 国际劳动节
occasion-national_day = 国庆节
occasion-culture_day = 越南文化日
occasion-swapped = 调休日
occasion-special = 特别休息日

## Like cases, published answers, merging

search-head =
    { $count ->
        [0] 🔎 “{ $text }”：没有找到结果。
       *[other] 🔎 “{ $text }”：{ $count } 条结果
    }
search-line = • #{ $code } · { $state } · { $department }：{ $text }
search-known = • 📢 已公布：{ $question }
search-own = • #{ $code } · { $state }：{ $text }
alike-head =
    { $count ->
        [0] 🔁 #{ $code }：还没有类似事项的答复。
       *[other] 🔁 #{ $code }：有 { $count } 条类似事项的答复，点击阅读。
    }
alike-line = 🔁 已答复的类似事项：{ $codes }
alike-read =
    🔁 事项 #{ $code }

    { $text }

    💬 { $answer }
known-offer =
    { $count ->
       *[other] 💡 类似问题已有 { $count } 条公布的答复，请您看看。如果不是您需要的，照常提交即可。
    }
known-answer =
    ❓ { $question }

    💬 { $answer }
    （{ $by }）
like-own =
    💡 您的事项 #{ $code } 内容与此类似：{ $text }
    要补充到 #{ $code } 吗？如果是另一件事，照常提交即可。
where-like =
    这与您的事项 #{ $code } 类似：{ $text }
    要补充到 #{ $code } 吗？如果是另一件事，请选择或输入“新事项”。目前还没有提交任何内容。
settled =
    谢谢您。您正在写的内容没有提交；一天之内，您仍可点击“仍然提交”或输入“仍然提交”。
refused-still-late = 该内容已在一天后删除。如仍需提交，请重新填写。
refused-search = 请在命令后写上要查找的词，例如：/search 施工许可证
card-followers =
    { $count ->
       *[other] 🔗 另有 { $count } 件事项合并到本事项
    }
card-want-publish =
    📢 #{ $code }
    { $name }：请在30分钟内回复本消息，第一行写简短的问题，以下各行写给所有人看的答复。不写答复时，使用本事项的答复，并隐去企业信息。
    或输入：/publish #{ $code } 问题
group-published =
    📢 #{ $code }：已公布。有类似事项的企业将看到以下内容；撤下请输入：/retract #{ $code }

    ❓ { $question }

    💬 { $answer }
group-retracted = 📢 #{ $code }：已撤下公布的答复，不再向任何人提供。
refused-publish-task-group = 只有工作组可以公布或撤下答复。请向工作组提出。
refused-publish-question = #{ $code }：请在第一行写明问题，例如 /publish #{ $code } 施工许可证多久能办好？
refused-publish-hidden = #{ $code }：该企业隐去了身份，请在问题之后的各行为所有人重新写一份答复。
refused-publish-answer = #{ $code } 还没有答复。请在问题之后的各行写明答复。
refused-not-published = #{ $code } 目前没有公布的答复。
merged =
    🔗 您的事项 #{ $code } 已与另一件内容相同的事项合并，由{ $department }一并办理。您无需再做什么，所有答复和结果都会发到这里。
    如果您的情况有所不同，请回复本消息。
took-in = 🔗 另一件内容相同的事项将与您的事项 #{ $code } 一并办理。您的答复期限不变。
merged-answer =
    💬 事项 #{ $code }（合并办理）· { $by } 答复：

    { $text }

    如果与您的情况不符，请回复本消息。
merged-files-only = （答复在发给主事项的文件中；如需要，请向该部门索取）
merged-extended = ⏳ 事项 #{ $code }（合并办理）已延期。新的答复期限：{ $deadline }。
merged-reopened = ‼️ 事项 #{ $code }（合并办理）已重新打开。新的答复期限：{ $deadline }。
merged-closed = 🏁 与 #{ $code } 合并办理的事项已办结。如果您的问题尚未解决，请回复本消息。
separated = 🔗 您的事项 #{ $code } 恢复单独办理，答复期限与原来相同。
group-took-in = 🔗 #{ $with } 已并入 #{ $code }：今后两件事项在此一并办理。一天之内可以分开：/separate #{ $with }
group-merged = 🔗 #{ $code } 已并入 #{ $with }，不再需要单独办理。
group-separated = 🔗 #{ $code } 已分开，需要单独办理。
refused-merge-two = 请写两个编号：先写保留的事项，再写并入的事项，例如 /merge #LS26-00012 #LS26-00031
refused-merge-same = #{ $code } 不能并入自身。请核对两个编号。
refused-merge-lead = 已有其他事项并入 #{ $code }，因此它必须是保留的事项。请调换两个编号。
refused-not-merged = #{ $code } 没有并入任何事项。查看经过：/details #{ $code }
refused-separate-task-group = 只有工作组可以分开已合并的事项。请向工作组提出。
refused-separate-late = #{ $code } 合并已超过一天，不能再分开；如有特殊情况，请用 /send 或 /note 说明。
state-merged = 已并入其他事项
told-merged = 与其他事项一并办理
told-separated = 恢复单独办理
told-unmasked = 向办理部门公开企业身份
mine-filed = 您提交了事项
mine-unmasked = 向部门公开了您的身份
mine-resumed = 您未回复，恢复计时
mine-amended = 您修改了内容
mine-added = 您补充了内容
mine-withdrawn = 您撤回了事项
mine-reopened = 您表示未解决，重新打开
mine-answered = 部门答复了您
mine-told = 部门给您留言
mine-replied = 您回答了问题
mine-asked = 部门向您提问
told-published = 公布答复
told-retracted = 撤下已公布的答复
figures-unmasked = • 公开隐名企业身份：{ $count }
figures-merged = • 并入其他事项：{ $count }
figures-deflected = • 因已公布的答复而无需提交：{ $count }
button-known = ✅ 这正是我要的答复
button-known-one = ✅ 第1条是我要的答复
button-known-two = ✅ 第2条是我要的答复
button-still = 仍然提交
button-add-to = ➕ 补充到 #{ $code }
button-alike = 🔁 阅读类似事项
button-more = 查看更多
button-publish = 📢 公布

## Put together at delivery

files-withheld =
    { $count ->
       *[other] 🔒 有 { $count } 个文件未转交：此类文件可能含有提交人的信息，由工作组保管。
    }
files-withheld-here = 🔒 事项 #{ $code }：此文件可能暴露提交人，未转交办理部门。如部门需要其内容，请工作组转达不涉及身份的部分。
file-missing =
    { $count ->
       *[other] ⚠️ { $count } 个附件无法下载，请发送人重新发送。
    }
part-continued = （续）
channel-choices = 请输入序号选择：
moment = { $date } { $weekday } { $time }
weekday-0 = 星期一
weekday-1 = 星期二
weekday-2 = 星期三
weekday-3 = 星期四
weekday-4 = 星期五
weekday-5 = 星期六
weekday-6 = 星期日

## Reports

figure-carried_over = 上期结转
figure-carried_over-means = 本期开始时政府仍须处理的事项。
figure-received = 新收
figure-received-means = 本期内提交的事项。
figure-returned = 重新办理
figure-returned-means = 以前已处理、本期须再办的事项，多因企业表示未解决。
figure-to_handle = 应处理总数
figure-to_handle-means = 上期结转加新收加重新办理；等于已处理加结转下期。
figure-handled = 已处理
figure-handled-means = 应处理事项中期末已无须政府再办者：已答复、不予受理、撤回或合并。
figure-carried_forward = 结转下期
figure-carried_forward-means = 期末政府仍须处理的事项；下期以此数开始。
figure-accepted = 已受理
figure-accepted-means = 本期内首次有人员受理的事项。
figure-answered = 已答复
figure-answered-means = 本期内答复且期末仍有效的事项，含说明理由的不予受理。
figure-on_time = 按时答复
figure-on_time-means = 已答复中未经延期且不晚于期限者。
figure-extended = 延期内答复
figure-extended-means = 已答复中在延长期限内者；单列，不算按时也不算逾期。
figure-late = 逾期答复
figure-late-means = 已答复中晚于期限者。
figure-declined = 不予受理
figure-declined-means = 已答复中说明理由后不予受理者。
figure-solved = 企业确认已解决
figure-solved-means = 本期结束且企业确认已解决者。
figure-partly = 企业确认部分解决
figure-partly-means = 本期结束且企业确认部分解决者。
figure-not_solved = 企业表示未解决
figure-not_solved-means = 本期内因企业表示未解决而最近一次重开者。
figure-not_confirmed = 企业未确认
figure-not_confirmed-means = 本期因企业未回应而结束者；不算已解决。
figure-withdrawn = 企业撤回
figure-withdrawn-means = 本期内撤回的事项。
figure-merged = 并入其他事项
figure-merged-means = 本期内并入其他事项者。
figure-transfers = 移交次数
figure-transfers-means = 本期内部门间移交次数；一件可多次。
figure-extensions = 延期次数
figure-extensions-means = 本期内延期次数。
figure-reopened = 重开次数
figure-reopened-means = 本期内企业重开次数。
figure-appeals = 重开待办
figure-appeals-means = 曾重开且期末仍待办的事项。
figure-unmasked = 公开身份
figure-unmasked-means = 本期内因说明的理由向部门公开匿名企业身份的事项。
figure-waiting_for_business = 等待企业补充
figure-waiting_for_business-means = 期末等待企业补充的事项。
figure-paused_now = 期限暂停
figure-paused_now-means = 期末因期限内提问而暂停计时的事项。
figure-overdue_now = 已逾期
figure-overdue_now-means = 期末仍待办且已逾期的事项。
figure-due_soon = 三个工作日内到期
figure-due_soon-means = 期末待办、未逾期且计时中、三个工作日内到期的事项。
figure-age_to_3 = 待办不超过3天
figure-age_to_3-means = 期末待办、提交不超过3个工作日的事项。
figure-age_to_7 = 待办4–7天
figure-age_to_7-means = 期末待办、提交4至7个工作日的事项。
figure-age_to_15 = 待办8–15天
figure-age_to_15-means = 期末待办、提交8至15个工作日的事项。
figure-age_to_30 = 待办16–30天
figure-age_to_30-means = 期末待办、提交16至30个工作日的事项。
figure-age_over_30 = 待办超过30天
figure-age_over_30-means = 期末待办、提交超过30个工作日的事项。
figure-median_acceptance_hours = 受理用时中位数
figure-median_acceptance_hours-means = 自提交至首次受理的工作小时；半数更快。
figure-p90_acceptance_hours = 受理用时90%
figure-p90_acceptance_hours-means = 九成事项在此工作小时内受理。
figure-median_first_word_hours = 首次回应用时中位数
figure-median_first_word_hours-means = 自提交至人员首次回应的工作小时；半数更快。
figure-p90_first_word_hours = 首次回应用时90%
figure-p90_first_word_hours-means = 九成事项在此工作小时内获首次回应。
figure-median_resolution_hours = 答复用时中位数
figure-median_resolution_hours-means = 自提交至答复的工作小时，含等待企业；半数更快。
figure-p90_resolution_hours = 答复用时90%
figure-p90_resolution_hours-means = 九成事项在此工作小时内答复。
figure-paused_percent = 暂停时间占比（%）
figure-paused_percent-means = 已答复事项的办理时间中等待企业的百分比。
figure-ratings = 评分数
figure-ratings-means = 本期结束且企业评分的事项。
figure-mean_stars = 平均满意度（1–5星）
figure-mean_stars-means = 本期结束且有评分事项的平均星数；请与评分数同读。
figure-unknown = –
figure-number = { $count }
figure-decimal = { $number }.{ $tenth }
figure-share = { $part }/{ $count }（{ $share }%）
figure-share-few = { $part }/{ $count }
basis-start = 期初
basis-filed = 提交日
basis-written = 记录日
basis-accepted = 首次受理日
basis-first-word = 首次回应日
basis-answered = 答复日
basis-reopened = 重开日
basis-ended = 结束日
basis-end = 期末
basis-period = 整期
measure-cases = 件
measure-events = 次
measure-hours = 工作小时
measure-percent = %
measure-stars = 星
delay-not-accepted = 尚无人受理
delay-asked-too-late = 逾期后才询问企业
delay-reopened = 重开未办结
delay-transferred = 部门间移交
delay-extended = 延期后仍逾期
delay-worked-on = 正在处理
wish-answer-late = 办结{ $count }件逾期事项：{ $codes }
wish-answer-soon = 按各自期限答复{ $count }件即将到期事项
wish-review-appeals = 复核{ $count }件企业表示未解决的事项
wish-plan-issue = 对{ $codes }（{ $count }件）提出统一处理方案
wish-report-beyond = 就{ $count }件超出省权限的事项上报：{ $codes }
pci-01 = 市场准入
pci-02 = 土地获取
pci-03 = 透明度
pci-04 = 时间成本
pci-05 = 非正式费用
pci-06 = 公平竞争
pci-07 = 政府主动性
pci-08 = 企业扶持政策
pci-09 = 劳动力培训
pci-10 = 法律制度与治安
sheet-summary = 汇总
sheet-cases = 事项
sheet-facts = 数据
sheet-definitions = 定义
report-parent = { $province }人民委员会
report-office = 企业支持工作组
report-number = 编号：……
report-nation = 越南社会主义共和国
report-motto = 独立 - 自由 - 幸福
report-place = { $province }，{ $year }年……月……日
report-kind = 报告
report-draft = （依数据起草；编号、日期和签名由主管人员填写）
report-subject-week = { $year }年第{ $number }周企业困难受理与解决情况
report-subject-month = { $year }年{ $number }月企业困难受理与解决情况
report-subject-quarter = { $year }年第{ $number }季度企业困难受理与解决情况
report-subject-year = { $year }年企业困难受理与解决情况
report-opening = 工作组报告{ $from }至{ $to }的情况。数据依各事项日志统计，截至期末。
report-balance = 上期结转{ $carried }件；新收{ $received }件；重新办理{ $returned }件。应处理{ $total }件；已处理{ $handled }件；结转下期{ $forward }件。
report-before = 上期：新收{ $received }件，答复{ $answered }件，期末逾期{ $overdue }件。
report-answered = 已答复{ $count }件：按时{ $ontime }件，延期内{ $extended }件，逾期{ $late }件。按时：{ $share }。
report-times = 答复用时：半数在{ $median }个工作小时内，九成在{ $most }个工作小时内。
report-nothing-answered = 本期尚无答复。
report-outcomes = 企业确认：已解决{ $solved }件，部分解决{ $partly }件，未解决{ $notsolved }件；未确认{ $silent }件。
report-left = 期末待办{ $count }件：逾期{ $overdue }件，三个工作日内到期{ $soon }件，等待企业{ $waiting }件。
report-grown = 增加：{ $topic }：{ $count }件（上期{ $before }件）。
report-common = 多次反映：{ $topic }：本期{ $count }件。
report-issue = 共性问题{ $issue }（{ $about }）：{ $count }件，尚未解决。
report-reopened = 企业因未解决重开{ $count }次。
report-nothing-notable = 与上期相比无突出或重复问题。
report-good-on-time = 按时答复{ $share }（上期{ $before }）。
report-good-solved = 本期结束事项中企业确认已解决{ $share }。
report-good-overdue = 逾期事项降至{ $count }件（上期{ $before }件）。
report-no-shortcoming = 本期无逾期答复、逾期未办或重开事项。
report-bad-late = 逾期答复：{ $share }。
report-bad-overdue = { $department }：逾期{ $count }件。
report-cause = { $why }：{ $count }件逾期。
report-no-cause = 无逾期事项可供分析原因。
report-nothing-overdue = 期末无逾期事项。
report-nothing-beyond = 无超出省权限的事项。
report-nothing-proposed = 数据未显示需进一步指示的事项。
report-more = ……另有{ $count }件；完整清单见表格文件。
report-withheld = 少
report-total = 合计
report-others = { $count }个小组
report-label-week = 第{ $number }周
report-unknown = 未确定
report-pci = 按省级竞争力指数（PCI）分项。“少”为不足五件、为保密不列数的组。
report-trend = 各期新收、答复与逾期
report-open-by-department = 各部门待办事项
report-figure = 指标
report-this = 本期
report-last = 上期
report-year-ago = 去年同期
report-by-department = 部门
report-by-topic = 领域
report-by-pci = PCI分项
report-by-place = 地区
report-by-kind = 类型
report-by-language = 语言
report-by-channel = 渠道
report-short-to_handle = 应处理
report-short-received = 新收
report-short-answered = 答复
report-short-on_time = 按时
report-short-overdue_now = 逾期
report-short-carried_forward = 待办
report-short-transfers = 移交
report-short-reopened = 重开
report-short-extensions = 延期天数
report-code = 编号
report-deadline = 期限
report-days = 逾期天数
report-why = 原因
report-since = 提交日
report-state = 状态
report-answered-on = 答复日
report-ended-on = 结束日
report-outcome = 结果
report-who = 执行部门
report-what = 内容
report-by-when = 期限
report-period = 期
report-dimension = 维度
report-group = 组
report-value = 数值
report-meaning = 统计口径
report-basis = 日期依据
report-measure = 单位
report-part-results = 受理与解决结果
report-part-groups = 按部门与领域
report-part-notable = 突出与重复问题
report-part-overdue = 逾期事项
report-part-beyond = 超出省权限的事项
report-part-proposals = 建议
report-four-direction = 指导与管理
report-four-results = 执行结果
report-four-assessment = 总体评价
report-four-tasks = 方向与任务
report-achieved = 取得的成绩
report-lacking = 存在的不足
report-causes = 原因
report-to-fill = ［由起草人撰写。］
report-see-annex = （已发文件清单见附录一。）
report-annex-documents = 附录一　已发文件清单
report-annex-documents-fill = ［各文件编号、日期与摘要。］
report-annex-overdue = 附录二　逾期事项清单
report-to = 送：
report-to-leaders = - 省人民委员会领导；
report-to-group = - 工作组成员；
report-to-file = - 存档。
report-authority = 工作组代表
report-signer = 组长
report-signature = ……………………
weekly-of = 📊 { $subject }（{ $days }）
weekly-late = （迟发：应发时系统停机。）
weekly-flow = • 新收：{ $received }（上期{ $receivedbefore }）；答复{ $answered }（上期{ $answeredbefore }）；待办{ $left }（期初{ $carried }）
weekly-quality = • 按时答复{ $share }，半数在{ $hours }个工作小时内；企业确认已解决{ $solved }件
weekly-quality-at-once = • 按时答复{ $share }；企业确认已解决{ $solved }件
weekly-overdue = • 逾期：{ $count }（上期{ $before }）：{ $where }；最久#{ $code }，{ $days }个工作日
weekly-none-overdue = • 无逾期事项（上期{ $before }）
weekly-where = { $department }{ $count }
weekly-others = 其他{ $count }个部门
weekly-grown = • 增加最多：{ $topic }：{ $count }（上期{ $before }）
weekly-repeats = • 重复：{ $what }
weekly-common = { $topic }：{ $count }件
weekly-issues = { $count }个共性问题未解决
weekly-reopened = 企业重开{ $count }次
weekly-asked =
    • 请{ $who }：{ $what }，{ $by }前{ $more ->
        [0] 。
       *[other] ；另有{ $more }项见报告。
    }
weekly-files = 📎 { $subject }
refused-period = 请写已开始的期间，如 /baocao 2026-W47、/baocao 2026-11、/baocao 2026-Q4 或 /baocao 2026。
refused-report-task-group = 期间报告供工作组和领导使用。本部门数据：/thongke
