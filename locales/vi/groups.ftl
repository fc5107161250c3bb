## To groups

business-replied =
    💬 #{ $code }: doanh nghiệp trả lời câu hỏi, thời hạn tính tiếp.

    { $text }
business-added =
    ➕ #{ $code }: doanh nghiệp bổ sung.

    { $text }
business-edited =
    ✏️ #{ $code }: doanh nghiệp sửa nội dung đã gửi, nay là:

    { $text }
seen-on-return = 🕶 #{ $code }: người gửi ẩn danh; lời này đã được lưu, người gửi sẽ đọc khi quay lại bằng mã.
group-unmasked =
    🔓 #{ $code }: doanh nghiệp được nêu tên. Lý do: { $reason }
    🏢 { $who }
    👤 { $author }

    { $text }
reason-own = doanh nghiệp tự nêu tên
business-unreached = ⚠️ #{ $code }: tin nhắn không tới được doanh nghiệp (đã chặn hoặc xóa tài khoản). Vụ việc vẫn mở; xin liên hệ bằng cách khác và ghi lại bằng /noibo #{ $code } nội dung.
group-confirmed = 🏁 #{ $code }: { $outcome }. Vụ việc kết thúc.
group-rated =
    ⭐ #{ $code }: doanh nghiệp chấm { $stars }/5 sao và góp ý:

    { $comment }
group-reopened =
    ‼️ #{ $code }: doanh nghiệp báo chưa giải quyết. Vụ việc mở lại và đã báo cấp trên; hạn mới ghi trên thẻ.

    { $text }
group-withdrawn = #{ $code }: doanh nghiệp đã rút vụ việc, không cần xử lý tiếp.
moved-away = ↪️ #{ $code } đã chuyển tới { $department }. Lý do: { $reason }
moved-here = ↪️ #{ $code } được chuyển đến đây; thời hạn không tính lại từ đầu, xin nhận việc (/nhan). Lý do: { $reason }
proposed-transfer = 🙋 { $department } đề nghị chuyển tiếp tới { $what }; vụ việc đã được chuyển nên Tổ công tác quyết định, xin bấm ngay dưới thẻ này. Lý do: { $reason }
proposed-extend = 🙋 { $department } đề nghị gia hạn { $what }; vụ việc đã được gia hạn hoặc mở lại nên Tổ công tác quyết định, xin bấm ngay dưới thẻ này. Lý do: { $reason }
proposal-with-task-group = 🙋 #{ $code }: đề nghị này do Tổ công tác quyết định và đã được gửi đi. Trong khi chờ, xin tiếp tục xử lý; thời hạn không đổi.
proposal-refused = #{ $code }: Tổ công tác không đồng ý đề nghị ({ $what }). Thời hạn giữ nguyên: { $deadline }.
invited =
    🤝 #{ $code }: { $lead } chủ trì, mời { $department } góp ý trước { $due }.

    { $text }

    Trả lời (reply) thẻ để góp ý; { $lead } nhận và trả lời doanh nghiệp.
contributed =
    🤝 #{ $code }: { $department } góp ý.

    { $text }
no-reason = không ghi
morning-head = ⏰ Việc cần chú ý hôm nay: { $count }
morning-later =
    { $reader ->
        [leadership] Quá hạn từ 3 ngày làm việc, kính báo cáo lãnh đạo:
       *[other] Quá hạn từ 3 ngày làm việc, đã báo lãnh đạo tỉnh:
    }
morning-late =
    { $reader ->
        [task-group] Quá hạn, xin Tổ công tác đôn đốc:
        [leadership] Quá hạn, Tổ công tác đang đôn đốc:
       *[other] Quá hạn, đã báo Tổ công tác:
    }
