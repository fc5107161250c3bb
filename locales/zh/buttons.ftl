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
outcome-explained = 只作了解释，未解决
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
button-explained = 💡 只作了解释，未解决
button-explain = 💡 仅作解释
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
button-send-as-read = ✅ 按此发送
button-unsend = ✖️ 不发送
button-held-send = ➡️ 发给企业
button-held-answer = 💬 这是答复
button-held-note = 🔒 内部备注

## Toasts

toast-accepted = 您已接办事项 #{ $code }，请在卡片上的期限前答复。
toast-explained = #{ $code }：已记录此答复仅作解释；结果仍由企业确认。
toast-decided = #{ $code }：已记录决定并通知部门。
toast-choose = 请在卡片上选择。
toast-held-send = #{ $code }：已发给企业。
toast-held-answer = #{ $code }：答复已发出，等待企业确认。
toast-held-note = #{ $code }：已存为内部备注。
