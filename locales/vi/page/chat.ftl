# The words of the web page itself; what the bot says stands in the folder above.

brand = Gỡ Vướng
tagline = Doanh nghiệp { $province } nêu vướng mắc, cơ quan có trách nhiệm trả lời
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
languages = Ngôn ngữ
when = { $time } · { $day }/{ $month }
home = Trang chủ

# Start page
landing-title = Doanh nghiệp đang vướng ở đâu? Xin nói với tỉnh.
landing-lead = Nhắn tin như trò chuyện bình thường. Đúng cơ quan phụ trách sẽ nhận, trả lời có thời hạn, và Ông/Bà theo dõi được từng bước.
landing-begin = Gửi vướng mắc
landing-begin-hint = Không cần tài khoản
landing-officer = Dành cho cán bộ
landing-step-1 = Kể việc đang vướng
landing-step-1-more = Viết vài dòng, kèm ảnh hay tài liệu nếu có. Bằng tiếng Việt, tiếng Anh hoặc tiếng Trung.
landing-step-2 = Nhận mã vụ việc
landing-step-2-more = Mỗi việc có một mã, một cơ quan chịu trách nhiệm và một thời hạn tính theo ngày làm việc.
landing-step-3 = Nhận câu trả lời
landing-step-3-more = Câu trả lời đến ngay trong khung trò chuyện. Chưa ổn thì Tổ công tác hỗ trợ doanh nghiệp xem lại.
sample-question = Chúng tôi nộp hồ sơ xin phù hiệu xe từ tháng trước, đến nay chưa có kết quả.
sample-receipt = Đã nhận vụ việc #LS26-00042. Sở Xây dựng trả lời trước 17:00 ngày 02/12.
sample-answer = Sở Xây dựng trả lời #LS26-00042: phù hiệu đã ký sáng nay, mời doanh nghiệp đến nhận.
sample-solved = Đã giải quyết
sample-not-solved = Chưa
landing-privacy = Ông/Bà có thể giấu tên với cơ quan giải quyết. Chỉ những người xử lý vụ việc mới xem được nội dung.

# Trying it on one machine
demo-title = Dùng thử Gỡ Vướng
demo-lead = Ba vai trong cùng một trang: doanh nghiệp nhắn ở bên trái, cơ quan trả lời ở giữa, tổ công tác và lãnh đạo theo dõi ở bên phải.
demo-business = Doanh nghiệp
demo-department = Cơ quan
demo-oversight = Chỉ đạo
demo-choose = Chọn cơ quan
demo-open = Mở
clock = Đồng hồ dùng thử
clock-push = Tua nhanh
clock-hour = 1 giờ
clock-day = 1 ngày làm việc
clock-week = 1 tuần
task-group = Tổ công tác
leadership = Lãnh đạo

# Chat
chat-with = Cùng doanh nghiệp { $province }
messages = Tin nhắn
service = Gỡ Vướng
you = Ông/Bà
edited = đã sửa
reply = Trả lời
edit = Sửa
replying = Trả lời tin nhắn
editing = Sửa tin nhắn
cancel = Hủy
write = Viết tin nhắn…
attach = Đính kèm tệp
send = Gửi
older = Xem tin cũ hơn
newest = Về tin mới nhất
new-below = Tin mới
file = Tệp
photo = Ảnh
file-waiting = đang tải về
refresh = Tải lại để xem tin mới
welcome-title = Xin chào!
welcome-text = Đây là nơi doanh nghiệp { $province } nêu vướng mắc với các cơ quan của tỉnh. Bấm “Bắt đầu”, hoặc viết ngay điều Ông/Bà cần.
welcome-start = Bắt đầu
desk-empty = Chưa có vụ việc nào. Vụ việc mới sẽ hiện ở đây ngay khi doanh nghiệp gửi.
leadership-empty = Báo cáo tuần và những việc cần lãnh đạo quyết định sẽ hiện ở đây.
menu = Tùy chọn
menu-cases = Vụ việc của tôi
menu-help = Hướng dẫn
menu-overdue = Việc quá hạn
menu-figures = Số liệu tuần này
menu-link = Mở trên thiết bị khác
menu-leave = Đăng xuất
remove = Bỏ tệp này
not-sent = Chưa gửi được. Xin kiểm tra kết nối rồi gửi lại.
too-large = Tệp “{ $name }” quá lớn, tối đa { $size }.
too-many = Mỗi lần gửi tối đa 10 tệp.
offline = Mất kết nối, đang thử lại…
button-gone = Nút này không còn hiệu lực.

