## Departments that want no content in their messenger

discreet =
    🔒 #{ $code } · { $topic } · 期限 { $deadline }
    内容和文件仅在工作页面查看：{ $desk }
discreet-no-deadline = 未定
discreet-desk = 省网页的工作台
