# Every sentence of the bot in Vietnamese. The same keys and variables stand in en.ftl and zh.ftl; tests/test_locales.py compares them.
# Labels (button-…, kind-…, language-…) have at most 30 characters, refusals and toast-… at most 200: they also answer a tap.
# A case code is always shown as #CODE: it is what people type.

## The first meeting

greeting =
    Kính chào Ông/Bà! Đây là Gỡ Vướng, kênh tiếp nhận vướng mắc, kiến nghị của doanh nghiệp tỉnh { $province }.

    Xin Ông/Bà kể việc đang vướng (viết, gửi ảnh, tài liệu, ghi âm đều được). Vụ việc được chuyển tới cơ quan có trách nhiệm kèm hạn trả lời, và câu trả lời đến ngay tại đây.

    Kênh này không thay Cổng Dịch vụ công quốc gia hay Cổng thông tin doanh nghiệp của tỉnh: hồ sơ thủ tục hành chính vẫn nộp tại đó. Không tiếp nhận đơn tố cáo.
privacy =
    🔒 Dữ liệu của Ông/Bà
    • Ai xem: cơ quan giải quyết và Tổ công tác hỗ trợ doanh nghiệp của tỉnh. Lãnh đạo tỉnh chỉ xem số liệu tổng hợp, không nêu tên.
    • Ông/Bà có thể giấu tên với cơ quan giải quyết; khi đó chỉ Tổ công tác biết. Tệp gửi kèm được đổi tên, xóa thông tin ẩn; phần nhìn thấy giữ nguyên. Gửi ẩn danh thì không lưu gì về người gửi.
    • Mục đích: tiếp nhận, giải quyết và thống kê vụ việc. Thời gian lưu: theo quy định lưu trữ hồ sơ; bản sao trong đoạn chat được xóa khi có yêu cầu.
    • Ông/Bà có quyền xem, sửa, xóa dữ liệu và rút lại sự đồng ý: nhắn “Yêu cầu về dữ liệu cá nhân” gửi Tổ công tác. Yêu cầu được phản hồi trong 2 ngày làm việc.
    • Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.
    Xin đừng gửi ảnh căn cước, hộ chiếu. Xem lại: /quyenriengtu
consent-question =
    Ông/Bà có đồng ý để chúng tôi xử lý dữ liệu như trên không?
    Bấm nút dưới đây hoặc gõ “đồng ý” / “không”. Chưa đồng ý thì chưa có gì được gửi đi.
refused-consent =
    Vâng, chúng tôi không gửi và không giữ lại nội dung nào của Ông/Bà.
    Ông/Bà vẫn có thể gửi vướng mắc qua Cổng thông tin doanh nghiệp của tỉnh hoặc tới trực tiếp cơ quan. Khi đổi ý, Ông/Bà gõ /start.
welcome =
    Cảm ơn Ông/Bà. Bây giờ Ông/Bà chỉ cần viết việc đang vướng, hoặc gửi ảnh, tài liệu, ghi âm. Viết mấy tin cũng được; chưa có gì được gửi đi cho đến khi Ông/Bà xác nhận.

    /vuviec: các vụ việc của tôi · /trogiup: hướng dẫn
help =
    Cách dùng Gỡ Vướng
    • Gửi việc mới: cứ viết, hoặc gửi ảnh, tài liệu, ghi âm. /huy: bỏ việc đang viết dở.
    • /vuviec: các vụ việc của Ông/Bà. /tracuu #MÃ: tình trạng, hạn trả lời. /hanxuly #MÃ: cách tính hạn.
    • /tim TỪ CẦN TÌM: tìm trong vụ việc của Ông/Bà và câu trả lời đã công bố.
    • Bổ sung: bấm “Trả lời” (reply) ở tin của vụ việc, hoặc viết kèm #MÃ. /rut #MÃ: rút vụ việc.
    • Đã gửi ẩn danh: /ma MÃ RIÊNG để xem lại, /thoat để đóng. Giấu tên rồi muốn nêu tên: /neuten #MÃ.
    • /doanhnghiep: đổi doanh nghiệp đại diện. /ngonngu: đổi ngôn ngữ (Language · 语言).
    • /quyenriengtu: ai xem được dữ liệu, quyền của Ông/Bà.
language-question = Ông/Bà muốn dùng ngôn ngữ nào? Bấm chọn, hoặc gõ /ngonngu vi, /ngonngu en, /ngonngu zh.
language-set = Từ nay chúng tôi dùng tiếng Việt. Đổi lại: /ngonngu
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
denunciation =
    Nội dung này giống một tố cáo, nên không được lưu và không được chuyển đi từ đây.

    Lý do: pháp luật buộc giữ bí mật thông tin người tố cáo, mà kênh chat không bảo đảm được điều đó. Việc thụ lý cũng phải theo Luật Tố cáo.

    Xin Ông/Bà gửi đơn hoặc trình bày trực tiếp tại Thanh tra tỉnh hoặc Trụ sở Tiếp công dân tỉnh. Ông/Bà nên xóa các tin vừa gửi khỏi máy của mình.

    Nếu đây là vướng mắc trong công việc, xin viết lại: việc gì, ở đâu, cần giải quyết điều gì.

## Filing

business-question =
    Ông/Bà đại diện cho doanh nghiệp nào? Gõ tên và mã số thuế, ví dụ: Công ty Lan Anh, 4900001236.
    Chưa có mã số thuế thì chỉ cần tên; không muốn nêu thì gõ “bỏ qua”.
firm-or-matter = “{ $text }”: đây là tên doanh nghiệp của Ông/Bà, hay là nội dung viết thêm? Xin chọn.
business-set = Đã ghi nhận doanh nghiệp: { $who }. Bây giờ Ông/Bà cứ viết việc đang vướng; đổi lại: /doanhnghiep
summary-head = 📌 Xin Ông/Bà xem lại trước khi gửi
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
       *[other] 📎 Nếu giấu tên, { $count } tệp (ghi âm, phim, tệp nén…) chỉ Tổ công tác nhận: giọng nói hoặc tệp như vậy có thể cho biết Ông/Bà là ai. Ảnh, PDF, Word, Excel thì cơ quan nhận bản làm lại.
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
    Tra cứu: /tracuu #{ $code } · Bổ sung: bấm “Trả lời” (reply) ở tin này.
receipt-undecided =
    ✅ Đã tiếp nhận vụ việc #{ $code }
    🏛 Tổ công tác đang xác định cơ quan giải quyết và sẽ báo Ông/Bà.
    ⏰ Hạn trả lời: { $deadline } ({ $span }, tính từ hôm nay)
    { $hidden ->
        [yes] 🔒 Tên, mã số thuế, số điện thoại của Ông/Bà được che với cơ quan giải quyết; tệp gửi kèm được đổi tên, xóa thông tin ẩn; phần nhìn thấy giữ nguyên.
        [nameless] 📝 Cơ quan giải quyết đọc đúng những gì Ông/Bà viết.
       *[no] 🏢 Cơ quan giải quyết thấy tên doanh nghiệp của Ông/Bà.
    }

    Tra cứu: /tracuu #{ $code } · Bổ sung: bấm “Trả lời” (reply) ở tin này.
anonymous-explained =
    🕶 Gửi ẩn danh: không ai biết Ông/Bà là ai, kể cả Tổ công tác; không lưu gì về Ông/Bà, tên và số trong nội dung được che trước khi lưu.
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

    Mã chỉ hiện một lần; xin chép lại ngay và không đưa cho ai. Quay lại xem trả lời, bổ sung hoặc rút: gõ /ma { $secret } với bot này, trên ứng dụng nào cũng được. Mất mã thì không ai khôi phục được.
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
    🔓 Vụ việc #{ $code }: Tổ công tác ({ $name }) đã nêu tên Ông/Bà với { $department }.
    Lý do: { $reason }
    Cơ quan nay thấy tên doanh nghiệp, mã số thuế, tên Ông/Bà, toàn bộ nội dung và tệp gốc. Cần hỏi lại, Ông/Bà bấm “Trả lời” (reply) ở tin này.
unmasked-own = 🔓 Vụ việc #{ $code }: theo yêu cầu của Ông/Bà, { $department } nay thấy tên doanh nghiệp, mã số thuế, tên Ông/Bà, toàn bộ nội dung và tệp gốc.
draft-reminder =
    Ông/Bà còn một việc đang viết dở, chưa gửi đi. Ông/Bà muốn tiếp tục hay bỏ?
    Gõ thêm nội dung để tiếp tục, /huy để bỏ. Bản viết dở được giữ 30 ngày.
