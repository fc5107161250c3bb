# The officers' desk

write-desk = Nhắn đồng nghiệp ở bàn này…
only-colleagues = chỉ đồng nghiệp đọc được
writing-answer = Câu trả lời chính thức cho #{ $code }
writing-ask = Câu hỏi gửi doanh nghiệp, #{ $code }
writing-note = Ghi chú nội bộ, #{ $code }
writing-send = Lời nhắn gửi doanh nghiệp, #{ $code }
writing-transfer = Lý do chuyển #{ $code }
writing-assign = Lý do hoặc chỉ đạo khi giao #{ $code }
writing-extend = Lý do gia hạn #{ $code } (doanh nghiệp sẽ đọc)
writing-invite = Việc cần cơ quan khác góp ý, #{ $code }
writing-contribute = Ý kiến gửi cơ quan chủ trì, #{ $code }
writing-decline = Lý do từ chối và nơi doanh nghiệp cần đến, #{ $code }
writing-publish = Câu hỏi và câu trả lời để công bố, #{ $code }
writing-others = { $name } đang viết cho #{ $code }
writing-stop = Thôi, không viết
writing-stopped = Đã thôi; chưa có gì được gửi đi.
