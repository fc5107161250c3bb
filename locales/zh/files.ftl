## Files that did not arrive

file-refused = ⚠️ 文件“{ $name }”未能发送到此处：聊天软件拒绝了该文件。请在网页上查看，或请对方换一种格式。
file-refused-right = ⚠️ 文件“{ $name }”未能发送到此处：本聊天不允许此类文件。请群管理员开放权限后再请对方发送。
file-refused-size = ⚠️ 文件“{ $name }”未能发送到此处：超过聊天软件的大小限制。
file-lost = ⚠️ 您刚发送的文件“{ $name }”无法读取或内容为空。请重新发送该文件；其他内容已收到。
file-lost-size = ⚠️ 您刚发送的文件“{ $name }”过大，未能接收。请发送较小的文件；其他内容已收到。
