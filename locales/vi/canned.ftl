## Answers and legal bases that officers keep

canned-head =
    { $count ->
        [0] 🗂 Chưa có mẫu nào{ $words ->
            [none] { "" }
           *[other] { " " }có “{ $words }”
        }. Thêm: gõ /mau thêm TÊN MẪU rồi xuống dòng viết nội dung; dùng được [mã], [doanh nghiệp], [cơ quan], [hạn], [cán bộ].
       *[other] 🗂 Mẫu trả lời và căn cứ{ $words ->
            [none] { "" }
           *[other] { " " }có “{ $words }”
        }: { $count }. Trả lời thẻ bằng /mau rồi bấm một mẫu để dùng.
    }
canned-line =
    • { $title } ({ $languages }{ $whose ->
        [province] , của tỉnh
       *[own] { "" }
    }, đã dùng { $used } lần): { $text }
canned-kept = 🗂 Đã lưu mẫu “{ $title }” ({ $languages }). Dùng: trả lời thẻ bằng /mau
refused-canned = Xin gõ /mau thêm TÊN MẪU ở dòng đầu, nội dung ở các dòng sau. Tên tối đa 80 ký tự.
refused-canned-none = Không có mẫu “{ $text }” của cơ quan này. Xem: /mau
