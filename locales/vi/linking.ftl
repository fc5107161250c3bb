link-code =
    🔗 Mã liên kết: { $secret }
    Trong { $minutes } phút tới, mở ứng dụng chat kia của Ông/Bà (Telegram, Zalo, trang web), vào Gỡ Vướng và gõ: /lienket { $secret }
    Xin không đưa mã cho ai: người có mã sẽ đọc được các vụ việc của Ông/Bà. Mã dùng một lần.
link-question =
    🔗 Mã này thuộc một tài khoản khác: { $network }, tên { $name }. Cả hai tài khoản có phải đều của chính Ông/Bà?
    Nếu liên kết: ai dùng tài khoản kia sẽ đọc và trả lời được mọi vụ việc Ông/Bà gửi tại đây, kể cả vụ việc giấu tên; tại đây cũng đọc được vụ việc của tài khoản kia. Cơ quan giải quyết không được biết việc liên kết; vụ việc ẩn danh không được nối.
    Nếu người khác bảo Ông/Bà gõ mã này, xin chọn “Không liên kết”.
    Xin trả lời trước { $until }. Không trả lời thì không có gì thay đổi. Mã đã hết tác dụng.
link-asked =
    🔗 Mã liên kết của Ông/Bà vừa được nhập ở { $network }, tên { $name }. Ở đó đang được hỏi có liên kết không, đến { $until }.
    Có đồng ý hay từ chối thì Ông/Bà được báo ngay tại đây; không trả lời thì không có gì thay đổi. Nếu không phải Ông/Bà nhập: được báo đã liên kết thì xin gõ ngay /huylienket
link-declined = 🔗 Không liên kết; không có gì thay đổi. Mã đã hết tác dụng: muốn liên kết sau này, gõ /lienket ở tài khoản kia để lấy mã mới.
link-declined-there = 🔗 Nơi vừa nhập mã của Ông/Bà ({ $network }, tên { $name }) đã từ chối liên kết; không có gì thay đổi. Mã đã hết tác dụng; gõ /lienket để lấy mã mới.
link-nameless = (không có tên)
button-link-yes = ✅ Đúng, liên kết
button-link-no = ✖️ Không liên kết
linked-here = 🔗 Đã liên kết. Từ nay Ông/Bà tiếp tục được việc của mình tại đây; tin gửi tới nơi Ông/Bà nhắn gần nhất. Bỏ liên kết: /huylienket
linked-there = 🔗 Tài khoản { $network }, tên { $name } vừa được liên kết với Ông/Bà bằng mã đã cấp. Nếu không phải Ông/Bà làm, xin gõ ngay /huylienket
parted = 🔗 Tài khoản này không còn liên kết; từ nay là một người mới. Nhắn để bắt đầu.
parted-others = 🔗 Đã bỏ liên kết. Các vụ việc của Ông/Bà ở lại với tài khoản ban đầu.
link-news = 💬 Vụ việc #{ $code } có tin mới; nội dung đã gửi tới nơi Ông/Bà nhắn gần nhất. Nhắn tại đây thì các tin sau tới đây.
link-news-hidden = 💬 Có tin mới; nội dung đã gửi tới nơi Ông/Bà nhắn gần nhất. Nhắn tại đây thì các tin sau tới đây.
