## Said where a messenger cannot show it otherwise

messenger-name =
    { $network ->
        [telegram] Telegram
        [zalo_bot] Zalo Bot
        [zalo_oa] Zalo OA
        [page] Trang web
        [terminal] Dòng lệnh
       *[other] { $network }
    }
typed-commands =
    ✍️ Trả lời bằng lệnh kèm mã vụ việc, ví dụ: /{ $first } #{ $code }
    Các lệnh: { $all }
file-link = 📎 { $name }: { $link } (mở được trong 24 giờ)
files-elsewhere =
    { $count ->
       *[other] 📎 { $count } tệp không gửi được qua ứng dụng này; xin xem trên trang web.
    }
untold = Zalo không chuyển tới đây loại tin Ông/Bà vừa gửi (tệp, vị trí, danh thiếp, trích dẫn, liên kết). Xin viết bằng lời, gửi ảnh chụp hoặc ghi âm; tài liệu xin gửi ở trang web.
untold-officer = Zalo không chuyển loại tin này (tệp, vị trí, danh thiếp) tới hệ thống. Xin viết bằng lời kèm mã vụ việc, gửi ảnh có ghi mã trong chú thích, hoặc dùng bàn làm việc trên trang web.
refused-which-code = Xin ghi mã vụ việc, ví dụ: trả lời #LS26-00012: nội dung. Xem các lệnh: /trogiup
refused-which-number = Có nhiều vụ việc đang chờ chọn. Xin ghi cả số và mã, ví dụ: { $number } #LS26-00012
refused-no-such-number = Không có lựa chọn nào mang số { $number }. Xin xem lại tin gần nhất có đánh số, hoặc ghi kèm mã vụ việc.

## Plans

plan-nearly-used =
    ⚠️ { $messenger }: đã dùng { $used }/{ $most } { $what ->
        [people] người được phục vụ
        [messages] tin nhắn của tháng này
       *[groups] nhóm
    }. Tin ít quan trọng sẽ được bớt trước; lời gửi doanh nghiệp và cơ quan vẫn gửi. Xin nâng gói, hoặc chuyển bớt nhóm sang trang web.
token-lost =
    ⚠️ { $messenger }: quyền gửi tin đã hết hiệu lực. Tin gửi đi được giữ lại tối đa ba ngày.
    Xin cấp quyền lại theo docs/zalo.md rồi khởi động lại chương trình; tin đang chờ sẽ tự gửi tiếp.
token-late =
    ⚠️ { $messenger }: chưa gia hạn được quyền gửi tin. Quyền hiện nay hết hạn lúc { $until }; chương trình vẫn đang thử lại.
    Xin xem kết nối của máy chủ và chạy govuong doctor.
