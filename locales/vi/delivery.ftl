## Put together at delivery

files-withheld =
    { $count ->
       *[other] 🔒 { $count } tệp không chuyển kèm: tệp loại này được giữ lại tại Tổ công tác vì có thể chứa thông tin người gửi.
    }
files-withheld-here = 🔒 #{ $code }: tệp này không gửi cho cơ quan giải quyết vì có thể lộ người gửi. Nếu cơ quan cần nội dung, xin Tổ công tác chuyển phần không lộ danh tính.
file-missing =
    { $count ->
       *[other] ⚠️ { $count } tệp kèm theo không tải được; xin người gửi gửi lại.
    }
part-continued = (tiếp theo)
channel-choices = Xin gõ số để chọn:
moment = { $time } { $weekday } { $date }
weekday-0 = thứ Hai
weekday-1 = thứ Ba
weekday-2 = thứ Tư
weekday-3 = thứ Năm
weekday-4 = thứ Sáu
weekday-5 = thứ Bảy
weekday-6 = Chủ Nhật
