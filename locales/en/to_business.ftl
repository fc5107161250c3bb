## To the business, from officers

to-business-question =
    ❓ Case #{ $code } · { $by } asks:

    { $text }

    Please reply to this message, or write with #{ $code }. The clock is stopped (unless the case is overdue) until you answer, until { $until } at the latest; after that the department goes on with what it has.
to-business-word =
    ℹ️ Case #{ $code } · { $by } writes:

    { $text }

    The case is still being worked on. To respond, reply to this message.
to-business-accepted = 👤 Case #{ $code }: { $by } has taken it on and is working on it.
to-business-answer =
    💬 Case #{ $code } · { $by } answers:

    { $text }

    Is the matter solved? Tap a button, or reply to this message with 1: solved, 2: partly, 3: not solved, 4: only explained.
    ⏰ Please tell us by { $until }; after that the case is closed as “not confirmed”. If it is not solved, the Business Support Task Group is told and looks at it again.
to-business-declined =
    ⛔ Case #{ $code } · { $by } cannot take this on:

    { $text }

    If you disagree, tap the button below by { $until } and the task group will look at it again. After that the case is closed.
to-business-corrected =
    ✏️ A correction on case #{ $code }. It should read:

    { $text }

    Please go by this instead of the earlier message.
to-business-extended =
    ⏳ Case #{ $code } needs more time: { $span }.
    Reason: { $reason }
    ⏰ New deadline: { $deadline }. We apologise for the delay.
to-business-late =
    ⏰ Case #{ $code }: the deadline, { $deadline }, has passed without an answer from { $department }. We are sorry.
    { $leadership ->
        [yes] The Business Support Task Group and the province’s leaders have been told.
       *[no] The Business Support Task Group has been told and presses for an answer; if there is still none, the province’s leaders are told next.
    }
    There is no need to send it again. Follow it: /status #{ $code }
to-business-together =
    🤝 Case #{ $code } needs several departments; { $lead } leads and will answer you.
    ⏰ Answer due by { $deadline } ({ $span } from the filing). How it is counted: /deadline #{ $code }
to-business-recomputed =
    📅 The deadline of case #{ $code } was recomputed, because the working calendar or a rule has changed.
    Before: { $before }. Now: { $deadline }. How it is counted: /deadline #{ $code }
remind-reply = The department is waiting for your reply on case #{ $code }; the clock is stopped until { $until }, then it goes on with what it has. Please reply to the question, or write with #{ $code }.
resumed =
    We have not had your reply on case #{ $code }, so the department goes on with what it has.
    ⏰ Answer due by { $deadline }. You may still add to it: reply to this message.
deadline-head = ⏰ How the deadline of case #{ $code } is counted
deadline-next = • Next: { $at }, { $what }.
look-accept = a reminder if nobody has accepted it
look-half = a reminder to send the business a word
look-most = a reminder that it is due soon
look-due = a reminder that it is due that day
look-late = the task group is told if it is overdue
look-later = leadership is told if it is still overdue
look-part = a reminder to the co-operating department
look-part-late = a reminder that the co-operating department is late
look-reply-soon = the business is reminded of the question
look-reply-over = the wait is over and the clock goes on
look-confirm-soon = the business is reminded to confirm
look-confirm-over = it is closed if the business says nothing
legal-head = ⚖️ If this is a formal complaint or denunciation (for guidance, not a promise of this service):
legal-limit =
    • { $name }: { $span } ({ $source }{ $sure ->
        [yes] { "" }
       *[no] { "; not verified" }
    })
head-of = Head of { $department }
succeeded-author =
    🏛 { $before } is now { $department }, which goes on with case #{ $code }.
    ⏰ The deadline stays: { $deadline }. To follow it: /status #{ $code }
succeeded-away = 🏛 #{ $code }: { $before } is now { $department }, where the case goes on.
moved-author =
    ↪️ Case #{ $code } has been moved. It is now with: { $department }.
    ⏰ The clock does not start anew; answer due by { $deadline }. Follow it: /status #{ $code }
remind-confirm = The answer on case #{ $code } is waiting for your word: solved, partly or not solved? Tap a button, or type 1, 2 or 3 with #{ $code }. After { $until } the case is closed as “not confirmed”.
signed-officer = { $name }, { $department }
see-files = (see the attached files)
knock = There is news of case #{ $code }. Please write anything here to receive it.
