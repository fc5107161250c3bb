## A case on paper

print-title = Biên nhận vụ việc #{ $code }
print-business = Doanh nghiệp
print-hidden = Giấu tên với cơ quan giải quyết
print-kind = Loại việc
print-filed = Gửi lúc
print-state = Tình trạng
print-department = Cơ quan
print-deadline = Hạn trả lời
print-reply-by = Chờ Ông/Bà bổ sung đến
print-outcome = Kết quả
print-text = Nội dung
print-files = Tệp đính kèm
print-files-count = { $count } tệp
print-answer = Câu trả lời của cơ quan
print-timeline = Diễn biến
print-made = Lập từ hệ thống Gỡ Vướng của tỉnh { $province }, { $at }. Bản này để Ông/Bà theo dõi, không thay giấy hẹn của thủ tục hành chính.
print-here = 📄 Biên nhận của vụ việc #{ $code }, để lưu hoặc in. Theo dõi tiếp: /tracuu #{ $code }
print-here-page = 📄 Biên nhận của vụ việc #{ $code }, để lưu hoặc in. In ngay trên trang: { $address }
button-print = 📄 Biên nhận
phone-of = 📞 { $who }: { $phone }
