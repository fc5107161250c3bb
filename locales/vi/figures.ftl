## Overdue, figures, details

overdue-head =
    { $count ->
       *[other] ⏰ { $count } vụ việc quá hạn, lâu nhất ở trên
    }
overdue-line = • #{ $code } · { $department } · hạn { $deadline }
overdue-more = … và { $count } vụ việc khác
overdue-none = ✅ Không có vụ việc quá hạn.
figures-head = 📊 Số liệu từ { $from } đến { $to }
figures-received = • Tiếp nhận: { $count }
figures-answered = • Đã trả lời: { $count }; đúng hạn { $ontime } ({ $share }%), trong hạn đã gia hạn { $extended }, quá hạn { $late }
figures-outcomes = • Doanh nghiệp xác nhận: đã giải quyết { $solved }, một phần { $partly }, mới được giải thích { $explained }, chưa { $notsolved }, không xác nhận { $silent }
figures-open = • Đang mở: { $count }, quá hạn { $overdue }, chờ doanh nghiệp { $waiting }
weekly-head = 📊 Kính gửi lãnh đạo: kết quả tuần { $days }
routed-head = 🧭 Chuyển vụ việc tháng { $month }: { $cases } vụ việc, đúng cơ quan ngay { $right }, chuyển một lần { $once }, nhiều lần hơn { $more }
routed-department = • { $department }: { $cases } vụ việc, đúng ngay { $right }, chuyển một lần { $once }, nhiều lần hơn { $more }
details-head = 📋 Diễn biến vụ việc #{ $code }
details-arrived = đã tới doanh nghiệp lúc { $at }
details-on-its-way = đang gửi
details-not-arrived = chưa tới được doanh nghiệp
details-line = • { $at } · { $who } · { $what }. { $text }
role-business = Doanh nghiệp
role-officer = Cán bộ
role-task-group = Tổ công tác
role-administrator = Người quản trị
role-clock = Hệ thống
task-group = Tổ công tác hỗ trợ doanh nghiệp
leadership = Lãnh đạo tỉnh
administrator = Người quản trị
told-filed = gửi vụ việc
told-assigned = giao cho { $department }
told-succeeded = theo cơ quan đã hợp nhất sang { $department }
told-accepted = cán bộ nhận việc
told-asked = hỏi thêm doanh nghiệp
told-replied = doanh nghiệp trả lời câu hỏi
told-told = nhắn cho doanh nghiệp
told-answered = trả lời doanh nghiệp
told-explained = ghi nhận câu trả lời chỉ giải thích
told-corrected = đính chính nội dung đã gửi
told-confirmed = kết quả: { $outcome }
told-rated = doanh nghiệp chấm điểm
told-reopened = doanh nghiệp báo chưa giải quyết, mở lại
told-transferred = chuyển tới { $department }
told-extended = gia hạn
told-declined = từ chối, có hướng dẫn
told-withdrawn = rút vụ việc
told-added = doanh nghiệp bổ sung
told-amended = doanh nghiệp sửa nội dung
told-noted = ghi chú nội bộ
told-escalated = quá hạn, báo cấp trên
told-erased = xoá dữ liệu theo quy định
told-warned = nhắc cơ quan về thời hạn
told-reminded = nhắc doanh nghiệp
told-resumed = doanh nghiệp chưa trả lời, thời hạn tính tiếp
told-recomputed = tính lại thời hạn
told-proposed = đề nghị Tổ công tác quyết định
told-refused = Tổ công tác không đồng ý đề nghị
told-invited = mời { $department } góp ý
told-contributed = { $department } góp ý
told-unreached = tin không tới được doanh nghiệp

digest-told =
    🔐 Dấu niêm của sổ vụ việc đến { $until }: { $cases } vụ việc, { $entries } dòng diễn biến.
    Mã: { $seal }
    Xin giữ lại tin này, không cần làm gì thêm. Nếu sau này có ai sửa hay xoá diễn biến cũ, đối chiếu với mã này sẽ thấy.