# Desk
join-title = Bàn làm việc của cán bộ
join-lead = Nhập họ tên và mã dùng một lần do người quản trị cấp.
join-name = Họ và tên
join-code = Mã dùng một lần
join-enter = Vào bàn làm việc
name-missing = Xin nhập họ và tên.
code-wrong = Mã không đúng, đã dùng hoặc đã hết hạn. Xin người quản trị cấp mã mới.
code-too-often = Thử quá nhiều lần. Xin đợi 15 phút rồi thử lại.

# Private link
link-title = Mở trên thiết bị khác
link-lead = Mở đường dẫn này trên thiết bị khác để tiếp tục cuộc trò chuyện. Ai có đường dẫn đều đọc được, nên đừng chia sẻ cho người khác.
link-address = Đường dẫn riêng
link-copy = Sao chép
link-copied = Đã sao chép
forget-lead = Dùng chung máy với người khác? Xin lưu đường dẫn trên, rồi đóng cuộc trò chuyện ở đây. Không có đường dẫn thì không mở lại được.
forget = Đóng trên thiết bị này
link-end-lead = Đường dẫn đã lọt ra ngoài? Xin kết thúc mọi đường dẫn đã tạo. Thiết bị đang mở cuộc trò chuyện không bị đóng.
link-end = Kết thúc mọi đường dẫn
back = Quay lại trò chuyện
resume-title = Chuyển sang cuộc trò chuyện khác?
resume-lead = Thiết bị này đang mở một cuộc trò chuyện khác. Nếu tiếp tục, cuộc trò chuyện đó sẽ không còn mở trên thiết bị này.
resume-enter = Tiếp tục
resume-here = Mở cuộc trò chuyện này trên thiết bị đang dùng?
resume-here-lead = Xin chỉ tiếp tục nếu đường dẫn này là của chính Ông/Bà: nội dung viết sau đó sẽ nằm trong cuộc trò chuyện này.

# When something cannot be done
problem-400 = Yêu cầu không hợp lệ. Xin tải lại trang rồi thử lại.
problem-403 = Không có quyền làm việc này, hoặc phiên làm việc đã hết. Xin mở lại trang.
problem-404 = Không tìm thấy trang hoặc tệp này.
problem-409 = Tin nhắn này không sửa được.
problem-413 = Nội dung gửi lên quá lớn.
problem-429 = Ông/Bà gửi nhanh quá. Xin đợi một phút rồi thử lại.
problem-500 = Có lỗi ở phía chúng tôi. Xin thử lại sau ít phút; nội dung đã gửi không bị mất.
problem-503 = Hệ thống đang bận. Xin thử lại sau ít phút.
files-after-consent = Xin đồng ý với cách xử lý thông tin trước, rồi gửi tệp: trước khi Ông/Bà đồng ý, hệ thống không giữ tệp nào. Xin gửi lời nhắn trước, không kèm tệp.
disk-low = Hệ thống tạm thời không nhận thêm tệp. Lời nhắn vẫn gửi được; xin gửi tệp sau.
too-much-sent = Ông/Bà đã gửi quá nhiều trong một giờ. Xin gửi tệp sau một giờ.

# A case on paper
print-now = In trang này
print-back = Về cuộc trò chuyện
