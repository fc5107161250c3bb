## The way to the board

board-link =
    📊 The board: a link that { $name } can use once
    { $address }
    It expires at { $until }. Please do not pass it on.
board-sent = 📊 { $name } has been sent a link to the board in private.
board-ended =
    { $count ->
        [0] No session of the board is open from this group.
        [one] One session of the board, opened from this group, has ended.
       *[other] { $count } sessions of the board, opened from this group, have ended.
    }