draft-full = Bản viết dở chỉ nhận tối đa { $letters } ký tự và { $files } tệp; phần vượt quá chưa được nhận. Sau khi gửi vụ việc, Ông/Bà bấm “Trả lời” (reply) ở tin tiếp nhận để gửi phần còn lại.
dropped = Đã bỏ; không có gì được gửi đi. Khi cần, Ông/Bà cứ viết việc mới.
nothing-to-drop = Hiện không có việc nào đang viết dở. Vụ việc đã gửi: xem /vuviec, rút bằng /rut #MÃ.

## Own cases

list-head =
    { $count ->
       *[other] 📌 { $count } vụ việc gần đây của Ông/Bà. Xem chi tiết: bấm mã hoặc gõ /tracuu #MÃ
    }
list-line = #{ $code } · { $state } · { $text }
status-head = 📌 #{ $code } · { $state }
status-department = 🏛 Cơ quan đang giải quyết: { $department }
status-asked = ⏸ Cơ quan đang chờ Ông/Bà bổ sung thông tin; thời hạn tạm dừng cho đến khi Ông/Bà trả lời, chậm nhất đến { $until }.
status-deadline = ⏰ Hạn trả lời: { $at }
status-overdue =
    ‼️ QUÁ HẠN { $days ->
        [0] hôm nay
       *[other] { $days } ngày làm việc
    } (hạn trả lời: { $at }). Tổ công tác theo dõi và đôn đốc.
timeline = • { $at }: { $what }
conduct-where = Nội dung này nói về cách làm việc của cán bộ. Gửi thành việc mới thì Thanh tra nhận và có thể giấu tên; gửi vào vụ việc #{ $code } thì { $department } đọc được. Chưa có gì được gửi đi. Xin chọn.
where-question = Nội dung này là việc mới, hay bổ sung cho vụ việc đang có? Xin chọn, hoặc gõ “việc mới” hay số thứ tự. Chưa có gì được gửi đi.
where-more = Đã nhận thêm. Xin chọn ở tin trên: việc mới, hay bổ sung cho vụ việc nào? Chưa có gì được gửi đi.
add-question = Xin Ông/Bà gửi nội dung, ảnh hoặc tài liệu bổ sung cho vụ việc #{ $code }. Tin tiếp theo sẽ được chuyển tới cơ quan.
added = Đã chuyển phần bổ sung của vụ việc #{ $code } tới { $department }. Theo dõi: /tracuu #{ $code }
added-closed =
    Vụ việc #{ $code } đã kết thúc. Phần vừa gửi đã được lưu và báo cho { $department }. Nếu còn vướng, xin { $again ->
        [yes] bấm “Chưa giải quyết” dưới đây
       *[no] gửi việc mới
    }.
added-reply =
    Đã chuyển trả lời của Ông/Bà về vụ việc #{ $code } tới { $department }.
    ⏰ Thời hạn được tính tiếp: hạn trả lời là { $deadline }.
withdraw-question = Ông/Bà có chắc muốn rút vụ việc #{ $code }? Cơ quan sẽ dừng giải quyết; muốn nêu lại thì gửi việc mới.
withdrawn = Đã rút vụ việc #{ $code }; cơ quan đã được báo. Khi cần, Ông/Bà cứ gửi việc mới.
kept = Vụ việc #{ $code } vẫn được tiếp tục giải quyết. Theo dõi: /tracuu #{ $code }
appeal-question = Vụ việc #{ $code } còn vướng ở đâu, Ông/Bà cần thêm điều gì? Xin viết trong một tin; vụ việc sẽ được mở lại và Tổ công tác hỗ trợ doanh nghiệp được báo để xem lại. Không muốn viết thì chọn gửi ngay.
reopened =
    Đã mở lại vụ việc #{ $code } kèm ý kiến của Ông/Bà; Tổ công tác hỗ trợ doanh nghiệp đã được báo để xem lại.
    ⏰ Hạn trả lời mới: { $deadline }. Theo dõi: /tracuu #{ $code }
ask-stars = Cảm ơn Ông/Bà. Vụ việc #{ $code } đã kết thúc. Xin Ông/Bà đánh giá việc giải quyết, từ 1 đến 5 sao (không bắt buộc).
ask-comment = Cảm ơn Ông/Bà đã chấm { $stars } sao. Nếu muốn góp ý thêm, xin viết một tin trong 30 phút tới; không bắt buộc.
thanks-comment = Cảm ơn Ông/Bà. Góp ý đã được chuyển tới cơ quan.
closed-in-silence =
    Vụ việc #{ $code } đã kết thúc vì chưa nhận được ý kiến của Ông/Bà, và được ghi là “chưa xác nhận”.
    Nếu còn vướng, đến { $until } Ông/Bà bấm “Chưa giải quyết” hoặc “Không đồng ý, xin xem lại” dưới câu trả lời, hoặc gửi việc mới và ghi mã này.
you-are-welcome = Rất hân hạnh được phục vụ Ông/Bà.
greet-back = Kính chào Ông/Bà. Xin Ông/Bà cho biết đang vướng việc gì: viết vài câu, hoặc gửi ảnh, tài liệu, ghi âm. Xem việc đã gửi: /vuviec. Hướng dẫn: /trogiup.
person = Tin của Ông/Bà gửi tới cơ quan đều do cán bộ đọc và trả lời. Xin Ông/Bà viết việc đang vướng; muốn được gọi lại thì ghi cả số điện thoại.
person-of-case = Vụ việc #{ $code } do cán bộ của { $department } đọc và trả lời. Muốn nói chuyện trực tiếp, xin gõ #{ $code } kèm số điện thoại và giờ tiện nghe; tin được chuyển ngay tới cơ quan.
nothing-filed = Ông/Bà chưa gửi vụ việc nào. Xin viết việc đang vướng; mỗi vụ việc có một mã và hạn trả lời, xem bằng /vuviec.
draft-unclear = Tôi chưa rõ ý Ông/Bà, nên chưa gửi và chưa thêm gì vào bản đang viết. Xin chọn một nút dưới bản xem lại ở trên, hoặc viết thêm về việc đang vướng.
verdict-unclear = Tôi chưa rõ ý Ông/Bà. Vụ việc #{ $code } đã được giải quyết chưa? Xin chọn một trả lời dưới đây.
unsupported = Tin này chúng tôi chưa đọc được. Xin Ông/Bà viết bằng lời, hoặc gửi ảnh, tài liệu, ghi âm, vị trí. Hướng dẫn: /trogiup

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

    Vướng mắc đã được giải quyết chưa? Bấm nút, hoặc gõ 1: đã giải quyết, 2: một phần, 3: chưa.
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

## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
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
held-send = ➡️ #{ $code }: { $name } đã gửi nội dung này cho doanh nghiệp.
held-answer = 💬 #{ $code }: { $name } đã gửi nội dung này làm câu trả lời; đang chờ doanh nghiệp xác nhận.
held-note = 🔒 #{ $code }: { $name } đã lưu nội dung này làm ghi chú nội bộ.
help-officer =
    Cách làm việc trong nhóm này
    • Trả lời (reply) thẻ hoặc tin của vụ việc; sau đó chọn: gửi doanh nghiệp, câu trả lời, hay ghi chú nội bộ.
    • Làm ngay bằng lệnh, khi trả lời thẻ hoặc kèm #MÃ: /nhan nhận việc, /hoi hỏi thêm, /gui nhắn, /traloi trả lời, /noibo ghi chú nội bộ, /giahan gia hạn, /chuyen chuyển, /phoihop mời cơ quan khác góp ý, /gopy góp ý, /tuchoi từ chối, /chitiet diễn biến, /hanxuly cách tính thời hạn.
    • /tim TỪ CẦN TÌM, /tuongtu câu trả lời cho việc tương tự, /gop gộp hai vụ; Tổ công tác: /giao giao cho cơ quan, /congbo công bố câu trả lời, /thuhoi thu hồi, /tach tách ra, /neuten nêu tên doanh nghiệp giấu tên (phải có lý do).
    • /quahan: vụ việc quá hạn. /thongke: số liệu tuần này. /vande: vấn đề chung, /baocao: báo cáo theo kỳ (Tổ công tác). /chude bat hoặc tat: mỗi vụ việc một chủ đề.
    • Sửa tin đã gửi: doanh nghiệp nhận được đính chính. Trò chuyện khác trong nhóm không bị gửi đi đâu.
reaction-done = 👍 Đã ghi nhận

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
proposed-transfer = 🙋 #{ $code }: { $department } đề nghị chuyển tiếp tới { $what }; vụ việc đã được chuyển nên Tổ công tác quyết định. Xin bấm trên thẻ. Lý do: { $reason }
proposed-extend = 🙋 #{ $code }: { $department } đề nghị gia hạn { $what }; vụ việc đã được gia hạn hoặc mở lại nên Tổ công tác quyết định. Xin bấm trên thẻ. Lý do: { $reason }
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

