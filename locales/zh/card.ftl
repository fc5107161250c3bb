## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
card-language = 🌐 企业使用{ $tongue }
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
card-imported = 📋 来自清单“{ $list }”（{ $place }），不计入统计；处理结果请另行告知企业
card-imported-due = 📋 清单中的期限：{ $said }
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
card-explained = 💡 此答复仅说明规定或现状
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
held-may-go-on = ✂️ 内容已接近聊天软件的长度上限，可能还有后续。如有，请回复本消息继续发送；发完后再按按钮。
held-send = ➡️ #{ $code }：{ $name } 已将这段内容发给企业。
held-answer = 💬 #{ $code }：{ $name } 已将这段内容作为答复发出，等待企业确认。
held-note = 🔒 #{ $code }：{ $name } 已存为内部备注。
help-officer =
    本群工作方法
    • 回复事项的卡片或消息；然后选择：发给企业、作为答复、或内部备注。
    • 也可在回复卡片时或写上 #编号 直接输入命令：/accept 接办，/ask 询问，/send 发消息，/answer 答复，/note 内部备注，/extend 延期，/transfer 转办，/invite 请其他部门协办，/contribute 提出意见，/decline 不予办理，/explain 记为仅作解释，/details 过程，/deadline 期限算法。
    • /queue：进行中的事项，期限近的在前；可加 free、mine、asked、late 或一个词。
    • /canned：答复模板与法律依据；用 /canned 回复卡片即可使用。
    • /search 关键词：查找，/alike：类似事项的答复，/merge：合并两件事项；工作组：/assign 指派部门，/publish 公布答复，/retract 撤下，/separate 分开，/unmask 公开隐名企业的名称（须说明理由并经两人同意；紧急时一人）。
    • /overdue：逾期事项。/stats：本周数据。/board：网页看板。/direct：办理中的交办事项；工作组交办：/assign 并写明期限。/projects：按项目列出的困难，/disputes：可能成为争议的事项，/issues：共性问题，/datarequests：个人数据请求，/hold：超过保存期限保留事项（须说明理由），/report：期间报告，/bindings：工作处列表，/unbind：解除（工作组）。/topics on 或 off：每个事项一个话题。
    • 修改已发出的消息：企业会收到更正。群内其他谈话不会外发。
reaction-done = 👍 已记录
reach-free = 📨 消息可立即送达；至少到 { $free } 免费，到 { $until } 前收费
reach-paid = 📨 消息可立即送达，但需收费；至少到 { $until } 前可发送
reach-elsewhere = 📨 企业久未在此渠道发言；消息将通过其另一渠道送达
reach-knock = 📨 企业超过7天未发言：只能发送（收费的）模板消息请其回来查看
reach-closed = 📨 企业超过7天未发言：消息无法送达；届时请您电话联系
reached-at = ✅ 最近一条消息已于 { $at } 送达企业
reached-soon = ⌛ 最近一条消息正在发送
reached-not = ⚠️ 最近一条消息尚未送达；企业再次发言后自动发送
