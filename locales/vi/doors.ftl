## Who may say what, from where

refused-edit-done = #{ $code }: tin này đã được làm theo và có người đã đọc, nên sửa tin không thay đổi gì. Cần nói thêm, xin gửi tin mới.
refused-edit-over = #{ $code }: vụ việc đã sang bước khác, nên sửa tin cũ không thay đổi gì; doanh nghiệp vẫn đọc bản đã gửi. Cần nói thêm, xin dùng /gui #{ $code } nội dung.
published-differs = ✏️ #{ $code }: câu trả lời vừa được đính chính, còn bản đã công bố thì chưa. Xin công bố lại (/congbo #{ $code }) hoặc thu hồi (/thuhoi #{ $code }).
refused-not-member = Nút và lệnh trong nhóm này chỉ dành cho thành viên của nhóm. Xin vào nhóm rồi thử lại.
refused-member-unknown = Chưa biết anh/chị có trong nhóm không nên chưa làm gì. Xin thử lại sau ít phút; nếu vẫn vậy, xin cho bot làm quản trị viên của nhóm.
refused-as-channel = Tin này gửi dưới tên một kênh nên chưa làm gì được: không biết ai gửi. Xin chọn lại tên của chính anh/chị ở ô soạn tin (bấm ảnh đại diện bên trái), rồi gửi lại.

## Bindings

bindings-head = 🔗 Các nơi làm việc đang gắn: { $count }
bindings-line = • { $who } · “{ $title }” ({ $network }) · mã { $binding } · người gắn: { $by }, { $at } · dùng gần nhất: { $used }
bindings-unknown = không rõ
bindings-never = chưa có
bindings-how = Tháo một nơi: /thaogan và mã của nó.
refused-which-binding = Không có nơi làm việc nào mang mã này. Xem danh sách: /danhsachgan
refused-unbind-administrator = Nhóm của Tổ công tác và người quản trị chỉ do người quản trị tháo. Xin báo người quản trị.
refused-unbind-task-group = Chỉ Tổ công tác và người quản trị được tháo nơi làm việc. Xin đề nghị Tổ công tác.
refused-bindings-task-group = Danh sách nơi làm việc dành cho Tổ công tác và người quản trị.
refused-rebind = Cuộc trò chuyện này đang là nơi làm việc của { $who }. Đổi sang { $now } thì { $who } không nhận vụ việc ở đây nữa. Nếu đúng ý, xin gõ lại: /gan MÃ doi
unbound = 🔓 Đã tháo nơi làm việc “{ $title }” của { $who } (người tháo: { $by }). Vụ việc của nơi này nay đến nơi còn lại của cơ quan, hoặc đến Tổ công tác.
unbound-here = Cuộc trò chuyện này không còn là nơi làm việc của { $who } (người tháo: { $by }). Vụ việc không được gửi đến đây nữa.
bound-lost = ⚠️ “{ $title }” không còn là nơi làm việc của { $who }, nay dùng cho { $now }. Nếu không đúng, xin báo ngay người quản trị.
desk-opened = { $by } vừa mở bàn làm việc trên trang web của { $who }. Nếu không đúng, xin báo ngay người quản trị.
group-again = ✅ Bot đã trở lại. Nhóm này vẫn là nơi làm việc của { $who }; những tin chưa gửi được đang được gửi lại.
