## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
card-language = 🌐 Doanh nghiệp dùng { $tongue }
card-written-in = 🌐 Viết bằng { $tongue }
tongue-ko = tiếng Hàn
tongue-ja = tiếng Nhật
tongue-th = tiếng Thái Lan
tongue-lo = tiếng Lào
tongue-km = tiếng Khmer
tongue-my = tiếng Miến Điện
tongue-id = tiếng Indonesia
tongue-tl = tiếng Tagalog (Philippines)
tongue-hi = tiếng Hindi
tongue-ru = tiếng Nga
tongue-uk = tiếng Ukraina
tongue-fr = tiếng Pháp
tongue-de = tiếng Đức
tongue-es = tiếng Tây Ban Nha
tongue-it = tiếng Ý
tongue-pt = tiếng Bồ Đào Nha
tongue-nl = tiếng Hà Lan
tongue-pl = tiếng Ba Lan
tongue-tr = tiếng Thổ Nhĩ Kỳ
tongue-ar = tiếng Ả Rập
tongue-fa = tiếng Ba Tư
card-imported = 📋 Nhập từ danh sách “{ $list }” ({ $place }), không tính vào số liệu chung; kết quả xin báo doanh nghiệp qua kênh khác
card-imported-due = 📋 Thời hạn ghi trong danh sách: { $said }
card-files = 📎 { $count } tệp
card-deadline = ⏰ Hạn trả lời: { $at }
card-overdue = ‼️ QUÁ HẠN từ { $at }
card-why = ↳ { $why }
card-deadline-again = ⏰ Hạn trả lời mới: { $at }
card-waiting = ⏸ Chờ doanh nghiệp bổ sung đến { $until }; thời hạn không tạm dừng (đã quá hạn, hoặc tính theo ngày lịch)
card-paused = ⏸ Chờ doanh nghiệp bổ sung; thời hạn tạm dừng, lâu nhất đến { $until }
card-legal = ⚖️ Khiếu nại: nếu là đơn theo Luật Khiếu nại thì còn thời hạn luật định, xem /hanxuly
card-holder = 👤 Cán bộ xử lý: { $name }
card-transfers = ↪️ Đã chuyển { $count } lần
card-extended = ⏳ Đã gia hạn { $span }
card-together = 🤝 Có thể cần phối hợp: { $departments } (bấm “Phối hợp” để mời)
card-part = 🤝 Phối hợp: { $department }, hạn góp ý { $at }
card-part-done = 🤝 Phối hợp: { $department }, đã góp ý { $at }
card-proposed-extend = 🙋 Đề nghị gia hạn { $what }, chờ Tổ công tác quyết định. Lý do: { $reason }
card-proposed-transfer = 🙋 Đề nghị chuyển tới { $what }, chờ Tổ công tác quyết định. Lý do: { $reason }
card-explained = 💡 Câu trả lời chỉ giải thích quy định hoặc hiện trạng
card-reopened = ‼️ Doanh nghiệp báo chưa giải quyết: { $count } lần
card-outcome =
    { $stars ->
        [0] 🏁 Kết quả: { $outcome }
       *[other] 🏁 Kết quả: { $outcome } · { $stars }/5 sao
    }
card-unreached = ⚠️ Tin nhắn không tới được doanh nghiệp
identity-withheld = Doanh nghiệp giấu tên 🔒
identity-anonymous = Ẩn danh 🕶: người gửi tự quay lại bằng mã, không nhận được tin nhắn ngay
topic-other = lĩnh vực khác
department-undecided = Tổ công tác (đang xác định cơ quan)
files-of = 📎 Tệp của vụ việc #{ $code }
text-of =
    📄 Toàn văn vụ việc #{ $code }:

    { $text }
topic-title = #{ $code } · { $kind }
card-choose-department = #{ $code }: chuyển vụ việc tới cơ quan nào? Chọn bên dưới, hoặc “Quay lại” để hủy.
card-choose-part = #{ $code }: mời cơ quan nào phối hợp? Cơ quan anh/chị vẫn chủ trì và trả lời. Chọn bên dưới, hoặc “Quay lại” để hủy.
card-choose-days = #{ $code }: gia hạn thêm bao lâu? Chọn bên dưới, hoặc “Quay lại” để hủy.
card-want-ask =
    ❓ #{ $code }
    { $name }: trả lời (reply) tin này bằng câu hỏi gửi doanh nghiệp, trong 30 phút. Thời hạn sẽ tạm dừng cho đến khi doanh nghiệp trả lời.
    Hoặc gõ: /hoi #{ $code } câu hỏi
card-want-answer =
    💬 #{ $code }
    { $name }: trả lời (reply) tin này bằng câu trả lời chính thức gửi doanh nghiệp (lời, ảnh hoặc tài liệu), trong 30 phút.
    Hoặc gõ: /traloi #{ $code } nội dung
card-want-note =
    🔒 #{ $code }
    { $name }: trả lời (reply) tin này bằng ghi chú nội bộ, trong 30 phút. Doanh nghiệp không thấy ghi chú.
    Hoặc gõ: /noibo #{ $code } nội dung
card-want-send =
    ➡️ #{ $code }
    { $name }: trả lời (reply) tin này bằng lời nhắn gửi doanh nghiệp (chưa phải câu trả lời), trong 30 phút.
    Hoặc gõ: /gui #{ $code } nội dung
