# Deleting the conversation on the page
menu-delete = Xóa cuộc trò chuyện này
delete-title = Xóa cuộc trò chuyện này?
delete-lead = Mọi tin trong cuộc trò chuyện này, bản viết dở và tệp chưa gửi được xóa khỏi trang và khỏi máy chủ; thiết bị và đường dẫn riêng nào cũng không mở lại được nữa. Vụ việc đã gửi ẩn danh vẫn được giải quyết: Ông/Bà quay lại bằng mã riêng.
delete-own = { $count ->
       *[other] Ông/Bà có { $count } vụ việc nêu tên hoặc giấu tên. Các vụ việc vẫn được giải quyết, nhưng sau khi xóa, Ông/Bà không xem được trả lời trên trang này nữa.
    }
delete-yes = Xóa
