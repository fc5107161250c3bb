## Naming a business that hides its identity: two people, thirty days

button-name-yes = 🔓 Đồng ý nêu tên
button-name-no = ✖️ Không nêu tên
unmask-asked =
    🔐 #{ $code }: { $name } đề nghị nêu tên doanh nghiệp giấu tên với { $department }.
    Lý do: { $reason }
    Cần một người khác trong Tổ công tác quyết định: bấm nút, hoặc gõ /neuten #{ $code } đồng ý (không đồng ý). Nêu tên có hiệu lực { $days } ngày, hết sớm hơn nếu vụ việc chuyển cơ quan; doanh nghiệp sẽ đọc tên hai người và lý do. Tin đã gửi vào nhóm thì không thu lại được.
    Khẩn cấp, chỉ có một mình: /neuten #{ $code } khẩn cấp: lý do (lãnh đạo được báo ngay).
unmask-refused = 🔐 #{ $code }: { $name } không đồng ý với đề nghị nêu tên của { $by }. Doanh nghiệp vẫn giấu tên.
unmask-emergency = 🚨 #{ $code }: { $name } (Tổ công tác) một mình nêu tên doanh nghiệp giấu tên với { $department } vì khẩn cấp. Lý do: { $reason }
unmasked-emergency =
    🚨 Vụ việc #{ $code }: vì khẩn cấp, một người của Tổ công tác ({ $name }) đã nêu tên Ông/Bà với { $department }; lãnh đạo đã được báo ngay.
    Lý do: { $reason }
    Cơ quan thấy tên doanh nghiệp, mã số thuế, tên Ông/Bà, toàn bộ nội dung và tệp gốc đến { $until }, hoặc đến khi vụ việc chuyển cơ quan khác.
masked-again = 🔒 #{ $code }: hết thời gian nêu tên; từ nay thẻ và diễn biến lại giấu tên doanh nghiệp. Xin không dùng tên đã biết ngoài việc giải quyết vụ việc này.
masked-again-own = 🔒 Vụ việc #{ $code }: hết thời gian nêu tên; từ nay vụ việc lại giấu tên với cơ quan. Tin cơ quan đã nhận trước đó không thu lại được.
refused-unmask-decided = #{ $code }: không có đề nghị nêu tên nào đang chờ (đã quyết định, hoặc vụ việc đã chuyển cơ quan).
refused-unmask-own = #{ $code }: người đề nghị không tự quyết định được; cần một người khác trong Tổ công tác.
refused-unmask-parts = #{ $code } đang có cơ quan phối hợp cùng đọc: tên chỉ được nêu với một cơ quan, nên không nêu được.
told-unmask-asked = đề nghị nêu tên doanh nghiệp
told-unmask-refused = không đồng ý nêu tên doanh nghiệp
told-masked = hết thời gian nêu tên, lại giấu tên
mine-unmask-asked = Tổ công tác có người đề nghị nêu tên Ông/Bà với cơ quan
mine-unmask-refused = người khác trong Tổ công tác không đồng ý nêu tên Ông/Bà
mine-masked = hết thời gian nêu tên, lại giấu tên Ông/Bà
