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
outcome-explained = đã được giải thích, chưa giải quyết
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
button-explained = 💡 Mới giải thích, chưa xong
button-explain = 💡 Chỉ giải thích
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
button-send-as-read = ✅ Gửi như trên
button-unsend = ✖️ Không gửi
button-held-send = ➡️ Gửi doanh nghiệp
button-held-answer = 💬 Đây là câu trả lời
button-held-note = 🔒 Ghi chú nội bộ

## Toasts

toast-accepted = Anh/chị đã nhận vụ việc #{ $code }. Xin trả lời trước hạn ghi trên thẻ.
toast-explained = #{ $code }: đã ghi câu trả lời này là chỉ giải thích; doanh nghiệp vẫn cho biết kết quả.
toast-decided = #{ $code }: đã ghi quyết định và báo cơ quan.
toast-choose = Xin chọn trên thẻ của vụ việc.
toast-held-send = #{ $code }: đã gửi doanh nghiệp.
toast-held-answer = #{ $code }: đã gửi câu trả lời; chờ doanh nghiệp xác nhận.
toast-held-note = #{ $code }: đã lưu ghi chú nội bộ.
