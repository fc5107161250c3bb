## Filing

business-question =
    Ông/Bà đại diện cho doanh nghiệp nào? Gõ tên và mã số thuế, ví dụ: Công ty Lan Anh, 4900001236.
    Chưa có mã số thuế thì chỉ cần tên; không muốn nêu thì gõ “bỏ qua”.
firm-or-matter = “{ $text }”: đây là tên doanh nghiệp của Ông/Bà, hay là nội dung viết thêm? Xin chọn.
business-set = Đã ghi nhận doanh nghiệp: { $who }. Bây giờ Ông/Bà cứ viết việc đang vướng; đổi lại: /doanhnghiep
summary-head = 📌 Xin Ông/Bà xem lại trước khi gửi
summary-sent = ✅ Đã gửi: #{ $code }
summary-kind = Loại: { $kind }
summary-department = 🏛 Cơ quan: { $department } ({ $why })
summary-conduct = 🏛 Nơi nhận: { $department }. Nội dung nói về cách làm việc của cán bộ, nên không gửi cho cơ quan bị phản ánh; Ông/Bà nên giấu tên.
summary-maybe-conduct = 🏛 Tin này có thể là về cách làm việc của cán bộ, nên xin hỏi trước: Ông/Bà muốn phản ánh về cách làm việc của cán bộ, hay muốn được giải quyết việc này?
summary-says-nothing = 🏛 Việc này về gì, thưa Ông/Bà? Xin viết thêm một hai câu: làm thủ tục gì, vướng ở đâu. Ví dụ: Hồ sơ hoàn thuế nộp sáu tháng chưa được trả lời. Hoặc: Xin giấy phép xây dựng nhà xưởng bị trả lại ba lần. Nếu không rõ, gõ “không biết” để Tổ công tác quyết định.
summary-no-department = 🏛 Cơ quan: chưa rõ. Trước hết xin Ông/Bà chọn cơ quan; nếu không rõ, gõ “không biết” để Tổ công tác quyết định.
summary-task-group = 🏛 Cơ quan: Tổ công tác sẽ xác định cơ quan giải quyết.
summary-together = 🤝 Có thể cần phối hợp: { $departments }
summary-topic = Lĩnh vực: { $topic }
summary-who = 🏢 Doanh nghiệp: { $who }
summary-text =
    📝 { $text }{ $files ->
        [0] { "" }
       *[other] { "\u000A" }📎 { $files } tệp (nếu giấu tên hoặc ẩn danh: đổi tên tệp, xóa thông tin ẩn; phần nhìn thấy giữ nguyên)
    }
summary-masked = 🔒 Nếu giấu tên hoặc ẩn danh, cơ quan chỉ đọc được: { $text }
summary-withheld =
    { $count ->
       *[other] 📎 Nếu giấu tên, { $count } tệp (ghi âm, phim, tệp nén…) chỉ Tổ công tác nhận: giọng nói hoặc tệp như vậy có thể cho biết Ông/Bà là ai. Ảnh, PDF, Word, Excel thì cơ quan nhận bản làm lại; tệp nào không làm lại được (có mật khẩu, bị hỏng) cũng chỉ Tổ công tác nhận và Ông/Bà được báo ngay.
    }
summary-deadline = ⏰ Gửi bây giờ thì hạn trả lời là { $at }
summary-question =
    Xin chọn cách gửi (bấm nút hay gõ đều được):
    { $named ->
        [yes] • “gửi” (nêu tên): cơ quan thấy tên doanh nghiệp.
       *[no] • “gửi”: cơ quan đọc đúng những gì Ông/Bà viết.
    }
    • “giấu tên”: chỉ Tổ công tác biết.
    • “ẩn danh”: không ai biết; Ông/Bà tự quay lại bằng mã.
    Chưa đúng thì “sửa” hoặc “bỏ”; nhắn thêm thì nội dung được bổ sung.
