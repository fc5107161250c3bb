## The first meeting

greeting =
    Kính chào Ông/Bà! Đây là Gỡ Vướng, kênh tiếp nhận vướng mắc, kiến nghị của doanh nghiệp tỉnh { $province }.

    Xin Ông/Bà kể việc đang vướng (viết, gửi ảnh, tài liệu, ghi âm đều được). Vụ việc được chuyển tới cơ quan có trách nhiệm kèm hạn trả lời, và câu trả lời đến ngay tại đây.

    Kênh này không thay Cổng Dịch vụ công quốc gia hay Cổng thông tin doanh nghiệp của tỉnh: hồ sơ thủ tục hành chính vẫn nộp tại đó. Không tiếp nhận đơn tố cáo.
privacy =
    🔒 Dữ liệu của Ông/Bà (thông báo bản số { $version })
    • Bên kiểm soát dữ liệu: { $controller }; điện thoại: { $phone }.
    • Ai xem: cơ quan giải quyết và Tổ công tác. Lãnh đạo tỉnh chỉ xem số liệu không nêu tên. Ông/Bà có thể giấu tên với cơ quan (chỉ Tổ công tác biết) hoặc gửi ẩn danh (không có gì dẫn về người gửi). Tệp được đổi tên, xóa thông tin ẩn.
    • Mục đích: tiếp nhận, giải quyết, thống kê. Hết thời hạn lưu, dữ liệu tự xóa (trước 14 ngày có báo), chỉ còn số liệu; mất hẳn khỏi bản sao lưu sau { $days } ngày.
    • Quyền xem, lấy bản sao, sửa, rút đồng ý, hạn chế, phản đối, xóa: gõ /dulieu. Phản hồi trong 2 ngày làm việc.
    • Căn cứ: Luật số 91/2025/QH15.
    Xin đừng gửi ảnh căn cước, hộ chiếu. Xem lại: /quyenriengtu
privacy-abroad = 🌐 Viết qua ứng dụng nhắn tin (Telegram, Zalo) thì tin còn nằm trên máy chủ của họ; máy chủ Telegram ở nước ngoài, tức là dữ liệu được chuyển ra nước ngoài. Sau 48 giờ chúng tôi không xóa được tin ở đó, chỉ Ông/Bà tự xóa đoạn chat. Tin có mã riêng của người gửi ẩn danh được xóa khỏi đoạn chat Telegram khi Ông/Bà đã giữ mã; Zalo không cho xóa, xin tự xóa. Không muốn vậy, xin viết trên trang web.
privacy-anew = 📢 Thông báo về dữ liệu cá nhân đã thay đổi. Xin Ông/Bà đọc bản mới; vụ việc đã gửi vẫn được giải quyết, vụ việc mới chỉ gửi được sau khi Ông/Bà đồng ý.
consent-question =
    Ông/Bà có đồng ý để chúng tôi xử lý dữ liệu như trên không?
    Bấm nút dưới đây hoặc gõ “đồng ý” / “không”. Chưa đồng ý thì chưa có gì được gửi đi.
refused-consent =
    Vâng, chúng tôi không gửi và không giữ lại nội dung nào của Ông/Bà.
    Ông/Bà vẫn có thể gửi vướng mắc qua Cổng thông tin doanh nghiệp của tỉnh hoặc tới trực tiếp cơ quan. Khi đổi ý, Ông/Bà gõ /start.
welcome =
    Cảm ơn Ông/Bà. Bây giờ Ông/Bà chỉ cần viết việc đang vướng, hoặc gửi ảnh, tài liệu, ghi âm. Viết mấy tin cũng được; chưa có gì được gửi đi cho đến khi Ông/Bà xác nhận.

    /vuviec: các vụ việc của tôi · /trogiup: hướng dẫn
help =
    Cách dùng Gỡ Vướng
    • Gửi việc mới: cứ viết, hoặc gửi ảnh, tài liệu, ghi âm. /huy: bỏ việc đang viết dở.
    • /vuviec: các vụ việc của Ông/Bà. /tracuu #MÃ: tình trạng, hạn trả lời. /hanxuly #MÃ: cách tính hạn. /biennhan #MÃ: biên nhận để in.
    • /tim TỪ CẦN TÌM: tìm trong vụ việc của Ông/Bà và câu trả lời đã công bố.
    • Bổ sung: bấm “Trả lời” (reply) ở tin của vụ việc, hoặc viết kèm #MÃ. /rut #MÃ: rút vụ việc.
    • Đã gửi ẩn danh: /ma MÃ RIÊNG để xem lại, /thoat để đóng. Giấu tên rồi muốn nêu tên: /neuten #MÃ.
    • /doanhnghiep: đổi doanh nghiệp đại diện. /ngonngu: đổi ngôn ngữ (Language · 语言).
    • /lienket: dùng tiếp ở ứng dụng chat khác của Ông/Bà; /huylienket: thôi liên kết.
    • /quyenriengtu: ai xem được dữ liệu. /dulieu: xem, lấy bản sao, sửa, xóa dữ liệu của Ông/Bà.
language-question = Ông/Bà muốn dùng ngôn ngữ nào? Bấm chọn, hoặc gõ /ngonngu vi, /ngonngu en, /ngonngu zh.
language-set = Từ nay chúng tôi dùng tiếng Việt. Đổi lại: /ngonngu
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
denunciation =
    Nội dung này giống một tố cáo, nên không được lưu và không được chuyển đi từ đây.

    Lý do: pháp luật buộc giữ bí mật thông tin người tố cáo, mà kênh chat không bảo đảm được điều đó. Việc thụ lý cũng phải theo Luật Tố cáo.

    Xin Ông/Bà gửi đơn hoặc trình bày trực tiếp tại Thanh tra tỉnh hoặc Trụ sở Tiếp công dân tỉnh. Ông/Bà nên xóa các tin vừa gửi khỏi máy của mình.

    Nếu đây là vướng mắc trong công việc, xin viết lại: việc gì, ở đâu, cần giải quyết điều gì.
