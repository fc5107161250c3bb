## Cases that may become a dispute

dispute-suspected =
    ⚖️ #{ $code }（{ $department }）可能成为争议：{ $why }。
    由工作组决定，理由记入过程。
dispute-judged =
    { $verdict ->
        [yes] ⚖️ #{ $code }：{ $name } 认定为争议。理由：{ $reason }
       *[no] ⚖️ #{ $code }：{ $name } 认定不是争议。理由：{ $reason }
    }
dispute-is-yes = 争议
dispute-is-suspected = 未决定
disputes-none = 目前没有争议事项或可能成为争议的事项。
disputes-head =
    { $count ->
       *[other] ⚖️ 争议或可能成为争议的事项 { $count } 件
    }
disputes-line = • #{ $code } · { $department } · 提交 { $since } · { $decided }：{ $why }
disputes-more =
    { $count ->
       *[other] … 另有 { $count } 件
    }
risk-complaint = 正式投诉
risk-court = 提到法院、仲裁或起诉
risk-reopened = 第三次重新办理
risk-appealed = 两次不同意不予办理
risk-late = 长期逾期，涉及金额或就业较大
button-dispute-yes = ⚖️ 是争议
button-dispute-no = 不是争议
card-want-dispute =
    { $extra ->
        [yes] ⚖️ { $name }，请写明为何 #{ $code } 是争议，至少三个词。
       *[no] ⚖️ { $name }，请写明为何 #{ $code } 不是争议，至少三个词。
    }
refused-dispute-task-group = 是否为争议由工作组决定。
refused-disputes-task-group = 此列表仅供工作组和领导查看。
refused-dispute-reason = #{ $code }：请写明理由，至少三个词；理由将记入过程。
told-suspected = 标记为可能的争议
told-judged = 决定是否为争议
