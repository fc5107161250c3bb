## Systemic issues

signal-told =
    { $count ->
       *[other] 📈 Trong { $days } ngày: { $count } vụ việc { $what }, từ { $businesses } doanh nghiệp khác nhau; { $usual }.
    }
signal-usual =
    { $count ->
       *[other] thường chỉ khoảng { $count } doanh nghiệp
    }
signal-seldom = thường hầu như không có
signal-cases = Các vụ việc: { $codes }
signal-hint = Có thể các vụ việc này có chung một nguyên nhân. Nếu đúng, xin mở vấn đề chung để xử lý một lần cho tất cả; nếu không, xin bỏ qua tin này.
about-topic = về “{ $name }”
about-place = ở { $name }
about-department = thuộc { $name }
issue-opened = 🧩 { $name } đã mở vấn đề chung #{ $code }: vụ việc { $what }.
issue-head =
    { $count ->
       *[other] 🧩 Vấn đề chung #{ $code }: { $count } vụ việc { $what }
    }
issue-opened-by = { $name } mở lúc { $at }
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
       *[other] … và { $count } vụ việc khác
    }
issue-how = Thêm hoặc bớt vụ việc: /vande #{ $code } them #MÃ, /vande #{ $code } bo #MÃ. Kết thúc: /vande #{ $code } dong kết quả
issue-closed =
    🏁 { $name } kết thúc lúc { $at }. Kết quả:

    { $text }
issue-put-in =
    { $count ->
       *[other] ✅ Đã thêm { $codes } vào vấn đề chung #{ $code }; hiện có { $count } vụ việc.
    }
issue-taken-out =
    { $count ->
       *[other] ✅ Đã bỏ { $codes } khỏi vấn đề chung #{ $code }; còn { $count } vụ việc.
    }
issue-unchanged =
    { $count ->
       *[other] Vấn đề chung #{ $code } không thay đổi; hiện có { $count } vụ việc. Xem danh sách: /vande #{ $code }
    }
issue-like-head = 🧩 Vụ việc mới cùng loại với vấn đề chung đang mở. Tổ công tác quyết định có thêm vào hay không.
issue-like =
    { $count ->
       *[other] • #{ $code } (vụ việc { $what }): { $count } vụ việc mới: { $codes }. Thêm: /vande #{ $code } them #MÃ
    }
issue-of-case = 🧩 Thuộc vấn đề chung #{ $code } (vụ việc { $what })
issues-head =
    { $count ->
       *[other] 🧩 { $count } vấn đề chung đang mở. Xem vụ việc: /vande #MÃ
    }
issues-line =
    { $count ->
       *[other] • #{ $code } · { $count } vụ việc { $what }
    }
issues-none = Hiện không có vấn đề chung nào đang mở. Khi có nhiều vụ việc cùng loại bất thường, tin báo đến đây kèm nút để mở.
