# Published answers and headline figures for everybody
results-title = Kết quả giải quyết vướng mắc của doanh nghiệp
results-lead = Câu trả lời đã công bố của các cơ quan tại { $province }, và số liệu chung.
results-figures = Số liệu chung
results-received = Tiếp nhận
results-answered = Đã trả lời
results-solved = Doanh nghiệp xác nhận đã giải quyết
results-on-time = Trả lời đúng hạn
results-number = { NUMBER($count) }
results-share = { $share } %
results-few = ít vụ việc
results-as-of = Năm { $year }, số liệu đến trước ngày { $day }. Số dưới năm không được nêu.
results-search = Tìm trong các câu trả lời
results-find = Tìm
results-newest = Mới công bố
results-found = { $count ->
       *[other] Tìm thấy { $count } câu trả lời
    }
results-none = Chưa có câu trả lời nào phù hợp. Ông/Bà có thể gửi vướng mắc của mình để cơ quan trả lời.
results-nobody = Trang này không nêu tên doanh nghiệp hay người gửi nào.
