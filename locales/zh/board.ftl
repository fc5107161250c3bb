## The way to the board

board-link =
    📊 跟踪看板，供 { $name } 使用一次的链接：
    { $address }
    链接于 { $until } 失效，请勿转发。
board-sent = 📊 已私下向 { $name } 发送看板链接。
board-ended =
    { $count ->
        [0] 本群没有打开的看板会话。
       *[other] 已结束从本群打开的 { $count } 个看板会话。
    }
