## What officers are asked to write

writing-stop = 如改变主意，请回复“取消”；尚未发送任何内容。
writing-stopped = 已取消，未发送任何内容。
writing-too = ⚠️ { $names } 也正在为 #{ $code } 撰写。
toast-write = #{ $code }：请在 30 分钟内写好；尚未发送任何内容。
toast-writing-too = #{ $code }：{ $names } 也正在撰写。尚未发送任何内容。
sent-arrived = 已于 { $at } 发送，企业已收到。
held-together = 将一并发出：
held-together-line = • { $text }
held-wanted = ✍️ #{ $code }：{ $name } 已按卡片上的选择使用此内容。
button-held-wanted = ✍️ 按卡片上的选择
toast-held-wanted = #{ $code }：已按卡片上的选择办理。
held-tongue = 🌐 #{ $code }：企业使用{ $theirs }，此内容为{ $ours }，尚未发送。如要用{ $theirs }重写，请回复本消息；或在下方选择。
held-other-tongue = 🌐 企业使用{ $theirs }，此内容为其他语言。
button-held-anyway = ✅ 仍按原文发送
