## Investment projects and what is at stake

told-linked = gắn với dự án
told-weighed = cho biết giá trị bị ảnh hưởng
project-linked = 🏗 { $case } thuộc dự án “{ $project }” ({ $about }).
project-thanks = ✅ Đã ghi: vụ việc #{ $code } thuộc dự án “{ $project }”.
projects-none = Chưa có vụ việc đang mở nào gắn với dự án. Gắn: /duan #MÃ MÃ-DỰ-ÁN
projects-head =
    { $count ->
       *[other] 🏗 { $count } dự án có vướng mắc đang mở, lâu nhất trước
    }
projects-line =
    { $count ->
       *[other] 🏗 { $project } ({ $about }) · { $place } · { $state }: { $count } vụ việc
    }
projects-case = • #{ $code } · gửi { $since } · { $department } · { $state }
stake-question = Tùy Ông/Bà: vướng mắc #{ $code } đang ảnh hưởng đến khoảng bao nhiêu tiền? Câu trả lời giúp tỉnh biết việc nào cần làm trước; không trả lời cũng được.
stake-1 = Dưới 1 tỷ đồng
stake-2 = Từ 1 đến 10 tỷ đồng
stake-3 = Từ 10 đến 100 tỷ đồng
stake-4 = Trên 100 tỷ đồng
stake-thanks = ✅ Đã ghi cho vụ việc #{ $code }. Xin cảm ơn Ông/Bà.
stake-told = 💰 { $case }: doanh nghiệp cho biết giá trị bị ảnh hưởng: { $band }.
button-weigh = 💰 Giá trị bị ảnh hưởng
refused-project-hidden = Vụ việc giấu tên hoặc ẩn danh không gắn với dự án, giá trị: như vậy sẽ lộ doanh nghiệp.
refused-which-project = Xin ghi mã hoặc tên dự án, ví dụ /duan DA-012
refused-no-project = Không có, hoặc có nhiều dự án “{ $text }”. Xin ghi mã dự án.
refused-projects-task-group = Danh sách theo dự án dành cho Tổ công tác và lãnh đạo. Gắn vụ việc của cơ quan: /duan #MÃ MÃ-DỰ-ÁN
