## Who may say what, from where

refused-edit-done = #{ $code }：这条消息的内容已经执行并有人看过，修改它不会改变什么。如需补充，请另发一条消息。
refused-edit-over = #{ $code }：事项已进入下一步，修改旧消息不会改变什么；企业看到的仍是已发出的内容。如需补充，请使用 /send #{ $code } 加内容。
published-differs = ✏️ #{ $code }：答复刚刚更正，已公布的内容尚未更正。请重新公布（/publish #{ $code }）或撤回（/retract #{ $code }）。
refused-as-channel = 这条消息以频道名义发出，无法得知是谁发的，因此未作处理。请在输入框中重新选择您本人的名字（点左侧头像）后再发送。