why-you = do Ông/Bà chọn
why-words = vì có các từ: { $words }
why-none = theo nội dung chung
business-with-code = { $name } (MST { $code })
business-code-only = MST { $code }
no-business-name = chưa nêu tên doanh nghiệp
no-text = (không có lời)
nothing = { "" }
erased = (đã xoá)
change-question = Ông/Bà muốn sửa phần nào?
kind-question =
    Đây là loại việc gì?
    • Khó khăn, vướng mắc: cần được gỡ.
    • Kiến nghị, đề xuất: xin cho làm hoặc xin đổi quy định.
    • Phản ánh, góp ý: báo để cơ quan biết.
    • Khiếu nại: phản đối một quyết định hay hành vi hành chính. Kênh này chuyển và hướng dẫn; thời hạn theo luật chỉ tính khi cơ quan thụ lý bằng văn bản.
department-question = Việc này thuộc cơ quan nào? Nếu không rõ, chọn “Tôi không biết”: Tổ công tác sẽ quyết định. Việc của xã, phường: xin ghi tên xã, phường trong nội dung.
text-question = Xin Ông/Bà viết lại toàn bộ nội dung. Tệp đã gửi vẫn được giữ.
receipt =
    ✅ Đã tiếp nhận vụ việc #{ $code }
    🏛 { $department }
    ⏰ Hạn trả lời: { $deadline } ({ $span })
    { $hidden ->
        [yes] 🔒 Tên, mã số thuế, số điện thoại của Ông/Bà được che với cơ quan; tệp gửi kèm được đổi tên, xóa thông tin ẩn; phần nhìn thấy giữ nguyên.
        [nameless] 📝 Cơ quan đọc đúng những gì Ông/Bà viết.
       *[no] 🏢 Cơ quan thấy tên doanh nghiệp của Ông/Bà.
    }

    Tiếp theo, cán bộ của cơ quan nhận việc và trả lời Ông/Bà ngay tại đây. Nếu quá hạn, Tổ công tác sẽ đôn đốc.
    Tra cứu: /tracuu #{ $code } · Bổ sung: bấm “Trả lời” (reply) ở tin này, hoặc viết kèm #{ $code }.
receipt-undecided =
    ✅ Đã tiếp nhận vụ việc #{ $code }
    🏛 Tổ công tác đang xác định cơ quan giải quyết và sẽ báo Ông/Bà.
    ⏰ Hạn trả lời: { $deadline } ({ $span }, tính từ hôm nay)
    { $hidden ->
        [yes] 🔒 Tên, mã số thuế, số điện thoại của Ông/Bà được che với cơ quan giải quyết; tệp gửi kèm được đổi tên, xóa thông tin ẩn; phần nhìn thấy giữ nguyên.
        [nameless] 📝 Cơ quan giải quyết đọc đúng những gì Ông/Bà viết.
       *[no] 🏢 Cơ quan giải quyết thấy tên doanh nghiệp của Ông/Bà.
    }

    Tra cứu: /tracuu #{ $code } · Bổ sung: bấm “Trả lời” (reply) ở tin này, hoặc viết kèm #{ $code }.
anonymous-explained =
    🕶 Gửi ẩn danh: không ai biết Ông/Bà là ai, kể cả Tổ công tác. Vụ việc được lưu mà không có gì dẫn về Ông/Bà: tên và mã số thuế Ông/Bà đã cho, tên Ông/Bà tự giới thiệu (“tôi là…”) và các số điện thoại, giấy tờ, tài khoản, biển số trong nội dung được che. Tên người khác không được che: xin xem lại trước khi gửi.
    Chúng tôi không nhắn cho Ông/Bà được: sau khi gửi, xin giữ mã riêng và dùng mã đó để quay lại xem trả lời; mất mã thì không ai khôi phục được.
anonymous-masked =
    Nội dung được lưu: { $text }
    Còn tên ai trong đó thì xin bấm “Quay lại” để sửa.