## Overdue, figures, details

overdue-head =
    { $count ->
       *[other] ⏰ { $count } vụ việc quá hạn, lâu nhất ở trên
    }
overdue-line = • #{ $code } · { $department } · hạn { $deadline }
overdue-more = … và { $count } vụ việc khác
overdue-none = ✅ Không có vụ việc quá hạn.
figures-head = 📊 Số liệu từ { $from } đến { $to }
figures-received = • Tiếp nhận: { $count }
figures-answered = • Đã trả lời: { $count }; đúng hạn { $ontime } ({ $share }%), trong hạn đã gia hạn { $extended }, quá hạn { $late }
figures-outcomes = • Doanh nghiệp xác nhận: đã giải quyết { $solved }, một phần { $partly }, chưa { $notsolved }, không xác nhận { $silent }
figures-open = • Đang mở: { $count }, quá hạn { $overdue }, chờ doanh nghiệp { $waiting }
weekly-head = 📊 Kính gửi lãnh đạo: kết quả tuần { $days }
routed-head = 🧭 Chuyển vụ việc tháng { $month }: { $cases } vụ việc, đúng cơ quan ngay { $right }, chuyển một lần { $once }, nhiều lần hơn { $more }
routed-department = • { $department }: { $cases } vụ việc, đúng ngay { $right }, chuyển một lần { $once }, nhiều lần hơn { $more }
details-head = 📋 Diễn biến vụ việc #{ $code }
details-line = • { $at } · { $who } · { $what }. { $text }
role-business = Doanh nghiệp
role-officer = Cán bộ
role-task-group = Tổ công tác
role-administrator = Người quản trị
role-clock = Hệ thống
task-group = Tổ công tác hỗ trợ doanh nghiệp
leadership = Lãnh đạo tỉnh
administrator = Người quản trị
told-filed = gửi vụ việc
told-assigned = giao cho { $department }
told-succeeded = theo cơ quan đã hợp nhất sang { $department }
told-accepted = cán bộ nhận việc
told-asked = hỏi thêm doanh nghiệp
told-replied = doanh nghiệp trả lời câu hỏi
told-told = nhắn cho doanh nghiệp
told-answered = trả lời doanh nghiệp
told-corrected = đính chính nội dung đã gửi
told-confirmed = kết quả: { $outcome }
told-rated = doanh nghiệp chấm điểm
told-reopened = doanh nghiệp báo chưa giải quyết, mở lại
told-transferred = chuyển tới { $department }
told-extended = gia hạn
told-declined = từ chối, có hướng dẫn
told-withdrawn = rút vụ việc
told-added = doanh nghiệp bổ sung
told-amended = doanh nghiệp sửa nội dung
told-noted = ghi chú nội bộ
told-escalated = quá hạn, báo cấp trên
told-warned = nhắc cơ quan về thời hạn
told-reminded = nhắc doanh nghiệp
told-resumed = doanh nghiệp chưa trả lời, thời hạn tính tiếp
told-recomputed = tính lại thời hạn
told-proposed = đề nghị Tổ công tác quyết định
told-refused = Tổ công tác không đồng ý đề nghị
told-invited = mời { $department } góp ý
told-contributed = { $department } góp ý
told-unreached = tin không tới được doanh nghiệp

## Systemic issues

signal-told =
    { $count ->
       *[other] 📈 Trong { $days } ngày: { $count } vụ việc { $what }, từ { $businesses } doanh nghiệp khác nhau; { $usual }.
    }
signal-usual =
    { $count ->
       *[other] thường chỉ khoảng { $count } doanh nghiệp
    }
signal-seldom = thường hầu như không có
signal-cases = Các vụ việc: { $codes }
signal-hint = Có thể các vụ việc này có chung một nguyên nhân. Nếu đúng, xin mở vấn đề chung để xử lý một lần cho tất cả; nếu không, xin bỏ qua tin này.
about-topic = về “{ $name }”
about-place = ở { $name }
about-department = thuộc { $name }
issue-opened = 🧩 { $name } đã mở vấn đề chung #{ $code }: vụ việc { $what }.
issue-head =
    { $count ->
       *[other] 🧩 Vấn đề chung #{ $code }: { $count } vụ việc { $what }
    }
issue-opened-by = { $name } mở lúc { $at }
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
       *[other] … và { $count } vụ việc khác
    }
issue-how = Thêm hoặc bớt vụ việc: /vande #{ $code } them #MÃ, /vande #{ $code } bo #MÃ. Kết thúc: /vande #{ $code } dong kết quả
issue-closed =
    🏁 { $name } kết thúc lúc { $at }. Kết quả:

    { $text }
issue-put-in =
    { $count ->
       *[other] ✅ Đã thêm { $codes } vào vấn đề chung #{ $code }; hiện có { $count } vụ việc.
    }
issue-taken-out =
    { $count ->
       *[other] ✅ Đã bỏ { $codes } khỏi vấn đề chung #{ $code }; còn { $count } vụ việc.
    }
issue-unchanged =
    { $count ->
       *[other] Vấn đề chung #{ $code } không thay đổi; hiện có { $count } vụ việc. Xem danh sách: /vande #{ $code }
    }
issue-like-head = 🧩 Vụ việc mới cùng loại với vấn đề chung đang mở. Tổ công tác quyết định có thêm vào hay không.
issue-like =
    { $count ->
       *[other] • #{ $code } (vụ việc { $what }): { $count } vụ việc mới: { $codes }. Thêm: /vande #{ $code } them #MÃ
    }
issue-of-case = 🧩 Thuộc vấn đề chung #{ $code } (vụ việc { $what })
issues-head =
    { $count ->
       *[other] 🧩 { $count } vấn đề chung đang mở. Xem vụ việc: /vande #MÃ
    }
issues-line =
    { $count ->
       *[other] • #{ $code } · { $count } vụ việc { $what }
    }
issues-none = Hiện không có vấn đề chung nào đang mở. Khi có nhiều vụ việc cùng loại bất thường, tin báo đến đây kèm nút để mở.

## Kinds, states, outcomes

kind-obstacle = Khó khăn, vướng mắc
kind-proposal = Kiến nghị, đề xuất
kind-feedback = Phản ánh, góp ý
kind-complaint = Khiếu nại
state-filed = Mới, chờ nhận việc
state-accepted = Đang giải quyết
state-asked = Chờ doanh nghiệp bổ sung
state-asked-of-you = Chờ Ông/Bà bổ sung
state-answered = Đã trả lời, chờ xác nhận
state-reopened = Mở lại
state-declined = Từ chối, có hướng dẫn
state-closed = Đã kết thúc
state-withdrawn = Đã rút
outcome-solved = đã giải quyết
outcome-partly = giải quyết một phần
outcome-not-solved = chưa giải quyết
outcome-not-confirmed = doanh nghiệp chưa xác nhận
outcome-not-confirmed-by-you = Ông/Bà chưa xác nhận

## Buttons

button-agree = ✅ Tôi đồng ý
button-refuse = Không đồng ý
button-no-business = Bỏ qua, không nêu tên
button-named = 🏢 Tên doanh nghiệp
button-more-words = 📝 Nội dung viết thêm
button-send-open = ✅ Gửi, nêu tên
button-send-hidden = 🔒 Gửi, giấu tên
button-send-anonymous = 🕶 Gửi ẩn danh
button-anonymous-yes = 🕶 Gửi ẩn danh ngay
button-change = ✏️ Sửa
button-drop = Bỏ
button-go-on = ✅ Tiếp tục
button-back = ↩️ Quay lại
button-another-department = Cơ quan khác…
button-conduct-yes = Về cách làm việc của cán bộ
button-conduct-no = Muốn được giải quyết việc này
button-unknown = Tôi không biết
button-change-department = Cơ quan
button-change-kind = Loại việc
button-change-business = Doanh nghiệp
button-change-text = Nội dung
button-new = ➕ Việc mới
button-case = #{ $code } { $text }
button-add = ➕ Bổ sung
button-withdraw = Rút vụ việc
button-withdraw-yes = Có, rút vụ việc
button-keep = Không rút
button-solved = ✅ Đã giải quyết
button-partly = 🟡 Giải quyết một phần
button-not-solved = ❌ Chưa giải quyết
button-contest = Không đồng ý, xin xem lại
button-appeal-plain = Gửi ngay, không viết thêm
button-accept = ✅ Nhận việc
button-answer = 💬 Trả lời
button-ask = Hỏi thêm
button-transfer = Chuyển
button-extend = Gia hạn
button-decline = Từ chối
button-note = 🔒 Nội bộ
button-details = Diễn biến
button-assign = 🏛 Giao cơ quan
button-invite = 🤝 Phối hợp
button-contribute = 🤝 Góp ý
button-approve = ✅ Đồng ý đề nghị
button-refuse-proposal = Không đồng ý
button-all-departments = Cơ quan khác…
button-open-issue = 🧩 Mở vấn đề chung
button-held-send = ➡️ Gửi doanh nghiệp
button-held-answer = 💬 Đây là câu trả lời
button-held-note = 🔒 Ghi chú nội bộ

