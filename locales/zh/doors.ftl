## Who may say what, from where

refused-edit-done = #{ $code }：这条消息的内容已经执行并有人看过，修改它不会改变什么。如需补充，请另发一条消息。
refused-edit-over = #{ $code }：事项已进入下一步，修改旧消息不会改变什么；企业看到的仍是已发出的内容。如需补充，请使用 /send #{ $code } 加内容。
published-differs = ✏️ #{ $code }：答复刚刚更正，已公布的内容尚未更正。请重新公布（/publish #{ $code }）或撤回（/retract #{ $code }）。
refused-not-member = 本群的按钮和命令仅限群成员使用。请加入群后再试。
refused-member-unknown = 暂时无法确认您是否在群内，因此未作处理。请几分钟后再试；如仍如此，请将机器人设为群管理员。
refused-as-channel = 这条消息以频道名义发出，无法得知是谁发的，因此未作处理。请在输入框中重新选择您本人的名字（点左侧头像）后再发送。

## Bindings

bindings-head = 🔗 当前绑定的工作处：{ $count }
bindings-line = • { $who } · “{ $title }”（{ $network }）· 代号 { $binding } · 绑定人：{ $by }，{ $at } · 最近使用：{ $used }
bindings-unknown = 不详
bindings-never = 尚无
bindings-how = 解除一处：/unbind 加其代号。
refused-which-binding = 没有此代号的工作处。查看列表：/bindings
refused-unbind-administrator = 工作组的群和管理员只能由管理员解除。请告知管理员。
refused-unbind-task-group = 只有工作组和管理员可以解除工作处。请向工作组提出。
refused-bindings-task-group = 工作处列表供工作组和管理员查看。
refused-rebind = 此对话目前是{ $who }的工作处。改给{ $now }后，{ $who }将不再在此收到事项。如确认，请再输入：/bind 代码 change
unbound = 🔓 “{ $title }”不再是{ $who }的工作处（解除人：{ $by }）。其事项现送往该单位的其他群，或工作组。
unbound-here = 此对话不再是{ $who }的工作处（解除人：{ $by }）。事项不再发送到这里。
bound-lost = ⚠️ “{ $title }”不再是{ $who }的工作处，现用于{ $now }。如有误，请立即告知管理员。
desk-opened = { $by }刚刚打开了{ $who }的网页工作台。如有误，请立即告知管理员。
group-again = ✅ 机器人已回来。此群仍是{ $who }的工作处；未送达的消息正在重新发送。
