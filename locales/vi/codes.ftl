## The private code of an anonymous case: kept, issued anew, last used

button-anonymous-yes = 🕶 Ẩn danh, chuyển trong buổi
button-anonymous-now = ⚡ Gửi ẩn danh ngay (gấp)
button-cannot-keep = Tôi không gõ lại được
button-code = 🔑 Cấp mã riêng mới
anonymous-when =
    Cơ quan nhận vào một lúc ngẫu nhiên trong giờ cuối của buổi (trước trưa, trước giờ nghỉ chiều hoặc trước nửa đêm), cùng các vụ việc ẩn danh khác, để khó đoán Ông/Bà từ giờ gửi; gửi vào giờ cuối thì chậm nhất sau hơn một giờ. Việc gấp thì chọn “ngay”: cơ quan nhận liền, và biết giờ đó.
code-kept = ✅ Đúng rồi. Vụ việc đã hoàn tất và được chuyển đi.
code-not-kept = Chưa khớp với nhóm cuối của mã riêng. Xin xem lại mã vừa nhận rồi gõ lại 4 ký tự cuối.
code-not-asked = Vụ việc đã hoàn tất và được chuyển đi. Xin nhớ: không có mã riêng thì không xem được trả lời, và không ai khôi phục được mã.
code-reminder = 🔑 Ông/Bà chưa gõ lại 4 ký tự cuối của mã riêng. Xin gõ để chắc rằng mã đã được giữ; sau một giờ kể từ lúc gửi, vụ việc vẫn được chuyển đi.
code-anew =
    🔑 Mã riêng mới của vụ việc #{ $code }: { $secret }

    Mã cũ không còn dùng được. Mã mới chỉ hiện một lần; xin chép lại ngay và không đưa cho ai. Tin này được xóa sau khi Ông/Bà thoát khỏi vụ việc; trên Zalo xin tự xóa.
return-first = Đây là lần đầu mã này được dùng.
return-last = Lần trước mã này được dùng: ngày { $day }. Nếu không phải Ông/Bà, xin cấp mã mới ngay.
