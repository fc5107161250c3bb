## Directives, and what leaders read and do

directive-by-leadership = Lãnh đạo UBND tỉnh
directive-by-task-group = Tổ công tác
directive-draft = 📝 Ý kiến của { $by } ({ $name }), chưa giao cơ quan nào thực hiện:
directive-head = 📣 Chỉ đạo #{ $code } · { $by } · { $state }
directive-is-draft = chưa giao
directive-is-given = đang thực hiện
directive-is-late = quá hạn
directive-is-reported = đã báo cáo, chờ xem xét
directive-is-done = hoàn thành
directive-is-cancelled = không thực hiện nữa
directive-about = ↳ { $what }
directive-on-case = Về vụ việc #{ $about }
directive-on-issue = Về vấn đề chung #{ $about }
directive-on-project = Về dự án #{ $about }
directive-on-other = { $about }
directive-text =
    { "" }
    { $text }
    { "" }
directive-no-text = (chưa có nội dung: xin trả lời (reply) tin này bằng việc cần làm)
directive-hand-over = Tổ công tác trực tiếp đôn đốc, giải quyết vụ việc này và báo cáo kết quả.
directive-who = 🏛 Thực hiện: { $who }
directive-due = ⏰ Hạn: { $at }
directive-answer =
    ✅ Báo cáo:
    { $text }
directive-told-returned = ↩️ #{ $code }: { $by } cho biết chưa xong, xin làm tiếp: { $text }
directive-told-word = 💬 #{ $code }: { $by }: { $text }
directive-told-accepted = ✅ #{ $code }: hoàn thành ({ $who }).
directive-told-cancelled = #{ $code }: { $by } cho biết không cần thực hiện nữa: { $text }
directive-dropped = 📝 { $name } đã bỏ ý kiến này, không giao cơ quan nào.
directive-held = #{ $code }: nội dung này là gì? Chưa có gì được gửi đi.
directive-held-report = ✅ #{ $code }: { $name } đã gửi báo cáo kết quả; chờ xem xét.
directive-held-word = 💬 #{ $code }: { $name } đã gửi lời nhắn này.
directive-held-return = ↩️ #{ $code }: { $name } đã gửi trả để làm tiếp.
directive-held-cancel = #{ $code }: { $name } đã thôi chỉ đạo này; cơ quan đã được báo.
directive-want-report = ✍️ Xin trả lời (reply) tin này bằng kết quả thực hiện.
directive-want-return = ✍️ Xin trả lời (reply) tin này: còn thiếu gì, trước ngày nào.
directives-none = Không có chỉ đạo nào đang thực hiện. Ra chỉ đạo (Tổ công tác, lãnh đạo): /chidao #MÃ cơ quan, việc cần làm, trước ngày nào.
directives-head =
    { $count ->
       *[other] 📣 { $count } chỉ đạo đang thực hiện{ $late ->
            [0] { "" }
           *[other] , { $late } quá hạn
        }
    }
directives-line = • #{ $code } · { $who } · hạn { $at } · { $state }: { $text }
directives-more =
    { $count ->
       *[other] … và { $count } chỉ đạo khác
    }
button-directive-report = ✅ Báo cáo đã xong
button-directive-accept = ✅ Hoàn thành
button-directive-return = ↩️ Chưa xong
button-directive-give = ✅ Giao thực hiện
button-directive-who = 🏛 Cơ quan khác…
button-directive-days = ⏰ Hạn khác…
button-directive-drop = Bỏ, không giao
button-directive-term =
    { $count ->
       *[other] { $count } ngày làm việc
    }
