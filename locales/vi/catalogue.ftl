## The catalogue

catalogue-day-changed = 📅 { $by } đã sửa lịch làm việc: ngày { $date } { $what ->
        [off] là ngày nghỉ
        [worked] là ngày làm việc
       *[none] không còn là ngày đặc biệt
    }. Vụ việc gửi từ bây giờ tính theo lịch mới. Vụ việc đang mở giữ hạn đã báo cho đến khi Tổ công tác xem và bấm “Tính lại” ở { $address }