## Toasts

toast-accepted = Anh/chị đã nhận vụ việc #{ $code }. Xin trả lời trước hạn ghi trên thẻ.
toast-decided = #{ $code }: đã ghi quyết định và báo cơ quan.
toast-choose = Xin chọn trên thẻ của vụ việc.
toast-reply-to-card = Xin trả lời (reply) thẻ này trong 30 phút; chưa có gì được gửi đi.
toast-held-send = #{ $code }: đã gửi doanh nghiệp.
toast-held-answer = #{ $code }: đã gửi câu trả lời; chờ doanh nghiệp xác nhận.
toast-held-note = #{ $code }: đã lưu ghi chú nội bộ.

## Refusals

refused-return-code = Mã riêng không đúng. Xin kiểm tra từng ký tự rồi gõ lại, ví dụ: /ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = Đã thử sai quá nhiều lần. Xin chờ một giờ rồi gõ lại mã riêng.
refused-return-none = Không có vụ việc ẩn danh nào đang mở trong đoạn chat này. Muốn mở: /ma và mã riêng.
refused-return-over = Vụ việc ẩn danh đã đóng trong đoạn chat này. Muốn mở lại: /ma và mã riêng.
refused-unmask-anonymous = #{ $code } được gửi ẩn danh: không lưu gì về người gửi nên không có gì để nêu.
refused-unmask-open = #{ $code } đã nêu tên rồi; cơ quan đang thấy tên doanh nghiệp.
refused-unmask-nobody = #{ $code } chưa giao cho cơ quan nào. Xin giao cơ quan trước, rồi mới nêu tên nếu thật cần.
refused-unmask-accused = #{ $code } phản ánh cách làm việc của cán bộ: không nêu tên người gửi ngoài cơ quan xử lý loại việc này.
refused-unmask-task-group = Chỉ Tổ công tác được nêu tên doanh nghiệp đã giấu tên. Xin đề nghị Tổ công tác, kèm lý do.
refused-unmask-reason = #{ $code }: xin ghi lý do nêu tên, ít nhất ba từ; doanh nghiệp sẽ đọc lý do này. Ví dụ: /neuten #{ $code } cần đối chiếu hồ sơ gốc
refused-accused = #{ $code } phản ánh cán bộ của chính cơ quan đó, nên không chuyển tới hoặc mời phối hợp được. Xin hỏi Tổ công tác.
refused-accepted = { $name } đã nhận vụ việc #{ $code } trước. Anh/chị vẫn có thể ghi chú nội bộ hoặc phối hợp trả lời.
refused-answered = { $name } đã trả lời vụ việc #{ $code }. Muốn bổ sung, anh/chị dùng /gui #{ $code } nội dung; muốn sửa, người đã trả lời sửa chính tin của mình.
refused-bind-code = Mã không đúng, đã dùng hoặc quá 24 giờ. Xin người quản trị cấp mã mới rồi gõ: /gan MÃ
refused-button = Nút này không còn dùng được. Xin xem tin mới nhất, hoặc gõ /chitiet #MÃ.
refused-button-own = Nút này không còn dùng được. Xin xem tin mới nhất, hoặc gõ /vuviec.
refused-code-group = Mã này dành cho nhóm chat. Xin gõ /gan MÃ trong nhóm cần gắn.
refused-code-private = Mã này dành cho người quản trị. Xin gõ /gan MÃ trong đoạn chat riêng với bot, không gõ trong nhóm.
refused-decline-reason = #{ $code }: xin ghi rõ lý do từ chối và nơi doanh nghiệp cần đến, ít nhất ba từ; doanh nghiệp sẽ đọc nội dung này.
refused-department-first = Xin chọn cơ quan trước khi gửi. Nếu không rõ, gõ “không biết” để Tổ công tác quyết định.
refused-empty = Chưa có nội dung. Xin viết vài dòng, hoặc gửi ảnh, tài liệu rồi thử lại.
refused-error = Có lỗi từ phía chúng tôi. Nội dung của Ông/Bà đã được giữ lại và người quản trị đã được báo; Ông/Bà không cần gửi lại. Cần xem tình trạng, gõ /vuviec.
refused-extend = #{ $code }: xin nêu số ngày (1 đến { $longest }) và lý do, ít nhất hai từ. Ví dụ: /giahan #{ $code } 3 chờ ý kiến Bộ
refused-file-size = Tệp “{ $name }” lớn hơn { $size } MB nên không nhận được. Xin gửi tệp nhỏ hơn, hoặc chia thành nhiều tệp.
refused-held-done = { $name } đã xử lý nội dung này trước; không gửi lại lần nữa.
refused-issue-cases = #{ $code }: xin ghi mã vụ việc cần thêm hoặc bỏ. Ví dụ: /vande #{ $code } them #LS26-00012
refused-issue-closed = Vấn đề chung #{ $code } đã kết thúc nên không thay đổi được nữa. Xem lại: /vande #{ $code }
refused-issue-no-case = Không có vụ việc { $case }; chưa thay đổi gì. Xin kiểm tra mã rồi gõ lại.
refused-issue-open = Đã mở thành vấn đề chung #{ $code }. Xem vụ việc: /vande #{ $code }
refused-issue-result = #{ $code }: xin ghi kết quả khi kết thúc. Ví dụ: /vande #{ $code } dong Đã sửa quy định
refused-issue-verb = #{ $code }: chỉ có “them” (thêm), “bo” (bỏ) và “dong” (kết thúc). Ví dụ: /vande #{ $code } them #LS26-00012
refused-issues-task-group = Vấn đề chung do Tổ công tác mở và theo dõi, trong nhóm của Tổ công tác.
refused-no-issue = Không có vấn đề chung #{ $code }. Xem các vấn đề đang mở: /vande
refused-which-issue = Xin ghi mã của vấn đề chung, ví dụ /vande #VD26-003. Xem các mã: /vande
refused-language = Chỉ có tiếng Việt, English và 中文. Xin gõ /ngonngu vi, /ngonngu en hoặc /ngonngu zh.
refused-no-case = Ông/Bà chưa có vụ việc nào đang mở. Xin viết việc đang vướng để gửi; xem vụ việc cũ bằng /tracuu #MÃ.
refused-no-draft = Không còn việc đang viết dở. Xin viết lại việc đang vướng, hoặc xem vụ việc đã gửi: /vuviec
refused-not-bound = Nhóm này chưa được gắn với cơ quan nào. Xin người quản trị lấy mã rồi gõ tại đây: /gan MÃ
refused-not-your-case = Không tìm thấy vụ việc này trong các vụ việc của Ông/Bà. Xin kiểm tra mã, hoặc xem danh sách: /vuviec
refused-not-your-department = Nhóm này không phụ trách vụ việc đó. Xin kiểm tra mã, hoặc hỏi Tổ công tác.
refused-nothing-held = Không còn nội dung nào đang chờ. Xin gửi lại nội dung, hoặc xem vụ việc: /vuviec
refused-reopen-window = Thời gian mở lại vụ việc #{ $code } đã hết lúc { $until }. Xin gửi việc mới và ghi mã này trong nội dung.
refused-same-department = Vụ việc #{ $code } đang ở chính cơ quan này. Xin chọn cơ quan khác.
refused-extend-short = #{ $code }: gia hạn như vậy thì hạn mới là { $deadline }, vẫn quá hạn. Xin gia hạn dài hơn, hoặc trả lời doanh nghiệp ngay.
refused-asked-enough = Các câu hỏi của vụ việc #{ $code } đã dừng thời hạn tổng cộng { $days } ngày làm việc nên không dừng thêm được. Cần hỏi nữa, xin nhắn bằng /gui; thời hạn vẫn chạy.
refused-second-extension = Vụ việc #{ $code } đã được gia hạn một lần; lần nữa do Tổ công tác quyết định.
refused-proposal-done = Đề nghị này của vụ việc #{ $code } đã được quyết định hoặc đã được thay. Xin xem thẻ mới nhất.
refused-parts = Vụ việc #{ $code } đã có { $most } cơ quan phối hợp; không mời thêm được.
refused-invite = #{ $code }: xin nêu rõ cần góp ý việc gì, ít nhất hai từ. Ví dụ: /phoihop so-xay-dung #{ $code } xác nhận quy hoạch khu đất
refused-lead-only = Cơ quan của anh/chị phối hợp ở vụ việc này; việc đó do cơ quan chủ trì làm. Muốn góp ý, xin trả lời (reply) thẻ hoặc gõ /gopy.
refused-topics = Xin gõ /chude bat để mỗi vụ việc có một chủ đề riêng, hoặc /chude tat để gửi chung trong nhóm.
refused-unknown-command = Không có lệnh này. Muốn gửi việc đang vướng, Ông/Bà cứ viết bằng lời.
refused-unknown-officer-command = Không có lệnh này; chưa có gì được gửi đi. Xin xem các lệnh: /trogiup
refused-stars = Xin chấm từ 1 đến 5 sao: gõ một số từ 1 đến 5.
refused-state = Vụ việc #{ $code } đang ở trạng thái “{ $state }” nên không làm được việc này. Xem diễn biến: /chitiet #{ $code }
refused-state-own = Vụ việc #{ $code } đang ở trạng thái “{ $state }” nên không làm được việc này. Xem diễn biến: /tracuu #{ $code }
refused-task-group-only = Chỉ Tổ công tác được giao lại cơ quan. Anh/chị có thể dùng “Chuyển” kèm lý do.
refused-tax-code =
    Mã số thuế “{ $code }” có thể sai một chữ số{ $last ->
        [none] { "" }
       *[other] { " " }(nếu chín số đầu đúng thì số thứ mười là { $last })
    }. Xin xem lại trên giấy đăng ký và gõ lại{ $named ->
        [yes] { " " }riêng mã (tên đã được giữ)
       *[no] { "" }
    }, hoặc chỉ gõ tên doanh nghiệp.
