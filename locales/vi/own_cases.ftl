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
addition-masked =
    🔒 Vụ việc #{ $code } giấu người gửi. Phần vừa viết chưa gửi; cơ quan chỉ đọc được:

    { $text }
addition-withheld =
    { $count ->
       *[other] 📎 { $count } tệp (ghi âm, phim, tệp nén…) chỉ Tổ công tác nhận, cơ quan không nhận.
    }
addition-question = Đúng ý thì xin chọn gửi. Chưa đúng thì sửa ngay tin vừa viết, viết thêm, hoặc chọn không gửi; không chọn thì không có gì được gửi đi.
addition-dropped = Phần vừa viết không gửi đi; vụ việc #{ $code } vẫn như trước. Ông/Bà viết lại lúc nào cũng được.
file-withheld-late = 🔒 #{ $code }: tệp “{ $name }” không làm lại được (có mật khẩu, bị hỏng hoặc không đúng loại) nên chỉ Tổ công tác nhận; cơ quan không nhận tệp này. Nếu cơ quan cần đọc, xin Ông/Bà gửi bản khác (ảnh chụp hoặc PDF không đặt mật khẩu).
