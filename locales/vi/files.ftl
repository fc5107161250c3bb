## Files that did not arrive

file-refused = ⚠️ Tệp “{ $name }” chưa gửi được tới đây vì ứng dụng nhắn tin từ chối tệp này. Xin mở trên trang web hoặc đề nghị người gửi gửi dạng khác.
file-refused-right = ⚠️ Tệp “{ $name }” chưa gửi được tới đây vì cuộc trò chuyện này không cho phép nhận loại tệp đó. Xin người quản trị nhóm mở quyền rồi đề nghị gửi lại.
file-refused-size = ⚠️ Tệp “{ $name }” chưa gửi được tới đây vì quá lớn đối với ứng dụng nhắn tin.
file-lost = ⚠️ Tệp “{ $name }” Ông/Bà vừa gửi không đọc được hoặc không có nội dung. Xin Ông/Bà gửi lại tệp này; các nội dung khác đã được nhận.
file-lost-size = ⚠️ Tệp “{ $name }” Ông/Bà vừa gửi quá lớn nên không nhận được. Xin Ông/Bà gửi bản nhỏ hơn; các nội dung khác đã được nhận.
