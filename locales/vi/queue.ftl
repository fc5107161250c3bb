## The open cases of a chat

queue-head =
    { $count ->
        [0] 📋 { $view }: không có vụ việc nào.
       *[other] 📋 { $view }: { $count } vụ việc, hạn gần nhất ở trên.
    }{ $words ->
        [none] { "" }
       *[other] { " " }Tìm: “{ $words }”.
    }
queue-all = Việc đang mở
queue-free = Chưa ai nhận
queue-mine = Việc tôi đã nhận
queue-asked = Chờ doanh nghiệp bổ sung
queue-late = Quá hạn
queue-parts = Được mời phối hợp
queue-line =
    • #{ $code } · { $days } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } tin chưa xem
    }: { $text }
queue-line-inside =
    • #{ $code } · { $days } · { $department } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } tin chưa xem
    }: { $text }
queue-parts-too = 🤝 Cơ quan khác đang mời góp ý { $count } vụ việc: /viec phối hợp
queue-nobody = chưa ai nhận
days-resting = thời hạn tạm dừng
days-late = QUÁ HẠN { $days } ngày làm việc
days-today = hạn hôm nay
days-left = còn { $days } ngày làm việc
queue-waiting = 📋 Cơ quan đang có { $count } vụ việc mở. Thẻ của những việc gần hạn nhất ở dưới; xem tất cả: /viec
