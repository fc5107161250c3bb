link-code =
    🔗 Mã liên kết: { $secret }
    Trong { $minutes } phút tới, mở ứng dụng chat kia của Ông/Bà (Telegram, Zalo, trang web), vào Gỡ Vướng và gõ: /lienket { $secret }
    Xin không đưa mã cho ai: người có mã sẽ đọc được các vụ việc của Ông/Bà. Mã dùng một lần.
linked-here = 🔗 Đã liên kết. Từ nay Ông/Bà tiếp tục được việc của mình tại đây; tin gửi tới nơi Ông/Bà nhắn gần nhất. Bỏ liên kết: /huylienket
linked-there = 🔗 Một tài khoản chat khác vừa được liên kết với Ông/Bà bằng mã đã cấp. Nếu không phải Ông/Bà làm, xin gõ ngay /huylienket
parted = 🔗 Tài khoản này không còn liên kết; từ nay là một người mới. Nhắn để bắt đầu.
parted-others = 🔗 Đã bỏ liên kết. Các vụ việc của Ông/Bà ở lại với tài khoản ban đầu.
link-news = 💬 Vụ việc #{ $code } có tin mới; nội dung đã gửi tới nơi Ông/Bà nhắn gần nhất. Nhắn tại đây thì các tin sau tới đây.
link-news-hidden = 💬 Có tin mới; nội dung đã gửi tới nơi Ông/Bà nhắn gần nhất. Nhắn tại đây thì các tin sau tới đây.
