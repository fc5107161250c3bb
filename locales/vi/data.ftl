## What people ask about their own data

data-wish-copy = bản sao dữ liệu
data-wish-name = sửa họ tên
data-wish-firm = sửa tên doanh nghiệp
data-wish-withdraw = rút lại sự đồng ý
data-wish-restrict = hạn chế sử dụng dữ liệu
data-wish-object = phản đối một cách sử dụng dữ liệu
data-wish-delete = xóa dữ liệu
data-is-open = chờ phản hồi, hạn { $until }
data-is-accepted = đang thực hiện, hạn { $until }
data-is-done = đã thực hiện { $until }
data-is-refused = không thực hiện được { $until }
data-is-dropped = Ông/Bà đã rút lại { $until }

button-data-copy = 📄 Bản sao
button-data-name = ✏️ Sửa họ tên
button-data-firm = 🏢 Sửa tên doanh nghiệp
button-data-withdraw = ↩️ Rút sự đồng ý
button-data-restrict = ⏸ Hạn chế sử dụng
button-data-object = ✋ Phản đối
button-data-delete = 🗑 Xóa dữ liệu
button-data-yes = ✅ Gửi yêu cầu
button-data-no = ✖️ Không gửi
button-data-drop = ↩️ Rút lại yêu cầu
button-data-accept = 👌 Nhận yêu cầu
button-data-carry = ✅ Thực hiện
button-data-carry-yes = 🗑 Xóa ngay
button-data-refuse = ✖️ Không thực hiện
button-data-show = Yêu cầu { $number }

data-head = 🔒 Dữ liệu chúng tôi đang giữ của Ông/Bà
data-person = • Họ tên: { $name }. Doanh nghiệp: { $firms }
data-counts = • { $cases } vụ việc, { $files } tệp, { $messages } tin nhắn trong đoạn chat này
data-codes =
    • Vụ việc: { $codes }{ $more ->
        [0] {""}
       *[other] { " " }và { $more } vụ việc khác
    }
data-since = • Giữ từ: { $at }
data-agreed = • Ông/Bà đã đồng ý lúc { $at }, theo thông báo bản số { $version }
data-not-agreed = • Hiện không có sự đồng ý nào còn hiệu lực
data-restricted = • Dữ liệu đang được hạn chế sử dụng từ { $at }
data-requests = Yêu cầu của Ông/Bà:
data-line = • { $number }: { $wish } ({ $standing })
data-unlinked = Vụ việc gửi ẩn danh không có ở đây, vì không có gì dẫn từ Ông/Bà tới đó: gõ /ma MÃ RIÊNG, rồi /dulieu.
data-law = Bấm để yêu cầu: Tổ công tác phản hồi trong 2 ngày làm việc, thực hiện trong 10 đến 20 ngày tùy loại (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP; văn bản chưa được đối chiếu). Dữ liệu đã xóa mất hẳn trong { $days } ngày, khi các bản sao lưu hết hạn.
data-case-head = 🔒 Dữ liệu chúng tôi đang giữ của vụ việc #{ $code }
data-case-counts = • { $entries } mục diễn biến, { $files } tệp. Gửi ngày: { $at }
data-held = • Tổ công tác giữ lại vụ việc này từ { $at }: chưa xóa khi hết thời hạn lưu
data-gone-files = • Tệp gửi kèm: đã xóa { $at }
data-gone-identity = • Thông tin người gửi: đã xóa { $at }
data-gone-words = • Nội dung: đã xóa { $at }

data-nothing-asked = Vâng, chưa có yêu cầu nào được gửi. Xem lại: /dulieu
data-words-name = Xin viết họ tên đúng của Ông/Bà trong một tin. Tổ công tác sẽ sửa trong hồ sơ các vụ việc của Ông/Bà.
data-words-firm = Xin viết tên đúng của doanh nghiệp, kèm mã số thuế nếu có, trong một tin.
data-words-object = Xin viết trong một tin: Ông/Bà phản đối việc sử dụng dữ liệu nào, và vì sao.
data-sure-withdraw = Rút lại sự đồng ý: từ nay chúng tôi không nhận tin mới của Ông/Bà, bản viết dở bị xóa. Vụ việc đã gửi vẫn được giải quyết. Thực hiện chậm nhất { $until }. Ông/Bà có gửi yêu cầu này không?
data-sure-restrict = Hạn chế sử dụng: dữ liệu được giữ nguyên nhưng không công bố, không dùng để tra cứu vụ việc tương tự và không bị xóa theo thời hạn. Thực hiện chậm nhất { $until }. Ông/Bà có gửi yêu cầu này không?
data-sure-delete =
    Xóa dữ liệu: nội dung, tệp và thông tin người gửi bị xóa, không khôi phục được; chỉ còn số liệu không có tên.{ $live ->
        [0] {""}
       *[other] { " " }Vụ việc đang giải quyết sẽ được rút: { $codes }.
    }
    Thực hiện chậm nhất { $until }; mất hẳn khỏi bản sao lưu trong { $days } ngày sau đó. Tin đã gửi qua ứng dụng nhắn tin thì máy chủ của họ còn giữ: sau 48 giờ chúng tôi không xóa được ở đó, xin Ông/Bà tự xóa đoạn chat.
    Nên lấy bản sao trước. Ông/Bà có gửi yêu cầu này không?
