## Departments that want no content in their messenger

discreet =
    🔒 #{ $code } · { $topic } · hạn { $deadline }
    Nội dung và tệp chỉ có ở trang làm việc: { $desk }
discreet-no-deadline = chưa tính
discreet-desk = bàn làm việc trên trang của tỉnh
