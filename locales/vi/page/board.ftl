## The board: the way in

board-title = Bảng theo dõi
board-door = Bảng theo dõi cần liên kết đăng nhập
board-door-how = Xin gõ { $command } trong nhóm chat của cơ quan, Tổ công tác hoặc lãnh đạo; hệ thống gửi riêng cho Ông/Bà một liên kết dùng một lần.
board-door-why = Không có mật khẩu. Phiên xem tự đóng sau vài giờ và khi nhóm chat không còn gắn với hệ thống.
board-link = Mở bảng theo dõi
board-link-once = Liên kết này dùng được một lần, trên thiết bị này. Bấm nút để mở.
board-link-open = Mở bảng
board-link-over = Liên kết đã dùng hoặc hết hạn
menu-board = Bảng theo dõi
board-role-task-group = Tổ công tác
board-role-leadership = Lãnh đạo
board-skip = Tới nội dung chính
board-pages = Các trang của bảng

## Pages

board-now = Hiện nay
board-cases = Vụ việc
board-trends = Diễn biến
board-departments = Các cơ quan
board-topics = Lĩnh vực
board-places = Địa bàn
board-hours = Giờ gửi
board-signals = Vấn đề chung
board-tasks = Chỉ đạo, dự án
board-directives = Chỉ đạo đang thực hiện
board-projects = Dự án có việc chưa xong
board-no-projects = Không có dự án nào có việc chưa xong.
board-project = Dự án
board-oldest = Chờ từ ngày
board-capital = Vốn, triệu đồng
board-as-of = Tính đến { $at }
board-meanings = Các số được tính thế nào
board-basis = Tính theo: { $basis }.
board-download = Tải bảng này:
board-not-drawn = Chưa tạo được tệp Excel. Xin thử lại hoặc tải tệp CSV.
board-nothing = Không có vụ việc nào trong thời gian này.
board-period = Thời gian
board-name-week = Tuần { $n } năm { $year }
board-name-month = Tháng { $n } năm { $year }
board-name-quarter = Quý { $n } năm { $year }
board-name-year = Năm { $year }
board-this-week = Tuần này
board-this-month = Tháng này
board-this-quarter = Quý này
board-this-year = Năm nay

## Now

board-what = Nội dung
board-open = Đang mở
board-overdue = Quá hạn
board-soon = Sắp đến hạn
board-unaccepted = Chưa ai nhận
board-asked = Chờ doanh nghiệp
board-paused = Tạm dừng thời hạn
board-appeal = Doanh nghiệp yêu cầu xem lại
board-imported = Nhập từ danh sách cũ
board-basis-now = thời điểm ghi ở đầu trang
board-open-means = Vụ việc cơ quan còn phải giải quyết, kể cả đang chờ doanh nghiệp bổ sung.
board-overdue-means = Vụ việc đang mở đã quá hạn; vụ đã hỏi doanh nghiệp trước hạn thì đồng hồ dừng, không tính.
board-soon-means = Vụ việc đang mở, chưa quá hạn, đồng hồ đang chạy, đến hạn trong ba ngày làm việc.
board-unaccepted-means = Vụ việc mới gửi hoặc mở lại mà chưa cán bộ nào nhận.
board-asked-means = Vụ việc đang chờ doanh nghiệp trả lời câu hỏi của cơ quan.
board-appeal-means = Vụ việc đang mở mà doanh nghiệp đã báo chưa được giải quyết, ít nhất một lần.
board-imported-means = Vụ việc nhập từ danh sách cơ quan đang có, đã và chưa giải quyết; không tính vào bất kỳ số nào khác.
board-ages = Vụ việc đang mở theo số ngày chờ
board-ages-lead = Đếm theo ngày làm việc từ khi doanh nghiệp gửi. Số trung bình của vụ đã xong trông đẹp hơn thực tế khi vụ khó còn nằm lại, nên xem cả vụ đang mở.
board-age = Đã chờ
board-with-whom = Đang ở cơ quan nào
board-department = Cơ quan
board-order-official = Xếp theo thứ tự trong danh mục của tỉnh, không phải thứ hạng.
board-nothing-open = Không có vụ việc nào đang mở.

