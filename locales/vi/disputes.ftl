## Cases that may become a dispute

dispute-suspected =
    ⚖️ #{ $code } ({ $department }) có thể thành tranh chấp: { $why }.
    Tổ công tác xem xét và quyết định; lý do được ghi vào diễn biến.
dispute-judged =
    { $verdict ->
        [yes] ⚖️ #{ $code }: { $name } xác định là tranh chấp. Lý do: { $reason }
       *[no] ⚖️ #{ $code }: { $name } xác định không phải tranh chấp. Lý do: { $reason }
    }
dispute-is-yes = tranh chấp
dispute-is-suspected = chưa quyết định
disputes-none = Không có vụ việc nào đang là tranh chấp hoặc có thể thành tranh chấp.
disputes-head =
    { $count ->
       *[other] ⚖️ { $count } vụ việc là tranh chấp hoặc có thể thành tranh chấp
    }
disputes-line = • #{ $code } · { $department } · gửi { $since } · { $decided }: { $why }
disputes-more =
    { $count ->
       *[other] … và { $count } vụ việc khác
    }
risk-complaint = khiếu nại
risk-court = nhắc đến tòa án, trọng tài hoặc khởi kiện
risk-reopened = mở lại lần thứ ba
risk-appealed = không đồng ý với từ chối hai lần
risk-late = quá hạn lâu, giá trị hoặc việc làm bị ảnh hưởng lớn
button-dispute-yes = ⚖️ Là tranh chấp
button-dispute-no = Không phải tranh chấp
card-want-dispute =
    { $extra ->
        [yes] ⚖️ { $name }, xin ghi vì sao #{ $code } là tranh chấp, ít nhất ba từ.
       *[no] ⚖️ { $name }, xin ghi vì sao #{ $code } không phải tranh chấp, ít nhất ba từ.
    }
refused-dispute-task-group = Tranh chấp hay không do Tổ công tác quyết định.
refused-disputes-task-group = Danh sách này dành cho Tổ công tác và lãnh đạo.
refused-dispute-reason = #{ $code }: xin ghi lý do, ít nhất ba từ; lý do được ghi vào diễn biến.
told-suspected = có dấu hiệu tranh chấp
told-judged = quyết định về tranh chấp
