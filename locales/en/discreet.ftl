## Departments that want no content in their messenger

discreet =
    🔒 #{ $code } · { $topic } · due { $deadline }
    Words and files stand on your desk only: { $desk }
discreet-no-deadline = not set
discreet-desk = the desk on the province's page