## Trends

board-trends-lead = Mười hai kỳ trọn vẹn gần nhất; kỳ đang diễn ra không vẽ vì chưa so được.
board-by-week = Theo tuần
board-by-month = Theo tháng
board-flow = Tiếp nhận và trả lời
board-links-as-now = Mỗi kỳ được tính như khi kỳ kết thúc. Danh sách mở từ một số cho thấy vụ việc như hiện nay.
board-line-received = Số vụ việc tiếp nhận
board-line-on-time = Tỷ lệ trả lời đúng hạn
board-received-lead = Đường ngang là mức trung bình của chính chuỗi này; nét đứt là giới hạn dao động thường thấy (trung bình ± 2,66 lần độ dịch chuyển trung bình).
board-on-time-lead = Phần trăm trả lời trong hạn gốc trên số đã trả lời. Kỳ có dưới 10 câu trả lời không vẽ.
board-own-mean = trung bình
board-usual-up-to = thường đến
board-usual-from = thường từ
board-limits-are = Trung bình { $mean }, thường nằm trong khoảng { $low } đến { $high }. Ô vuông đánh dấu kỳ nằm ngoài.
board-limits-few = Chưa đủ mười hai kỳ để nói thế nào là thường thấy; chỉ vẽ điểm.
board-judgement = Nhận định
board-usual = thường thấy
board-unusual = khác thường, cần xem
board-few = ít hồ sơ

## Departments

board-fair = Mỗi tỷ lệ đi cùng số vụ và khoảng tin cậy 95 %. Dưới { $n } vụ chỉ nêu phân số, không nhận định.
board-interval = Khoảng 95 %
board-passed-on = Chuyển đi
board-central = Cơ quan thuộc hệ thống ngành dọc trung ương
board-central-lead = Phần nào ngoài thẩm quyền của tỉnh; để riêng, không so với các sở.
board-communes = Ủy ban nhân dân xã, phường
board-communes-lead = Phần lớn có ít vụ việc: xem từng vụ thay vì so tỷ lệ.
board-short-received = Tiếp nhận
board-short-answered = Đã trả lời
board-short-on-time = Đúng hạn
board-short-extended = Trong hạn đã gia hạn
board-short-late = Trễ hạn
board-short-overdue-now = Đang quá hạn
board-short-carried-forward = Chuyển kỳ sau
board-short-median-first-word-hours = Giờ tới phản hồi đầu, giữa
board-short-reopened = Mở lại
board-short-raised-again = Nêu lại
board-short-explained = Chỉ giải thích
board-short-weighed = Có nêu giá trị
board-short-at-risk = Giá trị, triệu đồng
board-short-declined = Từ chối
board-short-median-resolution-hours = Giờ tới trả lời, giữa
board-short-p90-resolution-hours = Giờ tới trả lời, 90 %
board-short-paused-percent = Tạm dừng, %
board-funnel = Tỷ lệ đúng hạn so với số vụ đã trả lời
board-answered-cases = số vụ đã trả lời
board-common = cả tỉnh { $share } %
board-by-chance = So { $n } cơ quan thì chỉ do ngẫu nhiên cũng có một, hai cơ quan nằm ngoài giới hạn 95 % (nét đứt). Chỉ nằm ngoài giới hạn 99,8 % (nét liền) mới coi là khác rõ.
board-outside = { $k } trong { $n } cơ quan nằm ngoài giới hạn 99,8 %: khác nhau thật, do cách làm hoặc do việc khó dễ khác nhau. Xem từng vụ trước khi kết luận.
board-undecided = { $n } vụ chưa giao cơ quan nào, không nằm trong bảng.
board-sum = Cộng các dòng: { $sum } vụ tiếp nhận; cả tỉnh: { $whole }. Mỗi vụ chỉ tính cho cơ quan giữ vụ ở cuối kỳ.
board-gaming = Chuyển đi, mở lại, nêu lại, từ chối và chỉ giải thích đứng cạnh tỷ lệ đúng hạn, vì đúng hạn có thể đạt được bằng cách chuyển hoặc trả lời cho xong.
board-newcomers = Mới gắn nhóm chat trong thời gian này, nên số trước đó chưa phản ánh cơ quan: { $names }.
board-standing-few = ít hồ sơ
board-standing-usual = trong mức thường
board-standing-look-below = thấp, cần xem
board-standing-look-above = cao, cần xem
board-standing-below = thấp rõ rệt
board-standing-above = cao rõ rệt

