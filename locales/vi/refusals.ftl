## Refusals

refused-return-code = Mã riêng không đúng. Xin kiểm tra từng ký tự rồi gõ lại, ví dụ: /ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = Đã thử sai quá nhiều lần. Xin chờ một giờ rồi gõ lại mã riêng.
refused-return-none = Không có vụ việc ẩn danh nào đang mở trong đoạn chat này. Muốn mở: /ma và mã riêng.
refused-return-over = Vụ việc ẩn danh đã đóng trong đoạn chat này. Muốn mở lại: /ma và mã riêng.
refused-unmask-anonymous = #{ $code } được gửi ẩn danh: trong vụ việc không có gì về người gửi nên không có gì để nêu.
refused-unmask-open = #{ $code } đã nêu tên rồi; cơ quan đang thấy tên doanh nghiệp.
refused-unmask-nobody = #{ $code } chưa giao cho cơ quan nào. Xin giao cơ quan trước, rồi mới nêu tên nếu thật cần.
refused-unmask-accused = #{ $code } phản ánh cách làm việc của cán bộ: không nêu tên người gửi ngoài cơ quan xử lý loại việc này.
refused-unmask-task-group = Chỉ Tổ công tác được nêu tên doanh nghiệp đã giấu tên. Xin đề nghị Tổ công tác, kèm lý do.
refused-unmask-reason = #{ $code }: xin ghi lý do nêu tên, ít nhất ba từ; doanh nghiệp sẽ đọc lý do này. Ví dụ: /neuten #{ $code } cần đối chiếu hồ sơ gốc
refused-accused = #{ $code } phản ánh cán bộ của chính cơ quan đó, nên không chuyển tới hoặc mời phối hợp được. Xin hỏi Tổ công tác.
refused-accepted = { $name } đã nhận vụ việc #{ $code } trước. Anh/chị vẫn có thể ghi chú nội bộ hoặc phối hợp trả lời.
refused-explained = Vụ việc #{ $code } đã được ghi là trả lời bằng giải thích. Nếu nay đã giải quyết thêm, anh/chị gửi câu trả lời mới.
refused-answered = { $name } đã trả lời vụ việc #{ $code }. Muốn bổ sung, anh/chị dùng /gui #{ $code } nội dung; muốn sửa, người đã trả lời sửa chính tin của mình.
refused-bind-code = Mã không đúng, đã dùng hoặc quá 24 giờ. Xin người quản trị cấp mã mới rồi gõ: /gan MÃ
refused-button = Nút này không còn dùng được. Xin xem tin mới nhất, hoặc gõ /chitiet #MÃ.
refused-button-own = Nút này không còn dùng được. Xin xem tin mới nhất, hoặc gõ /vuviec.
refused-code-group = Mã này dành cho nhóm chat. Xin gõ /gan MÃ trong nhóm cần gắn.
refused-code-private = Mã này dành cho người quản trị. Vì cả nhóm đã thấy nên mã vừa bị hủy. Xin lấy mã mới rồi gõ /gan MÃ trong đoạn chat riêng với bot.
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
refused-which-department = Không rõ cơ quan “{ $text }”. Xin gõ tên cơ quan đầy đủ hoặc viết tắt, ví dụ Sở Xây dựng, hoặc dùng nút trên thẻ.
refused-other-code = Lời này còn nhắc mã #{ $code } của vụ việc khác, nên chưa gửi đi. Xin bỏ mã đó rồi gửi lại riêng cho #{ $here }.
refused-link-anonymous = Đang có việc ẩn danh ở đây, nên không liên kết tài khoản: việc ẩn danh không được nối với ai. Gõ /thoat để đóng rồi thử lại.
refused-link-role = Tài khoản đang giữ vai trò quản trị không liên kết được. Xin dùng tài khoản riêng cho doanh nghiệp.
refused-link-consent = Xin đồng ý với thông báo về dữ liệu trước, rồi gõ lại /lienket. Đã có mã từ tài khoản kia thì gõ /lienket MÃ.
refused-link-linked = Tài khoản này đã liên kết rồi. Bỏ liên kết: /huylienket
refused-link-cases = Ở đây đã có vụ việc hoặc bản viết dở. Xin làm ngược lại: gõ /lienket tại đây để lấy mã, rồi nhập mã ở tài khoản kia.
refused-link-request = Tài khoản này có yêu cầu { $number } về dữ liệu cá nhân đang chờ. Xin chờ thực hiện xong, hoặc rút lại yêu cầu (/dulieu), rồi liên kết.
refused-link-code = Mã không đúng, đã dùng, đã quá 10 phút, hoặc là của một tài khoản trên cùng ứng dụng. Xin gõ /lienket ở tài khoản kia để lấy mã mới.
refused-link-late = Câu hỏi liên kết đã quá hạn hoặc không còn; không có gì thay đổi. Muốn liên kết, gõ /lienket ở tài khoản kia để lấy mã mới.
refused-not-linked = Tài khoản này chưa liên kết với tài khoản nào. Liên kết: /lienket