button-held-report = ✅ Đã xong, đây là kết quả
button-held-word = 💬 Lời nhắn
button-held-return = ↩️ Chưa xong, làm tiếp
button-held-cancel = Không cần làm nữa
toast-directive-given = Đã giao; cơ quan đã nhận được.
toast-directive-accepted = #{ $code }: đã ghi hoàn thành và báo cơ quan.
toast-directive-reply = Xin trả lời (reply) tin chỉ đạo này; chưa có gì được gửi đi.
toast-urged = #{ $code }: đã nhắc { $who }, Tổ công tác cũng được báo.
toast-handed = Đã giao Tổ công tác (#{ $code }), hạn 3 ngày làm việc.
refused-direct-task-group = Chỉ lãnh đạo và Tổ công tác ra chỉ đạo. Xem chỉ đạo cơ quan đang thực hiện: /chidao
refused-directive-who = Xin chọn cơ quan thực hiện bằng nút.
refused-directive-what = Xin trả lời (reply) tin này bằng việc cần làm, rồi bấm giao.
refused-directive-term = Xin chọn hạn bằng nút, hoặc trả lời (reply) tin này, ví dụ: trước 15/12.
refused-directive-state = Chỉ đạo #{ $code } đang ở trạng thái “{ $state }” nên không làm được việc này.
refused-directive-given = Đã giao rồi: chỉ đạo #{ $code }.
refused-no-directive = Nhóm này không có chỉ đạo #{ $code }. Xem danh sách: /chidao
refused-no-such-case = Không có vụ việc đó. Xin kiểm tra mã rồi gõ lại, ví dụ /chitiet #MÃ
refused-leadership-only = Nút này dành cho nhóm của lãnh đạo.
refused-urged = Hôm nay đã nhắc về vụ việc #{ $code } rồi.
refused-handed = Vụ việc #{ $code } đã được giao Tổ công tác rồi. Xem: /chidao
leader-passed-on = ✅ Đã chuyển ý kiến này đến Tổ công tác. Muốn giao ngay, xin chọn:
leader-how = Ý kiến này chưa được chuyển đi. Để Tổ công tác nhận được, xin bấm “Trả lời” dưới tin báo cáo hoặc tin cảnh báo rồi viết; hoặc gõ /chidao và nội dung. Các lệnh khác: /trogiup
leader-replied-to = 👆 Lãnh đạo trả lời tin: “{ $text }”
escalated-line = • #{ $code } · { $topic }: { $text } — quá hạn { $days } ngày làm việc, ở { $department } từ { $since }
button-leader-urge = 🔔 Nhắc{ $which }
button-leader-hand = 🏛 Tổ công tác{ $which }
group-urged =
    🔔 #{ $code }: { $by } nhắc trả lời doanh nghiệp ngay{ $days ->
        [0] .
       *[other] ; đã quá hạn { $days } ngày làm việc.
    }
morning-directive-late = 📣 Chỉ đạo quá hạn, xin báo cáo ngay:
morning-directive-eve = 📣 Chỉ đạo sắp đến hạn (ngày làm việc tới):
morning-directive-half = 📣 Chỉ đạo đã qua nửa thời gian:
morning-directive = • #{ $code } · { $who } · hạn { $at }: { $text }
help-leadership =
    Kính gửi lãnh đạo. Trong nhóm này:
    • Trả lời (reply) báo cáo hoặc tin quá hạn bằng lời: ý kiến đến Tổ công tác ngay; bấm nút nếu muốn giao thẳng một cơ quan, có hạn.
    • /duan: vướng mắc theo dự án đầu tư, lâu nhất trước.
    • /tranhchap: vụ việc có thể thành tranh chấp, và Tổ công tác đã quyết định gì.
    • /chidao: các chỉ đạo đang thực hiện. Ra chỉ đạo: /chidao #MÃ Sở Xây dựng báo cáo trước 15/12 (hoặc /giao).
    • /chitiet #MÃ: diễn biến một vụ việc, không nêu tên doanh nghiệp giấu tên.
    • /nhatky: ai đã xem danh tính người gửi vụ việc giấu tên.
    • /baocao 2026-W47: báo cáo một tuần, tháng (2026-11), quý (2026-Q4) hoặc năm. /thongke: số liệu tuần này. /quahan: vụ việc quá hạn. /bang: bảng theo dõi trên trang web.
role-leadership = Lãnh đạo UBND tỉnh
told-urged = nhắc trả lời ngay
told-directed = ra chỉ đạo
told-followed = hoàn thành chỉ đạo

## In reports

report-part-directives = Kết quả thực hiện chỉ đạo
report-part-disputes = Vụ việc có thể thành tranh chấp
report-directives = Trong kỳ đã ra { $given } chỉ đạo; hoàn thành { $done }, trong đó { $late } sau hạn; cuối kỳ còn { $open } đang thực hiện, { $overdue } quá hạn.
report-no-directives = Trong kỳ không có chỉ đạo nào được ra hoặc đang thực hiện.
report-directives-given = Đã ra
report-directives-done = Hoàn thành
report-directives-late = Sau hạn
report-directives-open = Đang thực hiện
report-directives-go-on = Tiếp tục thực hiện { $count } chỉ đạo:
report-no-disputes = Không có vụ việc nào là tranh chấp hoặc có thể thành tranh chấp.
report-signs = Dấu hiệu
report-by-component = Thành phần { $place }, { $pci }: { $topics }.
weekly-directives = • Chỉ đạo đang thực hiện: { $open }, quá hạn { $overdue }; hoàn thành trong kỳ { $done }
