# Deleting the conversation on the page
menu-delete = 删除此对话
delete-title = 删除此对话？
delete-lead = 此对话中的所有消息、未完成的草稿和未提交的文件将从页面和我们的服务器上删除；任何设备和私人链接都不能再打开它。匿名提交的事项继续办理：您可凭专用码返回查看。
delete-own = { $count ->
       *[other] 您有 { $count } 件署名或隐名提交的事项。事项继续办理，但删除后您无法再在本页面查看答复。
    }
delete-yes = 删除