data-asked = 📨 Đã ghi nhận yêu cầu { $number }: { $wish }. Tổ công tác phản hồi chậm nhất { $answer } và thực hiện chậm nhất { $until }. Ông/Bà được báo ngay tại đây; người gửi ẩn danh xem khi quay lại bằng mã riêng.
data-copy =
    📄 Yêu cầu { $number }: đây là bản sao dữ liệu của Ông/Bà{ $count ->
        [1] {""}
       *[other] , gồm { $count } tệp
    } (nén zip: data.json và các tệp). Bản sao này tự xóa khỏi máy chủ của chúng tôi sau 7 ngày; xin Ông/Bà giữ nơi an toàn.
data-told-accepted = 📨 Yêu cầu { $number } ({ $wish }): Tổ công tác đã nhận và sẽ thực hiện chậm nhất { $until }. Ông/Bà được báo khi xong.
data-told-extended = ⏳ Yêu cầu { $number } ({ $wish }): cần thêm thời gian, đến { $until }. Lý do: { $reason }
data-told-refused = Yêu cầu { $number } ({ $wish }) không thực hiện được. Lý do: { $reason } Nếu không đồng ý, Ông/Bà có quyền khiếu nại với Văn phòng UBND tỉnh hoặc cơ quan chuyên trách bảo vệ dữ liệu cá nhân.
data-told-dropped = Yêu cầu { $number } ({ $wish }) đã được rút lại theo ý Ông/Bà. Không có gì thay đổi.
data-done-name = ✅ Yêu cầu { $number }: họ tên của Ông/Bà đã được sửa trong hồ sơ.
data-done-firm = ✅ Yêu cầu { $number }: tên doanh nghiệp đã được sửa trong hồ sơ.
data-done-withdraw = ✅ Yêu cầu { $number }: sự đồng ý đã được rút. Muốn dùng lại kênh này, Ông/Bà chỉ cần viết và đồng ý lại.
data-done-restrict = ✅ Yêu cầu { $number }: dữ liệu của Ông/Bà từ nay được hạn chế sử dụng.
data-done-object = ✅ Yêu cầu { $number }: phản đối của Ông/Bà được chấp nhận; dữ liệu không còn được công bố và dùng để tra cứu.
data-done-delete = ✅ Yêu cầu { $number }: dữ liệu đã được xóa. Các bản sao lưu hết hạn trong { $days } ngày, khi đó dữ liệu mất hẳn. Ông/Bà nên tự xóa đoạn chat này trong ứng dụng nhắn tin.

data-card-head = 🗂 Yêu cầu về dữ liệu { $number }: { $wish } ({ $standing })
data-card-who = Của: { $who }
data-card-text = Nội dung: { $text }
data-card-terms = Hạn phản hồi: { $answer } · hạn thực hiện: { $until }
data-card-means-copy = Bản sao được gửi tự động.
data-card-means-name = Thực hiện: họ tên trong hồ sơ và các vụ việc được sửa như trên.
data-card-means-firm = Thực hiện: tên doanh nghiệp trong hồ sơ và các vụ việc được sửa như trên.
data-card-means-withdraw = Thực hiện: không nhận tin mới cho đến khi đồng ý lại; vụ việc đã gửi vẫn đi tiếp.
data-card-means-restrict = Thực hiện: không công bố, không tra cứu, không xóa theo thời hạn.
data-card-means-object = Thực hiện: không công bố, không tra cứu. Không đồng ý thì nêu lý do.
data-card-means-delete = Thực hiện: xóa người gửi, nội dung, tệp; vụ việc đang mở được rút. Không khôi phục được. Hồ sơ phải lưu theo luật lưu trữ thì từ chối và nêu lý do.
data-who = { $name } ({ $firms }), { $cases } vụ việc
data-who-case = vụ việc #{ $code }
data-who-gone = đã xóa
data-group-dropped = 🗂 Yêu cầu về dữ liệu { $number } đã được người gửi rút lại.
data-list-none = Không có yêu cầu về dữ liệu cá nhân nào đang chờ.
data-list-head = 🗂 { $count } yêu cầu về dữ liệu cá nhân đang chờ. Từ chối: /yeucaudulieu SỐ từ chối LÝ DO. Thêm thời gian (một lần): /yeucaudulieu SỐ gia hạn LÝ DO.
data-list-line = • { $number }: { $wish }. Hạn: { $due }
data-carry-sure = 🗑 Yêu cầu { $number }: xóa mọi dữ liệu của { $who }. Không khôi phục được. Bấm lần nữa để xóa.
data-refusal-question = Yêu cầu { $number }: vì sao không thực hiện? Trả lời (reply) tin này bằng lý do; người yêu cầu sẽ đọc đúng câu đó.
data-morning = 🗂 Yêu cầu về dữ liệu cá nhân đến hạn: { $count }
group-renamed = ✏️ #{ $code }: tên người gửi hoặc doanh nghiệp đã được sửa theo yêu cầu của họ.
told-renamed = sửa tên người gửi theo yêu cầu