refused-too-many-guesses = Đã thử sai quá nhiều lần. Xin chờ một giờ, hoặc xin người quản trị cấp mã mới.
refused-transfer-reason = #{ $code }: xin ghi lý do chuyển, ít nhất hai từ, rồi thử lại.
refused-which-card = Xin trả lời (reply) đúng thẻ của vụ việc, hoặc ghi mã sau lệnh. Ví dụ: /traloi #MÃ nội dung
refused-which-case = Ông/Bà có nhiều vụ việc. Xin ghi kèm mã, ví dụ /tracuu #MÃ; xem các mã: /vuviec
refused-which-withdrawn = Ông/Bà muốn rút vụ việc nào? Xin gõ /rut kèm mã, ví dụ /rut #MÃ
refused-which-department = Không rõ cơ quan “{ $text }”. Xin dùng nút trên thẻ, hoặc gõ tên liền bằng dấu gạch nối, ví dụ so-xay-dung.

## How a deadline was counted

why-sentence = { $amount }, tính từ { $from }{ $parts }, đến { $due }
why-from-later = { $day } (gửi ngoài giờ hôm { $received })
why-extended = , gia hạn { $amount }
why-skipped = , trừ { $name } { $days }
why-worked = , tính cả { $day } làm bù
why-own-hours = , { $day } làm việc theo giờ riêng
why-rolled = , { $day } là ngày nghỉ nên lùi tới ngày làm việc kế tiếp
why-paused-days = , trừ { $count } ngày tạm dừng
why-paused-time = , trừ { $span } tạm dừng
long-received = • Nhận lúc { $at }, trong giờ làm việc.
long-received-later = • Gửi lúc { $at }, ngoài giờ làm việc: tính là nhận lúc { $counted }.
long-limit = • Thời hạn: { $amount }.
long-source = • Căn cứ: { $source }.
long-source-unverified = • Căn cứ: { $source } (chưa xác minh).
long-counting = • Cách đếm: { $rule }
counting-working_days =
    không tính ngày nhận; chỉ tính ngày làm việc; hạn là hết giờ làm việc của ngày cuối (theo Bộ luật Dân sự 2015, Điều 147 và 148; ngày lễ theo Bộ luật Lao động 2019, Điều 112{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
counting-working_hours =
    tính từng phút trong giờ làm việc kể từ lúc nhận (quy ước của dịch vụ{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
counting-calendar_days =
    không tính ngày nhận; tính cả ngày nghỉ; ngày cuối là ngày nghỉ thì lùi tới ngày làm việc kế tiếp (theo Bộ luật Dân sự 2015, Điều 147 và 148{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
long-skipped = • Nghỉ { $days }: { $name }.
long-worked = • Làm bù: { $day }.
long-own-hours = • { $day } làm việc theo giờ riêng: { $name }.
long-rolled = • Ngày cuối là { $day }, ngày nghỉ: lùi tới ngày làm việc kế tiếp.
long-paused = • Tạm dừng chờ doanh nghiệp từ { $first } đến { $last }: lùi { $amount }.
long-paused-nothing = • Tạm dừng chờ doanh nghiệp từ { $first } đến { $last }: không lùi.
long-extended = • Gia hạn: { $amount }.
long-due = • Hạn: { $at }.
long-calendar = • Lịch làm việc: bản { $version }.
amount-working-days = { $count } ngày làm việc
amount-calendar-days = { $count } ngày tính cả ngày nghỉ
amount-working-time = { $span } làm việc
span-hours = { $count } giờ
span-minutes = { $count } phút
and-then = { $first } { $last }
both = { $first } và { $last }
weekday-date = { $weekday } { $date }
date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
date-with-year = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
dates = { $first }–{ $last }
days-of-month = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
days-of-month-and-year = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
occasion-new_year = Tết Dương lịch
occasion-tet = Tết
occasion-hung_kings = Giỗ Tổ Hùng Vương
occasion-reunification = Ngày Chiến thắng
occasion-labour_day = Quốc tế Lao động
occasion-national_day = Quốc khánh
occasion-culture_day = Ngày Văn hóa Việt Nam
occasion-swapped = ngày nghỉ hoán đổi
occasion-special = ngày nghỉ riêng

## Like cases, published answers, merging

search-head =
    { $count ->
        [0] 🔎 “{ $text }”: chưa tìm thấy gì.
       *[other] 🔎 “{ $text }”: { $count } kết quả
    }
search-line = • #{ $code } · { $state } · { $department }: { $text }
search-known = • 📢 Đã công bố: { $question }
search-own = • #{ $code } · { $state }: { $text }
alike-head =
    { $count ->
        [0] 🔁 #{ $code }: chưa có câu trả lời nào cho việc tương tự.
       *[other] 🔁 #{ $code }: { $count } câu trả lời cho việc tương tự. Bấm để đọc.
    }
alike-line = 🔁 Vụ tương tự đã trả lời: { $codes }
alike-read =
    🔁 #{ $code }

    { $text }

    💬 { $answer }
known-offer =
    { $count ->
        [1] 💡 Việc này đã có câu trả lời công bố, xin Ông/Bà xem thử. Nếu chưa đúng ý, Ông/Bà cứ gửi như thường.
       *[other] 💡 Việc này đã có { $count } câu trả lời công bố, xin Ông/Bà xem thử. Nếu chưa đúng ý, Ông/Bà cứ gửi như thường.
    }
known-answer =
    ❓ { $question }

    💬 { $answer }
    ({ $by })
like-own =
    💡 Vụ việc #{ $code } của Ông/Bà có nội dung tương tự: { $text }
    Thêm vào #{ $code }? Nếu là việc khác, Ông/Bà cứ gửi như thường.
where-like =
    Nội dung này giống vụ việc #{ $code } của Ông/Bà: { $text }
    Thêm vào #{ $code }? Nếu là việc khác, xin chọn, hoặc gõ “việc mới”. Chưa có gì được gửi đi.
settled =
    Cảm ơn Ông/Bà. Nội dung đang viết chưa được gửi đi; trong một ngày, Ông/Bà vẫn có thể bấm “Vẫn gửi” hoặc gõ “vẫn gửi”.
refused-still-late = Nội dung đó đã được xóa sau một ngày. Nếu vẫn cần, xin Ông/Bà viết lại.
refused-search = Xin viết từ cần tìm sau lệnh, ví dụ: /tim giấy phép xây dựng
card-followers =
    { $count ->
        [1] 🔗 Có 1 vụ việc khác gộp vào đây
       *[other] 🔗 Có { $count } vụ việc khác gộp vào đây
    }
card-want-publish =
    📢 #{ $code }
    { $name }: trong 30 phút, trả lời (reply) tin này bằng câu hỏi ngắn gọn ở dòng đầu; các dòng sau là câu trả lời viết cho mọi người đọc. Không viết thêm dòng nào thì dùng câu trả lời của vụ việc, đã che thông tin doanh nghiệp.
    Hoặc gõ: /congbo #{ $code } câu hỏi
group-published =
    📢 #{ $code }: đã công bố. Doanh nghiệp có việc tương tự sẽ đọc được đúng như sau; thu hồi: /thuhoi #{ $code }

    ❓ { $question }

    💬 { $answer }
group-retracted = 📢 #{ $code }: đã thu hồi câu trả lời công bố; không ai được gợi ý nữa.
refused-publish-task-group = Chỉ Tổ công tác được công bố hoặc thu hồi câu trả lời. Xin đề nghị Tổ công tác.
refused-publish-question = #{ $code }: xin viết câu hỏi ở dòng đầu, ví dụ /congbo #{ $code } Thời hạn cấp giấy phép xây dựng?
refused-publish-hidden = #{ $code }: doanh nghiệp giấu tên, nên xin viết lại câu trả lời cho mọi người ở các dòng sau câu hỏi.
refused-publish-answer = #{ $code } chưa có câu trả lời. Xin viết câu trả lời ở các dòng sau câu hỏi.
refused-not-published = #{ $code } không có câu trả lời nào đang công bố.
merged =
    🔗 Vụ việc #{ $code } của Ông/Bà được giải quyết chung với một vụ việc cùng nội dung tại { $department }. Ông/Bà không phải làm gì thêm; mọi câu trả lời và kết quả đều được gửi tới đây.
    Nếu việc của Ông/Bà có điểm khác, xin bấm “Trả lời” (reply) ở tin này.
took-in = 🔗 Một vụ việc cùng nội dung được giải quyết chung với vụ việc #{ $code } của Ông/Bà. Hạn trả lời giữ nguyên.
merged-answer =
    💬 Vụ việc #{ $code } (giải quyết chung) · { $by } trả lời:

    { $text }

    Nếu chưa đúng việc của Ông/Bà, xin bấm “Trả lời” (reply) ở tin này.
merged-files-only = (câu trả lời nằm trong tệp gửi cho vụ việc chính; nếu cần, xin Ông/Bà hỏi cơ quan)
merged-extended = ⏳ Vụ việc #{ $code } (giải quyết chung) được gia hạn. Hạn trả lời mới: { $deadline }.
merged-reopened = ‼️ Vụ việc #{ $code } (giải quyết chung) được mở lại. Hạn trả lời mới: { $deadline }.
merged-closed = 🏁 Vụ việc giải quyết chung với #{ $code } đã kết thúc. Nếu việc của Ông/Bà chưa xong, xin bấm “Trả lời” (reply) ở tin này.
separated = 🔗 Vụ việc #{ $code } của Ông/Bà lại được giải quyết riêng, với hạn trả lời như trước.
group-took-in = 🔗 #{ $with } được gộp vào #{ $code }: từ nay hai vụ việc được giải quyết chung ở đây. Tách ra trong một ngày: /tach #{ $with }
group-merged = 🔗 #{ $code } được gộp vào #{ $with }; không cần xử lý riêng nữa.
group-separated = 🔗 #{ $code } được tách ra, lại cần giải quyết riêng.
refused-merge-two = Xin nêu hai mã: vụ việc giữ lại trước, vụ việc gộp vào sau, ví dụ /gop #LS26-00012 #LS26-00031
refused-merge-same = #{ $code } không thể gộp vào chính nó. Xin kiểm tra lại hai mã.
refused-merge-lead = Đã có vụ việc khác gộp vào #{ $code }, nên nó phải là vụ việc giữ lại. Xin đổi thứ tự hai mã.
refused-not-merged = #{ $code } không gộp vào vụ việc nào. Xem diễn biến: /chitiet #{ $code }
refused-separate-task-group = Chỉ Tổ công tác được tách vụ việc đã gộp. Xin đề nghị Tổ công tác.
refused-separate-late = #{ $code } đã gộp hơn một ngày nên không tách được nữa; có gì riêng, xin ghi bằng /gui hoặc /noibo.
state-merged = Đã gộp vào vụ việc khác
told-merged = giải quyết chung với vụ việc khác
told-separated = tách ra giải quyết riêng
told-unmasked = nêu tên doanh nghiệp với cơ quan
mine-filed = Ông/Bà gửi vụ việc
mine-unmasked = nêu tên Ông/Bà với cơ quan
mine-resumed = Ông/Bà chưa trả lời, thời hạn tính tiếp
mine-amended = Ông/Bà sửa nội dung
mine-added = Ông/Bà bổ sung
mine-withdrawn = Ông/Bà rút vụ việc
mine-reopened = Ông/Bà báo chưa giải quyết, mở lại
mine-answered = cơ quan trả lời Ông/Bà
mine-told = cơ quan nhắn Ông/Bà
mine-replied = Ông/Bà trả lời câu hỏi
mine-asked = cơ quan hỏi thêm
told-published = công bố câu trả lời
told-retracted = thu hồi câu trả lời đã công bố
figures-unmasked = • Nêu tên doanh nghiệp đã giấu tên: { $count }
figures-merged = • Gộp vào vụ việc khác: { $count }
figures-deflected = • Không cần gửi nhờ câu trả lời đã công bố: { $count }
button-known = ✅ Câu này đúng điều tôi cần
button-known-one = ✅ Câu 1 đúng điều tôi cần
button-known-two = ✅ Câu 2 đúng điều tôi cần
button-still = Vẫn gửi
button-add-to = ➕ Thêm vào #{ $code }
button-alike = 🔁 Đọc vụ tương tự
button-more = Xem tiếp
button-publish = 📢 Công bố

## Put together at delivery

files-withheld =
    { $count ->
       *[other] 🔒 { $count } tệp không chuyển kèm: tệp loại này được giữ lại tại Tổ công tác vì có thể chứa thông tin người gửi.
    }
files-withheld-here = 🔒 #{ $code }: tệp này không gửi cho cơ quan giải quyết vì có thể lộ người gửi. Nếu cơ quan cần nội dung, xin Tổ công tác chuyển phần không lộ danh tính.
file-missing =
    { $count ->
       *[other] ⚠️ { $count } tệp kèm theo không tải được; xin người gửi gửi lại.
    }
part-continued = (tiếp theo)
channel-choices = Xin gõ số để chọn:
moment = { $time } { $weekday } { $date }
weekday-0 = thứ Hai
weekday-1 = thứ Ba
weekday-2 = thứ Tư
weekday-3 = thứ Năm
weekday-4 = thứ Sáu
weekday-5 = thứ Bảy
weekday-6 = Chủ Nhật

## Reports

figure-carried_over = Kỳ trước chuyển sang
figure-carried_over-means = Số vụ việc cơ quan còn phải giải quyết khi kỳ bắt đầu.
figure-received = Tiếp nhận mới
figure-received-means = Số vụ việc doanh nghiệp gửi trong kỳ.
figure-returned = Mở lại
figure-returned-means = Số vụ việc đã xử lý từ kỳ trước nay phải giải quyết lại, phần lớn vì doanh nghiệp cho biết chưa giải quyết xong.
figure-to_handle = Tổng số phải giải quyết
figure-to_handle-means = Kỳ trước chuyển sang cộng tiếp nhận mới cộng mở lại; bằng đã xử lý cộng chuyển kỳ sau.
figure-handled = Đã xử lý
figure-handled-means = Số vụ việc phải giải quyết trong kỳ mà cuối kỳ cơ quan không còn phải làm gì: đã trả lời, từ chối có hướng dẫn, rút hoặc gộp.
figure-carried_forward = Chuyển kỳ sau
figure-carried_forward-means = Số vụ việc cơ quan còn phải giải quyết khi kỳ kết thúc; kỳ sau mở đầu bằng đúng số này.
figure-accepted = Được nhận giải quyết
figure-accepted-means = Số vụ việc lần đầu có cán bộ nhận giải quyết trong kỳ.
figure-answered = Đã trả lời
figure-answered-means = Số vụ việc có câu trả lời trong kỳ và câu trả lời đó vẫn là câu trả lời cuối cùng khi kỳ kết thúc, kể cả từ chối có hướng dẫn.
figure-on_time = Trả lời đúng hạn
figure-on_time-means = Trong số đã trả lời: trả lời không muộn hơn hạn, hạn chưa từng gia hạn.
figure-extended = Trả lời trong hạn đã gia hạn
figure-extended-means = Trong số đã trả lời: trả lời trong hạn đã được gia hạn; tính riêng, không phải đúng hạn cũng không phải quá hạn.
figure-late = Trả lời quá hạn
figure-late-means = Trong số đã trả lời: trả lời sau hạn.
figure-declined = Từ chối, có hướng dẫn
figure-declined-means = Trong số đã trả lời: không thuộc thẩm quyền hoặc không giải quyết được, có giải thích.
figure-solved = Doanh nghiệp xác nhận đã giải quyết
figure-solved-means = Số vụ việc kết thúc trong kỳ mà doanh nghiệp xác nhận đã giải quyết.
figure-partly = Doanh nghiệp xác nhận giải quyết một phần
figure-partly-means = Số vụ việc kết thúc trong kỳ mà doanh nghiệp xác nhận giải quyết được một phần.
figure-not_solved = Doanh nghiệp báo chưa giải quyết
figure-not_solved-means = Số vụ việc lần gần nhất được mở lại trong kỳ vì doanh nghiệp báo chưa giải quyết.
figure-not_confirmed = Doanh nghiệp không xác nhận
figure-not_confirmed-means = Số vụ việc kết thúc trong kỳ vì doanh nghiệp im lặng; không tính là đã giải quyết.
figure-withdrawn = Doanh nghiệp rút
figure-withdrawn-means = Số vụ việc doanh nghiệp rút trong kỳ.
figure-merged = Gộp vào vụ việc khác
figure-merged-means = Số vụ việc được gộp vào vụ việc khác trong kỳ.
figure-transfers = Lượt chuyển cơ quan
figure-transfers-means = Số lượt chuyển giữa các cơ quan trong kỳ; một vụ việc có thể chuyển nhiều lượt.
figure-extensions = Lượt gia hạn
figure-extensions-means = Số lượt gia hạn trong kỳ.
figure-reopened = Lượt mở lại
figure-reopened-means = Số lượt doanh nghiệp mở lại vụ việc trong kỳ.
figure-appeals = Mở lại, còn đang giải quyết
figure-appeals-means = Số vụ việc từng được mở lại và cuối kỳ còn phải giải quyết.
figure-unmasked = Nêu tên doanh nghiệp đã giấu tên
figure-unmasked-means = Số vụ việc trong kỳ Tổ công tác nêu tên doanh nghiệp đã giấu tên cho cơ quan, có lý do.
figure-waiting_for_business = Chờ doanh nghiệp bổ sung
figure-waiting_for_business-means = Số vụ việc đang chờ doanh nghiệp bổ sung khi kỳ kết thúc.
figure-paused_now = Đang tạm dừng tính hạn
figure-paused_now-means = Số vụ việc mà câu hỏi đặt ra trước hạn đang dừng đồng hồ khi kỳ kết thúc.
figure-overdue_now = Đang quá hạn
figure-overdue_now-means = Số vụ việc còn phải giải quyết đã quá hạn khi kỳ kết thúc.
figure-due_soon = Đến hạn trong ba ngày làm việc
figure-due_soon-means = Số vụ việc còn phải giải quyết, chưa quá hạn, đồng hồ đang chạy, đến hạn trong ba ngày làm việc sau khi kỳ kết thúc.
figure-age_to_3 = Đang mở đến 3 ngày
figure-age_to_3-means = Số vụ việc còn phải giải quyết khi kỳ kết thúc, gửi trong vòng 3 ngày làm việc.
figure-age_to_7 = Đang mở 4–7 ngày
figure-age_to_7-means = Số vụ việc còn phải giải quyết khi kỳ kết thúc, gửi trước đó 4 đến 7 ngày làm việc.
figure-age_to_15 = Đang mở 8–15 ngày
figure-age_to_15-means = Số vụ việc còn phải giải quyết khi kỳ kết thúc, gửi trước đó 8 đến 15 ngày làm việc.
figure-age_to_30 = Đang mở 16–30 ngày
figure-age_to_30-means = Số vụ việc còn phải giải quyết khi kỳ kết thúc, gửi trước đó 16 đến 30 ngày làm việc.
figure-age_over_30 = Đang mở trên 30 ngày
figure-age_over_30-means = Số vụ việc còn phải giải quyết khi kỳ kết thúc, gửi trước đó trên 30 ngày làm việc.
figure-median_acceptance_hours = Giờ làm việc đến khi nhận, trung vị
figure-median_acceptance_hours-means = Số giờ làm việc từ khi gửi đến khi có cán bộ đầu tiên nhận; một nửa số vụ việc nhanh hơn.
figure-p90_acceptance_hours = Giờ làm việc đến khi nhận, 90%
figure-p90_acceptance_hours-means = Chín phần mười số vụ việc được nhận trong số giờ làm việc này.
figure-median_first_word_hours = Giờ làm việc đến phản hồi đầu tiên, trung vị
figure-median_first_word_hours-means = Số giờ làm việc từ khi gửi đến lời đầu tiên của cán bộ; một nửa số vụ việc nhanh hơn.
figure-p90_first_word_hours = Giờ làm việc đến phản hồi đầu tiên, 90%
figure-p90_first_word_hours-means = Chín phần mười số vụ việc có phản hồi đầu tiên trong số giờ làm việc này.
figure-median_resolution_hours = Giờ làm việc đến khi trả lời, trung vị
figure-median_resolution_hours-means = Số giờ làm việc từ khi gửi đến khi trả lời, kể cả thời gian chờ doanh nghiệp; một nửa số vụ việc nhanh hơn.
figure-p90_resolution_hours = Giờ làm việc đến khi trả lời, 90%
figure-p90_resolution_hours-means = Chín phần mười số vụ việc được trả lời trong số giờ làm việc này.
figure-paused_percent = Phần thời gian tạm dừng, %
figure-paused_percent-means = Trong thời gian giải quyết các vụ việc đã trả lời: bao nhiêu phần trăm là chờ doanh nghiệp bổ sung.
figure-ratings = Số lượt đánh giá
figure-ratings-means = Số vụ việc kết thúc trong kỳ được doanh nghiệp chấm sao.
figure-mean_stars = Mức hài lòng trung bình (1–5 sao)
figure-mean_stars-means = Trung bình số sao của các vụ việc kết thúc trong kỳ có đánh giá; đọc cùng số lượt đánh giá.
figure-unknown = –
figure-number = { $count }
figure-decimal = { $number },{ $tenth }
figure-share = { $part }/{ $count } ({ $share }%)
figure-share-few = { $part }/{ $count }
basis-start = thời điểm bắt đầu kỳ
basis-filed = ngày doanh nghiệp gửi
basis-written = ngày ghi vào nhật ký
basis-accepted = ngày nhận giải quyết lần đầu
basis-first-word = ngày phản hồi đầu tiên
basis-answered = ngày trả lời
basis-reopened = ngày mở lại
basis-ended = ngày kết thúc
basis-end = thời điểm kết thúc kỳ
basis-period = cả kỳ
measure-cases = vụ việc
measure-events = lượt
measure-hours = giờ làm việc
measure-percent = %
measure-stars = sao
delay-not-accepted = chưa có người nhận
delay-asked-too-late = hỏi doanh nghiệp khi đã quá hạn
delay-reopened = mở lại, chưa xong
delay-transferred = chuyển giữa các cơ quan
delay-extended = đã gia hạn, vẫn quá
delay-worked-on = đang giải quyết
wish-answer-late = Giải quyết dứt điểm { $count } vụ việc quá hạn: { $codes }
wish-answer-soon = Trả lời đúng hạn của từng vụ việc { $count } vụ việc sẽ đến hạn
wish-review-appeals = Xem xét lại { $count } vụ việc doanh nghiệp báo chưa giải quyết xong
wish-plan-issue = Đề xuất hướng xử lý chung cho { $codes } ({ $count } vụ việc)
wish-report-beyond = Báo cáo cấp có thẩm quyền { $count } vụ việc vượt thẩm quyền của tỉnh: { $codes }
pci-01 = Gia nhập thị trường
pci-02 = Tiếp cận đất đai
pci-03 = Tính minh bạch
pci-04 = Chi phí thời gian
pci-05 = Chi phí không chính thức
pci-06 = Cạnh tranh bình đẳng
pci-07 = Tính năng động của chính quyền
pci-08 = Chính sách hỗ trợ doanh nghiệp
pci-09 = Đào tạo lao động
pci-10 = Thiết chế pháp lý và an ninh trật tự
sheet-summary = Tổng hợp
sheet-cases = Vụ việc
sheet-facts = Dữ liệu
sheet-definitions = Định nghĩa
report-parent = UBND TỈNH { $province }
report-office = TỔ CÔNG TÁC HỖ TRỢ DOANH NGHIỆP
report-number = Số: ……/BC-……
report-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
report-motto = Độc lập - Tự do - Hạnh phúc
report-place = { $province }, ngày …… tháng …… năm { $year }
report-kind = BÁO CÁO
report-draft = (Dự thảo lập từ số liệu; số, ngày và chữ ký do người có thẩm quyền ghi)
report-subject-week = Kết quả tiếp nhận, giải quyết vướng mắc của doanh nghiệp tuần { $number } năm { $year }
report-subject-month = Kết quả tiếp nhận, giải quyết vướng mắc của doanh nghiệp tháng { $number } năm { $year }
report-subject-quarter = Kết quả tiếp nhận, giải quyết vướng mắc của doanh nghiệp quý { $number } năm { $year }
report-subject-year = Kết quả tiếp nhận, giải quyết vướng mắc của doanh nghiệp năm { $year }
report-opening = Tổ công tác hỗ trợ doanh nghiệp báo cáo kết quả từ ngày { $from } đến hết ngày { $to }. Số liệu tính từ nhật ký của từng vụ việc, chốt khi kỳ kết thúc.
report-balance = Kỳ trước chuyển sang { $carried } vụ việc; tiếp nhận mới { $received }; mở lại { $returned }. Tổng số phải giải quyết { $total }; đã xử lý { $handled }; chuyển kỳ sau { $forward }.
report-before = Kỳ trước: tiếp nhận { $received }, trả lời { $answered }, cuối kỳ quá hạn { $overdue }.
report-answered = Đã trả lời { $count } vụ việc: đúng hạn { $ontime }, trong hạn đã gia hạn { $extended }, quá hạn { $late }. Đúng hạn: { $share }.
report-times = Thời gian trả lời: một nửa số vụ việc trong { $median } giờ làm việc, chín phần mười trong { $most } giờ làm việc.
report-nothing-answered = Trong kỳ chưa có vụ việc nào được trả lời.
report-outcomes = Doanh nghiệp xác nhận: đã giải quyết { $solved }, một phần { $partly }, chưa giải quyết { $notsolved }; không xác nhận { $silent }.
report-left = Cuối kỳ còn { $count } vụ việc: quá hạn { $overdue }, đến hạn trong ba ngày làm việc { $soon }, chờ doanh nghiệp bổ sung { $waiting }.
report-grown = Tăng: { $topic }: { $count } vụ việc (kỳ trước { $before }).
report-common = Nhiều doanh nghiệp cùng nêu: { $topic }: { $count } vụ việc trong kỳ.
report-issue = Vấn đề chung { $issue } { $about }: { $count } vụ việc, chưa giải quyết xong.
report-reopened = Doanh nghiệp mở lại { $count } lượt vì chưa giải quyết xong.
report-nothing-notable = Không có vướng mắc nổi bật hoặc lặp lại so với kỳ trước.
report-good-on-time = Trả lời đúng hạn { $share } (kỳ trước { $before }).
report-good-solved = Doanh nghiệp xác nhận đã giải quyết { $share } vụ việc kết thúc trong kỳ.
report-good-overdue = Vụ việc quá hạn giảm còn { $count } (kỳ trước { $before }).
report-no-shortcoming = Trong kỳ không có vụ việc trả lời quá hạn, đang quá hạn hoặc mở lại.
report-bad-late = Trả lời quá hạn: { $share }.
report-bad-overdue = { $department }: { $count } vụ việc đang quá hạn.
report-cause = { $why }: { $count } vụ việc quá hạn.
report-no-cause = Không có vụ việc quá hạn để phân tích nguyên nhân.
report-nothing-overdue = Không có vụ việc nào quá hạn khi kỳ kết thúc.
report-nothing-beyond = Không có vụ việc nào vượt thẩm quyền của tỉnh.
report-nothing-proposed = Số liệu không cho thấy việc cần chỉ đạo thêm.
report-more = … và { $count } vụ việc khác; danh sách đầy đủ trong tệp bảng tính.
report-withheld = ít
report-total = Tổng
report-others = { $count } nhóm ít vụ việc
report-label-week = Tuần { $number }
report-unknown = Chưa xác định
report-pci = Theo thành phần của chỉ số năng lực cạnh tranh cấp tỉnh (PCI). “ít” là nhóm dưới năm vụ việc không nêu số để giữ kín danh tính.
report-trend = Tiếp nhận, trả lời và quá hạn qua các kỳ
report-open-by-department = Vụ việc còn phải giải quyết, theo cơ quan
report-figure = Chỉ tiêu
report-this = Kỳ này
report-last = Kỳ trước
report-year-ago = Cùng kỳ năm trước
report-by-department = Cơ quan
report-by-topic = Lĩnh vực
report-by-pci = Thành phần PCI
report-by-place = Địa bàn
report-by-kind = Loại
report-by-language = Ngôn ngữ
report-by-channel = Kênh
report-short-to_handle = Phải giải quyết
report-short-received = Tiếp nhận
report-short-answered = Trả lời
report-short-on_time = Đúng hạn
report-short-overdue_now = Quá hạn
report-short-carried_forward = Còn lại
report-short-transfers = Chuyển
report-short-reopened = Mở lại
report-short-extensions = Ngày gia hạn
report-code = Mã
report-deadline = Hạn
report-days = Ngày quá hạn
report-why = Lý do
report-since = Ngày gửi
report-state = Tình trạng
report-answered-on = Ngày trả lời
report-ended-on = Ngày kết thúc
report-outcome = Kết quả
report-who = Cơ quan thực hiện
report-what = Nội dung
report-by-when = Trước ngày
report-period = Kỳ
report-dimension = Phân theo
report-group = Nhóm
report-value = Giá trị
report-meaning = Cách tính
report-basis = Tính theo
report-measure = Đơn vị tính
report-part-results = Kết quả tiếp nhận, giải quyết
report-part-groups = Theo cơ quan và lĩnh vực
report-part-notable = Vướng mắc nổi bật, lặp lại
report-part-overdue = Vụ việc quá hạn
report-part-beyond = Vụ việc vượt thẩm quyền của tỉnh
report-part-proposals = Đề xuất
report-four-direction = Công tác chỉ đạo, điều hành
report-four-results = Kết quả thực hiện
report-four-assessment = Đánh giá chung
report-four-tasks = Phương hướng, nhiệm vụ
report-achieved = Kết quả đạt được
report-lacking = Tồn tại, hạn chế
report-causes = Nguyên nhân
report-to-fill = { "[" }Người soạn báo cáo viết phần này.]
report-see-annex = (Danh mục văn bản đã ban hành tại Phụ lục I.)
report-annex-documents = Phụ lục I. DANH MỤC VĂN BẢN ĐÃ BAN HÀNH
report-annex-documents-fill = { "[" }Số, ngày, trích yếu từng văn bản.]
report-annex-overdue = Phụ lục II. DANH SÁCH VỤ VIỆC QUÁ HẠN
report-to = Nơi nhận:
report-to-leaders = - Lãnh đạo UBND tỉnh;
report-to-group = - Thành viên Tổ công tác;
report-to-file = - Lưu: VT.
report-authority = TM. TỔ CÔNG TÁC
report-signer = TỔ TRƯỞNG
report-signature = ……………………
weekly-of = 📊 { $subject } ({ $days })
weekly-late = (Gửi muộn: đến giờ gửi, hệ thống ngừng hoạt động.)
weekly-flow = • Tiếp nhận: { $received } (kỳ trước { $receivedbefore }); trả lời { $answered } (kỳ trước { $answeredbefore }); còn { $left } (đầu kỳ { $carried })
weekly-quality = • Trả lời đúng hạn { $share }, một nửa trong { $hours } giờ làm việc; doanh nghiệp xác nhận đã giải quyết { $solved }
weekly-quality-at-once = • Trả lời đúng hạn { $share }; doanh nghiệp xác nhận đã giải quyết { $solved }
weekly-overdue = • Quá hạn: { $count } (kỳ trước { $before }): { $where }; lâu nhất #{ $code }, { $days } ngày làm việc
weekly-none-overdue = • Không có vụ việc quá hạn (kỳ trước { $before })
weekly-where = { $department } { $count }
weekly-others = { $count } cơ quan khác
weekly-grown = • Tăng nhiều nhất: { $topic }: { $count } (kỳ trước { $before })
weekly-repeats = • Lặp lại: { $what }
weekly-common = { $topic }: { $count } vụ việc
weekly-issues = { $count } vấn đề chung chưa xong
weekly-reopened = doanh nghiệp mở lại { $count } lượt
weekly-asked =
    • Đề nghị { $who }: { $what }, trước { $by }{ $more ->
        [0] .
       *[other] ; { $more } việc khác trong báo cáo.
    }
weekly-files = 📎 { $subject }
refused-period = Ông/Bà vui lòng ghi kỳ đã bắt đầu, ví dụ /baocao 2026-W47, /baocao 2026-11, /baocao 2026-Q4 hoặc /baocao 2026.
refused-report-task-group = Báo cáo theo kỳ dành cho Tổ công tác và lãnh đạo. Số liệu của cơ quan: /thongke