card-want-transfer =
    ↪️ #{ $code } → { $extra }
    { $name }: trả lời (reply) tin này bằng lý do chuyển, trong 30 phút. Thời hạn giữ nguyên.
card-want-assign =
    🏛 #{ $code } → { $extra }
    { $name }: trả lời (reply) tin này bằng lý do hoặc chỉ đạo khi giao, trong 30 phút. Thời hạn giữ nguyên.
card-want-extend =
    ⏳ #{ $code }: gia hạn thêm { $extra }
    { $name }: trả lời (reply) tin này bằng lý do gia hạn, trong 30 phút. Doanh nghiệp sẽ đọc lý do này.
card-want-invite =
    🤝 #{ $code } → { $extra }
    { $name }: trả lời (reply) tin này bằng việc cần cơ quan đó góp ý, trong 30 phút.
card-want-contribute =
    🤝 #{ $code }
    { $name }: trả lời (reply) tin này bằng ý kiến gửi cơ quan chủ trì, trong 30 phút. Doanh nghiệp không thấy.
card-want-decline =
    ⛔ #{ $code }
    { $name }: trả lời (reply) tin này bằng lý do từ chối và nơi doanh nghiệp cần đến, trong 30 phút. Doanh nghiệp sẽ đọc nội dung này.
    Hoặc gõ: /tuchoi #{ $code } lý do
held-question = #{ $code }: anh/chị muốn dùng nội dung này làm gì? Chưa có gì được gửi đi; các tin trả lời tiếp theo được gộp vào đây. Gõ nhanh lần sau: /gui, /traloi, /noibo.
held-may-go-on = ✂️ Nội dung dài sát giới hạn của ứng dụng nhắn tin nên có thể còn phần sau. Nếu còn, xin gửi tiếp bằng cách trả lời (reply) tin này; đủ rồi thì bấm nút.
held-send = ➡️ #{ $code }: { $name } đã gửi nội dung này cho doanh nghiệp.
held-answer = 💬 #{ $code }: { $name } đã gửi nội dung này làm câu trả lời; đang chờ doanh nghiệp xác nhận.
held-note = 🔒 #{ $code }: { $name } đã lưu nội dung này làm ghi chú nội bộ.
help-officer =
    Cách làm việc trong nhóm này
    • Trả lời (reply) thẻ hoặc tin của vụ việc; sau đó chọn: gửi doanh nghiệp, câu trả lời, hay ghi chú nội bộ.
    • Làm ngay bằng lệnh, khi trả lời thẻ hoặc kèm #MÃ: /nhan nhận việc, /hoi hỏi thêm, /gui nhắn, /traloi trả lời, /noibo ghi chú nội bộ, /giahan gia hạn, /chuyen chuyển, /phoihop mời cơ quan khác góp ý, /gopy góp ý, /tuchoi từ chối, /giaithich ghi câu trả lời là chỉ giải thích, /chitiet diễn biến, /hanxuly cách tính thời hạn.
    • /viec: việc đang mở, gần hạn trước; /viec chưa nhận, của tôi, chờ, quá hạn, hoặc một từ.
    • /mau: mẫu trả lời và căn cứ; trả lời thẻ bằng /mau để dùng.
    • /tim TỪ CẦN TÌM, /tuongtu câu trả lời cho việc tương tự, /gop gộp hai vụ; Tổ công tác: /giao giao cho cơ quan, /congbo công bố câu trả lời, /thuhoi thu hồi, /tach tách ra, /neuten nêu tên doanh nghiệp giấu tên (có lý do, hai người đồng ý; khẩn cấp thì một người).
    • /quahan: vụ việc quá hạn. /thongke: số liệu tuần này. /bang: bảng theo dõi trên trang web. /chidao: chỉ đạo đang thực hiện; Tổ công tác ra chỉ đạo: /giao kèm ngày (trước 15/12). /duan: vướng mắc theo dự án, /tranhchap: vụ việc có thể thành tranh chấp, /vande: vấn đề chung, /yeucaudulieu: yêu cầu về dữ liệu cá nhân, /giulai: giữ lại vụ việc quá thời hạn lưu (có lý do), /baocao: báo cáo theo kỳ, /danhsachgan: các nơi làm việc, /thaogan: tháo một nơi (Tổ công tác). /chude bat hoặc tat: mỗi vụ việc một chủ đề.
    • Sửa tin đã gửi: doanh nghiệp nhận được đính chính. Trò chuyện khác trong nhóm không bị gửi đi đâu.
reaction-done = 👍 Đã ghi nhận
reach-free = 📨 Tin tới ngay; miễn phí ít nhất đến { $free }, có phí đến { $until }
reach-paid = 📨 Tin tới ngay nhưng có phí; gửi được ít nhất đến { $until }
reach-elsewhere = 📨 Doanh nghiệp lâu không nhắn ở kênh này; tin sẽ tới qua kênh khác của họ
reach-knock = 📨 Hơn 7 ngày doanh nghiệp không nhắn: chỉ gửi được tin mẫu (có phí) mời quay lại đọc
reach-closed = 📨 Hơn 7 ngày doanh nghiệp không nhắn: tin sẽ không tới; Ông/Bà được nhắc gọi điện
reached-at = ✅ Tin gần nhất đã tới doanh nghiệp lúc { $at }
reached-soon = ⌛ Tin gần nhất đang được gửi
reached-not = ⚠️ Tin gần nhất chưa tới; tự gửi lại khi doanh nghiệp nhắn
