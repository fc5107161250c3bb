## The open cases of a chat

queue-head =
    { $count ->
        [0] 📋 { $view }：没有事项。
       *[other] 📋 { $view }：{ $count } 件，期限最近的在前。
    }{ $words ->
        [none] { "" }
       *[other] 搜索：“{ $words }”。
    }
queue-all = 进行中的事项
queue-free = 无人受理
queue-mine = 我受理的
queue-asked = 等待企业补充
queue-late = 逾期
queue-parts = 受邀协办
queue-line =
    • #{ $code } · { $days } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } 条未读
    }：{ $text }
queue-line-inside =
    • #{ $code } · { $days } · { $department } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } 条未读
    }：{ $text }
queue-parts-too = 🤝 其他部门请贵部门就 { $count } 件事项提出意见：/queue 协办
queue-nobody = 尚无人受理
days-resting = 期限暂停
days-late = 逾期 { $days } 个工作日
days-today = 今日到期
days-left = 还剩 { $days } 个工作日
queue-waiting = 📋 本机构有 { $count } 件进行中的事项。下面是期限最近的卡片；查看全部：/viec