morning-due = Hôm nay là hạn cuối, xin trả lời trong ngày:
morning-most = Sắp đến hạn (đã qua 80% thời hạn):
morning-half = Đã qua nửa thời hạn, doanh nghiệp chưa nhận được phản hồi nào; xin nhắn doanh nghiệp (/gui):
morning-accept = Chưa ai nhận việc; xin nhận (/nhan) hoặc chuyển đúng cơ quan:
morning-part = Hôm nay là hạn góp ý cho cơ quan chủ trì (/gopy):
morning-part-late = Quá hạn góp ý cho cơ quan chủ trì:
morning-reply-over = Doanh nghiệp chưa trả lời câu hỏi; thời hạn tính tiếp, xin giải quyết theo thông tin đang có:
morning-confirm-over = Doanh nghiệp không có ý kiến; vụ việc kết thúc, ghi “chưa xác nhận”:
morning-line =
    • #{ $code }{ $own ->
        [yes] { "" }
       *[no] { " " }· { $department }
    } · hạn { $deadline }{ $late ->
        [yes] { " " }(báo muộn, lẽ ra { $since })
       *[no] { "" }
    }
morning-more = … và { $count } vụ việc khác. Danh sách quá hạn: /quahan
invited-instead = Cơ quan này chưa có nhóm chat. Tổ công tác hỏi cơ quan rồi góp ý thay: /gopy #{ $code } nội dung
appeal =
    ‼️ #{ $code }: doanh nghiệp báo chưa giải quyết ({ $department }). Đề nghị Tổ công tác xem lại.

    { $text }
appeal-again = ‼️ #{ $code }: doanh nghiệp báo chưa giải quyết lần nữa. Cơ quan: { $department }. Tổ công tác đang xem lại; kính báo cáo lãnh đạo để chỉ đạo.
bound = ✅ Từ nay cuộc trò chuyện này là nơi làm việc của: { $who }. Vụ việc và thông báo sẽ được gửi đến đây.
bound-elsewhere = { $by } vừa gắn một nhóm chat với { $who }. Nếu không đúng, xin báo ngay người quản trị.
group-hello = Kính chào các anh/chị. Để nhóm này nhận vụ việc, xin người quản trị lấy mã gắn nhóm rồi gõ tại đây: /gan MÃ (mã dùng một lần, trong 24 giờ).
group-migrated = ℹ️ Nhóm “{ $title }” ({ $who }) đã được nâng cấp; kết nối được giữ nguyên, không cần làm gì.
group-removed-bot = ⚠️ Bot đã bị đưa ra khỏi nhóm “{ $title }” ({ $who }). Vụ việc không tới được nhóm; xin thêm bot trở lại.
group-changed-rights = ⚠️ Bot vừa bị bớt quyền trong nhóm “{ $title }” ({ $who }). Xin kiểm tra bot còn được gửi tin và, nếu nhóm dùng chủ đề, còn quyền quản lý chủ đề.
group-unreachable = ⚠️ Không gửi được tin tới nhóm “{ $title }” ({ $who }). Xin kiểm tra bot còn trong nhóm và được gửi tin.
group-topic-lost = ⚠️ Một chủ đề của { $who } đã bị xóa hoặc đóng; tin tiếp theo của vụ việc đó mở một chủ đề mới.
topics-on = Từ nay mỗi vụ việc mới có một chủ đề riêng trong nhóm này. Tắt: /chude tat
topics-off = Từ nay các vụ việc được gửi chung trong nhóm này. Bật lại: /chude bat
topics-refused = ⚠️ Không mở được chủ đề riêng: nhóm chưa bật tính năng chủ đề, hoặc bot chưa có quyền quản lý chủ đề. Vụ việc được gửi chung trong nhóm; sau khi sửa, gõ /chude bat
update-failed = ⚠️ Lỗi số { $number }: một tin đến chưa xử lý được ({ $error }). Tin đã được giữ lại; xem “govuong failed”.
business-asleep =
    📞 #{ $code }: tin chưa tới được doanh nghiệp vì đã hơn 7 ngày doanh nghiệp không nhắn cho kênh này.
    Xin gọi điện hoặc liên hệ bằng cách khác, rồi ghi lại bằng /noibo #{ $code } nội dung. Khi doanh nghiệp nhắn lại, tin tự gửi tiếp.
business-unreached-hidden = 📞 #{ $code }: tin chưa tới được doanh nghiệp. Vụ việc vẫn mở; Tổ công tác được nhờ liên hệ. Khi liên lạc lại được, tin tự gửi tiếp.