refused-data-accepted = Yêu cầu { $number } đã được nhận rồi.
refused-data-extended = Yêu cầu { $number } đã được gia hạn một lần; luật không cho thêm.
refused-data-settled = Yêu cầu { $number } đã kết thúc.
refused-data-task-group = Yêu cầu về dữ liệu cá nhân do Tổ công tác quyết định.
refused-requests-task-group = Yêu cầu về dữ liệu cá nhân do Tổ công tác quyết định.
refused-data-reason = Xin nêu lý do (ít nhất ba từ): /yeucaudulieu { $number } từ chối LÝ DO. Người yêu cầu sẽ đọc lý do này.
refused-data-words = Xin viết thành một tin chữ, không kèm tệp. Bỏ qua: /huy
refused-data-asked = Ông/Bà đã gửi yêu cầu này và đang chờ kết quả. Xem: /dulieu
refused-data-command = Không rõ phải làm gì với yêu cầu { $number }. Viết: /yeucaudulieu { $number } từ chối LÝ DO, hoặc gia hạn LÝ DO; hoặc bấm nút dưới yêu cầu.
refused-no-data-request = Không có yêu cầu về dữ liệu số { $number }. Xem danh sách: /yeucaudulieu
expiry-told = 🗄 Vụ việc { $codes } đã kết thúc từ lâu; theo thời hạn lưu, tệp và thông tin người gửi sẽ được xóa sau ngày { $at }, nội dung xóa sau đó, chỉ còn số liệu không tên. Mất hẳn khỏi bản sao lưu sau thêm { $days } ngày. Ông/Bà không phải làm gì; muốn giữ bản sao, xin gõ /dulieu trước ngày đó.
data-erased = Nội dung vụ việc này đã được xóa theo thời hạn lưu hoặc theo yêu cầu, nên không bổ sung được nữa. Nếu vướng mắc còn, xin gửi vụ việc mới.

## Who saw who is behind a hidden case

accesses-none = Chưa có ai xem danh tính sau một vụ việc giấu tên.
accesses-head = 🔎 { $count } lần gần nhất danh tính người giấu tên được xem hoặc đưa ra (mỗi người, mỗi vụ việc, mỗi ngày một dòng; không nêu tên doanh nghiệp):
access-case = • { $at } · { $name } ({ $who }) xem toàn bộ vụ việc #{ $code }
access-named = • { $at } · { $who } được cho biết người gửi vụ việc #{ $code }; { $name } (Tổ công tác) quyết định
access-copy = • { $at } · một người nhận bản sao dữ liệu của chính mình
access-copy-of-case = • { $at } · người gửi vụ việc #{ $code } nhận bản sao dữ liệu của mình
access-export = • { $at } · { $name } xuất toàn bộ dữ liệu ngay tại máy chủ

## What the task group keeps beyond its time

card-held = 🗄 Giữ lại quá thời hạn lưu, từ { $at }: { $reason }
told-held = giữ lại quá thời hạn lưu
told-let-go = thôi giữ lại
hold-begun =
    🗄 #{ $code } được giữ lại, chưa xóa khi hết thời hạn lưu.
    Lý do: { $reason }
    Khi không cần nữa: /giulai #{ $code } thôi
hold-ended = 🗄 #{ $code } thôi giữ lại: dữ liệu được xóa khi hết thời hạn lưu, sau khi người gửi được báo trước nếu còn liên lạc được.
hold-none = Không có vụ việc nào đang được giữ lại quá thời hạn lưu. Giữ lại: /giulai #MÃ LÝ DO
hold-head = 🗄 { $count } vụ việc đang được giữ lại quá thời hạn lưu. Thôi giữ: /giulai #MÃ thôi
hold-line = • #{ $code }, từ { $at }: { $reason }
hold-more = … và { $count } vụ việc khác
held-longer = 🗄 Vụ việc #{ $code }: Tổ công tác cần giữ lại, nên dữ liệu chưa được xóa vào ngày đã báo. Khi thôi giữ, Ông/Bà được báo trước khi xóa. Xem hoặc yêu cầu về dữ liệu: /dulieu
refused-hold-task-group = Chỉ Tổ công tác giữ lại vụ việc quá thời hạn lưu.
refused-hold-reason = #{ $code }: xin nêu lý do giữ lại, ít nhất ba từ; lý do được ghi vào diễn biến. Ví dụ: /giulai #{ $code } thanh tra đang xem xét. Thôi giữ: /giulai #{ $code } thôi
refused-not-held = #{ $code } hiện không được giữ lại. Giữ lại: /giulai #{ $code } LÝ DO
refused-data-held = Yêu cầu { $number } chưa xóa được: { $codes } đang được giữ lại quá thời hạn lưu. Thôi giữ rồi xóa: /giulai #{ $first } thôi. Hoặc từ chối và nêu lý do: /yeucaudulieu { $number } từ chối LÝ DO