## Topics, places, hours, signals

board-withheld = { $n } nhóm dưới { $few } vụ (hoặc để không suy ra được chúng) không nêu số, vì có người giấu tên trong đó.
board-several-places = Một vụ có thể nêu nhiều xã, phường và được tính ở mỗi nơi.
board-places-lead = Tính từ tên xã, phường có trong nội dung; { $n } vụ không nêu nơi nào hoặc chưa được đọc. Ô xếp theo huyện, thành phố cũ, không theo vị trí thật trên bản đồ. Số dưới { $few } của nơi có người giấu tên không nêu.
board-map = Xã, phường
board-district = Huyện, thành phố cũ
board-place = Xã, phường
board-hours-lead = Số vụ việc doanh nghiệp gửi theo giờ và thứ trong tuần. Ô dưới { $few } vụ không nêu số đúng.
board-hour = Giờ
board-issues = Vấn đề chung đang mở
board-issue = Mã
board-about = Nội dung
board-since = Mở ngày
board-no-issues = Không có vấn đề chung nào đang mở.
board-signals-lead = Lúc số doanh nghiệp nêu cùng một việc cao hơn hẳn mức thường, trong 12 tháng qua.
board-no-signals = Không có dấu hiệu bất thường nào trong 12 tháng qua.
board-days = Những ngày
board-businesses = Số doanh nghiệp
board-expected = Mức thường

## Cases

board-cases-title = Danh sách vụ việc
board-found =
    { $n ->
        [0] Không có vụ việc
       *[other] { $n } vụ việc
    }
board-text = Nội dung
board-days-late = Quá hạn { $n } ngày làm việc
board-ask-q = Tìm theo từ hoặc mã
board-show = Xem
board-more-asks = Lọc và sắp xếp
board-clear = Bỏ bộ lọc
board-any = Tất cả
board-ask-department = Cơ quan
board-ask-status = Tình hình
board-ask-state = Trạng thái
board-ask-topic = Lĩnh vực
board-ask-pci = Chỉ số thành phần PCI
board-ask-kind = Loại
board-ask-age = Đã chờ
board-ask-outcome = Kết quả
board-ask-tier = Tên doanh nghiệp
board-ask-channel = Kênh
board-ask-language = Ngôn ngữ
board-ask-place = Xã, phường
board-ask-order = Thứ tự
board-ask-from = Gửi từ ngày
board-ask-to = Gửi đến ngày
board-ask-answered-from = Trả lời từ ngày
board-ask-answered-to = Trả lời đến ngày
board-order-usual = Hạn gần nhất trước
board-order-deadline = Hạn gần nhất trước
board-order-oldest = Gửi lâu nhất trước
board-order-newest = Mới gửi trước
board-order-answered = Mới trả lời trước
board-order-department = Theo cơ quan
board-tier-open = Nêu tên
board-tier-hidden = Giấu tên
board-tier-anonymous = Ẩn danh
board-no-cases = Không có vụ việc nào khớp. Xin bỏ bớt điều kiện.
board-page-empty = Trang này không còn vụ việc nào; xin về trang trước.
board-turn = Trang trước, trang sau
board-before = ← Trang trước
board-next = Trang sau →
board-business = Doanh nghiệp
board-officer = Cán bộ nhận việc
board-no-text = Không có chữ, chỉ có tệp.
board-answer = Trả lời
board-why = Cách tính thời hạn
board-events = Diễn biến
board-in-chat = Xem đầy đủ và xử lý trong nhóm chat: { $command }
