## Who may say what, from where

refused-edit-done = #{ $code }: tin này đã được làm theo và có người đã đọc, nên sửa tin không thay đổi gì. Cần nói thêm, xin gửi tin mới.
refused-edit-over = #{ $code }: vụ việc đã sang bước khác, nên sửa tin cũ không thay đổi gì; doanh nghiệp vẫn đọc bản đã gửi. Cần nói thêm, xin dùng /gui #{ $code } nội dung.
published-differs = ✏️ #{ $code }: câu trả lời vừa được đính chính, còn bản đã công bố thì chưa. Xin công bố lại (/congbo #{ $code }) hoặc thu hồi (/thuhoi #{ $code }).
refused-as-channel = Tin này gửi dưới tên một kênh nên chưa làm gì được: không biết ai gửi. Xin chọn lại tên của chính anh/chị ở ô soạn tin (bấm ảnh đại diện bên trái), rồi gửi lại.
