## The open cases of a chat

queue-head =
    { $count ->
        [0] 📋 { $view }: no case.
        [one] 📋 { $view }: one case.
       *[other] 📋 { $view }: { $count } cases, the nearest deadline first.
    }{ $words ->
        [none] { "" }
       *[other] { " " }Sought: “{ $words }”.
    }
queue-all = Open cases
queue-free = Nobody has taken them
queue-mine = Taken by me
queue-asked = Waiting for the business
queue-late = Overdue
queue-parts = Your word is asked for
queue-line =
    • #{ $code } · { $days } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } unread
    }: { $text }
queue-line-inside =
    • #{ $code } · { $days } · { $department } · { $state } · { $who }{ $unread ->
        [0] { "" }
       *[other] { " " }· 💬 { $unread } unread
    }: { $text }
queue-parts-too =
    🤝 { $count ->
        [one] Another department asks for your word on one case: /queue parts
       *[other] Other departments ask for your word on { $count } cases: /queue parts
    }
queue-nobody = nobody yet
days-resting = clock stopped
days-late =
    { $days ->
        [one] OVERDUE by one working day
       *[other] OVERDUE by { $days } working days
    }
days-today = due today
days-left =
    { $days ->
        [one] one working day left
       *[other] { $days } working days left
    }
queue-waiting =
    { $count ->
        [one] 📋 There is one open case. Its card is below; the list: /viec
       *[other] 📋 There are { $count } open cases. The cards of the nearest ones are below; the whole list: /viec
    }