anonymous-files =
    { $count ->
       *[other] 📎 { $count } tệp không gửi ẩn danh được nên sẽ bị bỏ: giọng nói, phim hoặc loại tệp này có thể cho biết Ông/Bà là ai. Ông/Bà có thể gửi lại dạng ảnh hoặc PDF.
    }
receipt-anonymous =
    🕶 Đã tiếp nhận ẩn danh vụ việc #{ $code }
    🏛 { $department }
    ⏰ Hạn trả lời: { $deadline } ({ $span })

    🔑 Mã riêng của Ông/Bà: { $secret }

    Để hoàn tất, xin chép mã lại rồi gõ { $tail } ký tự cuối của mã vào đây; gõ xong, vụ việc mới được chuyển đi (không gõ thì một giờ sau).
    Mã chỉ hiện một lần; không đưa cho ai. Gõ xong, tin này được xóa khỏi đoạn chat (trên Zalo xin tự xóa). Quay lại xem trả lời, bổ sung hoặc rút: gõ /ma { $secret } với bot này, trên ứng dụng nào cũng được. Mất mã thì không ai khôi phục được.
    Chép xong, Ông/Bà nên xóa đoạn chat này khỏi máy.
return-open =
    🔑 Đã mở vụ việc ẩn danh #{ $code } trong đoạn chat này. Từ giờ, nội dung và tệp Ông/Bà gửi vào đây được chuyển ẩn danh vào vụ việc này.
    Đóng lại: /thoat; sau { $minutes } phút không nhắn, vụ việc tự đóng.
return-closed = Đã thoát khỏi vụ việc ẩn danh trong đoạn chat này; vụ việc không vì thế mà thay đổi. Muốn mở lại: /ma và mã riêng. Ông/Bà nên xóa các tin vừa rồi khỏi máy.
return-over = Vì lâu không có tin mới, đoạn chat này đã tự thoát khỏi vụ việc ẩn danh; vụ việc không vì thế mà thay đổi. Muốn mở lại: /ma và mã riêng.
return-too-late = Vụ việc ẩn danh đã tự đóng vì lâu không có tin mới; nội dung vừa gửi chưa được lưu. Xin gõ /ma và mã riêng rồi gửi lại.
return-files-refused =
    { $count ->
       *[other] 📎 { $count } tệp Ông/Bà gửi không xóa được thông tin ẩn nên không được giữ lại. Xin gửi lại dạng ảnh hoặc PDF.
    }
unmasked =
    🔓 Vụ việc #{ $code }: Tổ công tác (hai người: { $name }) đã nêu tên Ông/Bà với { $department }.
    Lý do: { $reason }
    Cơ quan thấy tên doanh nghiệp, mã số thuế, tên Ông/Bà, toàn bộ nội dung và tệp gốc đến { $until }, hoặc đến khi vụ việc chuyển cơ quan khác. Cần hỏi lại, Ông/Bà bấm “Trả lời” (reply) ở tin này.
unmasked-own = 🔓 Vụ việc #{ $code }: theo yêu cầu của Ông/Bà, { $department } nay thấy tên doanh nghiệp, mã số thuế, tên Ông/Bà, toàn bộ nội dung và tệp gốc.
draft-reminder =
    Ông/Bà còn một việc đang viết dở, chưa gửi đi. Ông/Bà muốn tiếp tục hay bỏ?
    Gõ thêm nội dung để tiếp tục, /huy để bỏ. Bản viết dở được giữ 30 ngày.
draft-full = Bản viết dở chỉ nhận tối đa { $letters } ký tự và { $files } tệp; phần vượt quá chưa được nhận. Sau khi gửi vụ việc, Ông/Bà bấm “Trả lời” (reply) ở tin tiếp nhận để gửi phần còn lại.
dropped = Đã bỏ; không có gì được gửi đi. Khi cần, Ông/Bà cứ viết việc mới.
nothing-to-drop = Hiện không có việc nào đang viết dở. Vụ việc đã gửi: xem /vuviec, rút bằng /rut #MÃ.
