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
