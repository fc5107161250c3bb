## To the business, from officers

to-business-question =
    ❓ Vụ việc #{ $code } · { $by } cần hỏi thêm:

    { $text }

    Xin Ông/Bà bấm “Trả lời” (reply) ở tin này, hoặc viết kèm #{ $code }. Thời hạn tạm dừng (nếu chưa quá hạn) cho đến khi Ông/Bà trả lời, lâu nhất đến { $until }; sau đó cơ quan giải quyết theo thông tin đang có.
to-business-word =
    ℹ️ Vụ việc #{ $code } · { $by } thông tin:

    { $text }

    Vụ việc vẫn đang được giải quyết. Cần trao đổi, Ông/Bà bấm “Trả lời” (reply) ở tin này.
to-business-accepted = 👤 Vụ việc #{ $code }: { $by } đã nhận và đang giải quyết.
to-business-answer =
    💬 Vụ việc #{ $code } · { $by } trả lời:

    { $text }

    Vướng mắc đã được giải quyết chưa? Bấm nút, hoặc gõ 1: đã giải quyết, 2: một phần, 3: chưa, 4: mới giải thích.
    ⏰ Xin cho biết trước { $until }; sau đó vụ việc kết thúc và được ghi là “chưa xác nhận”. Nếu chưa giải quyết, Tổ công tác hỗ trợ doanh nghiệp được báo để xem lại.
to-business-declined =
    ⛔ Vụ việc #{ $code } · { $by } không giải quyết được, vì:

    { $text }

    Nếu không đồng ý, Ông/Bà bấm nút dưới đây trước { $until }: Tổ công tác sẽ xem lại. Quá thời điểm đó, vụ việc kết thúc.
to-business-corrected =
    ✏️ Đính chính về vụ việc #{ $code }. Nội dung đúng là:

    { $text }

    Xin Ông/Bà căn cứ vào nội dung này thay cho tin trước.
to-business-extended =
    ⏳ Vụ việc #{ $code } được gia hạn thêm { $span }.
    Lý do: { $reason }
    ⏰ Hạn trả lời mới: { $deadline }. Mong Ông/Bà thông cảm.
to-business-late =
    ⏰ Vụ việc #{ $code }: hạn trả lời { $deadline } đã qua mà { $department } chưa trả lời Ông/Bà. Mong Ông/Bà thông cảm.
    { $leadership ->
        [yes] Tổ công tác hỗ trợ doanh nghiệp và lãnh đạo tỉnh đã được báo để chỉ đạo giải quyết.
       *[no] Tổ công tác hỗ trợ doanh nghiệp đã được báo và đang đôn đốc; nếu vẫn chưa xong, lãnh đạo tỉnh sẽ được báo.
    }
    Ông/Bà không phải gửi lại. Theo dõi: /tracuu #{ $code }
to-business-together =
    🤝 Vụ việc #{ $code } cần nhiều cơ quan cùng giải quyết; { $lead } chủ trì và trả lời Ông/Bà.
    ⏰ Hạn trả lời: { $deadline } ({ $span } kể từ khi tiếp nhận). Xem cách tính: /hanxuly #{ $code }
to-business-recomputed =
    📅 Hạn trả lời vụ việc #{ $code } được tính lại do lịch làm việc hoặc quy định thay đổi.
    Trước: { $before }. Nay: { $deadline }. Xem cách tính: /hanxuly #{ $code }
remind-reply = Cơ quan đang chờ Ông/Bà trả lời câu hỏi về vụ việc #{ $code }; thời hạn tạm dừng đến { $until }, sau đó cơ quan giải quyết theo thông tin đang có. Xin bấm “Trả lời” (reply) ở câu hỏi, hoặc viết kèm #{ $code }.
resumed =
    Chúng tôi chưa nhận được câu trả lời của Ông/Bà về vụ việc #{ $code }, nên cơ quan giải quyết tiếp theo thông tin đang có.
    ⏰ Hạn trả lời: { $deadline }. Ông/Bà vẫn có thể bổ sung: bấm “Trả lời” (reply) ở tin này.
deadline-head = ⏰ Cách tính hạn trả lời vụ việc #{ $code }
deadline-next = • Tiếp theo: { $at }, { $what }.
look-accept = nhắc nếu chưa ai nhận việc
look-half = nhắc cơ quan hồi âm doanh nghiệp
look-most = nhắc sắp đến hạn
look-due = nhắc hôm nay là hạn cuối
look-late = báo Tổ công tác nếu quá hạn
look-later = báo lãnh đạo tỉnh nếu vẫn quá hạn
look-part = nhắc cơ quan phối hợp
look-part-late = nhắc cơ quan phối hợp quá hạn góp ý
look-reply-soon = nhắc doanh nghiệp trả lời câu hỏi
look-reply-over = hết thời gian chờ, thời hạn tính tiếp
look-confirm-soon = nhắc doanh nghiệp xác nhận
look-confirm-over = kết thúc nếu doanh nghiệp không có ý kiến
legal-head = ⚖️ Nếu đây là đơn khiếu nại, tố cáo theo luật (để tham khảo, không phải cam kết của kênh này):
legal-limit =
    • { $name }: { $span } ({ $source }{ $sure ->
        [yes] { "" }
       *[no] { "; chưa xác minh" }
    })
head-of = Lãnh đạo { $department }
succeeded-author =
    🏛 { $before } nay là { $department }; cơ quan này tiếp tục giải quyết vụ việc #{ $code }.
    ⏰ Hạn trả lời giữ nguyên: { $deadline }. Theo dõi: /tracuu #{ $code }
succeeded-away = 🏛 #{ $code }: { $before } nay là { $department }; vụ việc được giải quyết tiếp ở đó.
moved-author =
    ↪️ Vụ việc #{ $code } đã chuyển tới { $department } giải quyết.
    ⏰ Thời hạn không tính lại từ đầu; hạn trả lời: { $deadline }. Theo dõi: /tracuu #{ $code }
remind-confirm = Câu trả lời về vụ việc #{ $code } đang chờ ý kiến của Ông/Bà: đã giải quyết, một phần hay chưa? Bấm nút, hoặc gõ 1, 2, 3 kèm #{ $code }. Sau { $until }, vụ việc kết thúc và được ghi là “chưa xác nhận”.
signed-officer = { $name }, { $department }
see-files = (xem tệp kèm theo)
knock = Có tin về vụ việc #{ $code }. Xin Ông/Bà nhắn lại một tin bất kỳ tại đây để nhận nội dung.
