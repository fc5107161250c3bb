## The way to the board

board-link =
    📊 Bảng theo dõi, liên kết dùng một lần cho { $name }:
    { $address }
    Liên kết hết hạn lúc { $until }. Xin đừng chuyển cho người khác.
board-sent = 📊 Đã gửi riêng cho { $name } liên kết vào bảng theo dõi.
board-ended =
    { $count ->
        [0] Không có phiên xem bảng nào đang mở từ nhóm này.
       *[other] Đã kết thúc { $count } phiên xem bảng mở từ nhóm này.
    }
