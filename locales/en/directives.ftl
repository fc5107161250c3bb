## Directives, and what leaders read and do

directive-by-leadership = Provincial leadership
directive-by-task-group = Task group
directive-draft = 📝 From { $by } ({ $name }), not yet given to anybody to do:
directive-head = 📣 Directive #{ $code } · { $by } · { $state }
directive-is-draft = not given yet
directive-is-given = under way
directive-is-late = overdue
directive-is-reported = reported, to be reviewed
directive-is-done = done
directive-is-cancelled = no longer needed
directive-about = ↳ { $what }
directive-on-case = About case #{ $about }
directive-on-issue = About systemic issue #{ $about }
directive-on-project = About project #{ $about }
directive-on-other = { $about }
directive-text =
    { "" }
    { $text }
    { "" }
directive-no-text = (no words yet: please reply to this message with what is to be done)
directive-hand-over = The task group sees to this case itself and reports the result.
directive-who = 🏛 To be done by: { $who }
directive-due = ⏰ Due: { $at }
directive-answer =
    ✅ Reported:
    { $text }
directive-told-returned = ↩️ #{ $code }: not done yet, says { $by }; please go on: { $text }
directive-told-word = 💬 #{ $code }: { $by }: { $text }
directive-told-accepted = ✅ #{ $code }: done ({ $who }).
directive-told-cancelled = #{ $code }: { $by } says it is no longer needed: { $text }
directive-dropped = 📝 { $name } dropped this; nobody was given it to do.
directive-held = #{ $code }: what is this? Nothing has been sent yet.
directive-held-report = ✅ #{ $code }: { $name } reported the result; it will be reviewed.
directive-held-word = 💬 #{ $code }: { $name } sent this message.
directive-held-return = ↩️ #{ $code }: { $name } sent it back to be continued.
directive-held-cancel = #{ $code }: { $name } cancelled this directive; the department was told.
directive-want-report = ✍️ Please reply to this message with the result.
directive-want-return = ✍️ Please reply to this message: what is missing, and by when.
directives-none = No directive is under way. To give one (task group, leadership): /chidao #CODE department, what to do, by when.
directives-head =
    { $count ->
        [one] 📣 { $count } directive under way{ $late ->
            [0] { "" }
           *[other] , { $late } overdue
        }
       *[other] 📣 { $count } directives under way{ $late ->
            [0] { "" }
           *[other] , { $late } overdue
        }
    }
directives-line = • #{ $code } · { $who } · due { $at } · { $state }: { $text }
directives-more =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
button-directive-report = ✅ Report as done
button-directive-accept = ✅ Done
button-directive-return = ↩️ Not done yet
button-directive-give = ✅ Give it
button-directive-who = 🏛 Somebody else…
button-directive-days = ⏰ Another day…
button-directive-drop = Drop it
button-directive-term =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
button-held-report = ✅ Done, this is the result
button-held-word = 💬 A message
button-held-return = ↩️ Not done, go on
button-held-cancel = No longer needed
toast-directive-given = Given; the department has it.
toast-directive-accepted = #{ $code }: noted as done, and the department was told.
toast-directive-reply = Please reply to this directive; nothing has been sent yet.
toast-urged = #{ $code }: { $who } was reminded; the task group knows.
toast-handed = Given to the task group (#{ $code }), due in 3 working days.
refused-direct-task-group = Only leadership and the task group give directives. Those your department has: /chidao
refused-directive-who = Please choose by button who is to do it.
refused-directive-what = Please reply to this message with what is to be done, then give it.
refused-directive-term = Please choose the day by button, or reply to this message, such as: by 15/12.
refused-directive-state = Directive #{ $code } is “{ $state }”, so this cannot be done.
refused-directive-given = Given already: directive #{ $code }.
refused-no-directive = This group has no directive #{ $code }. The list: /chidao
refused-no-such-case = There is no such case. Please check the code and type again, such as /chitiet #CODE
refused-leadership-only = This button is for the leadership's group.
refused-urged = A reminder about case #{ $code } was sent today already.
refused-handed = Case #{ $code } was given to the task group already. See: /chidao
leader-passed-on = ✅ This has been passed to the task group. To give it to somebody at once, please choose:
leader-how = This has not been passed on. For the task group to receive it, please press “Reply” under a report or a warning and write there, or type /direct and the words. Other commands: /help
leader-replied-to = 👆 Leadership replied to: “{ $text }”
escalated-line =
    • #{ $code } · { $topic }: { $text } — { $days ->
        [one] { $days } working day late
       *[other] { $days } working days late
    }, with { $department } since { $since }
button-leader-urge = 🔔 Remind{ $which }
button-leader-hand = 🏛 Task group{ $which }
group-urged =
    🔔 #{ $code }: { $by } asks for an answer to the business now{ $days ->
        [0] .
        [one] ; it is { $days } working day late.
       *[other] ; it is { $days } working days late.
    }
morning-directive-late = 📣 Overdue directives, please report now:
morning-directive-eve = 📣 Directives due on the next working day:
morning-directive-half = 📣 Directives with half of their time gone:
morning-directive = • #{ $code } · { $who } · due { $at }: { $text }
help-leadership =
    For the province's leaders. In this group:
    • Reply in words to a report or an overdue notice: it reaches the task group at once; tap a button to give it straight to a department with a day.
    • /duan: obstacles by investment project, oldest first.
    • /tranhchap: cases that may become a dispute, and what the task group decided.
    • /chidao: the directives under way. To give one: /chidao #CODE Department of Construction reports by 15/12 (or /giao).
    • /chitiet #CODE: what happened in a case; a business that hides its name is not named.
    • /nhatky: who saw who is behind a hidden case.
    • /baocao 2026-W47: the report of a week, month (2026-11), quarter (2026-Q4) or year. /thongke: this week's figures. /quahan: overdue cases. /bang: the board on the web page.
role-leadership = Leadership
told-urged = asked for an answer now
told-directed = gave a directive
told-followed = directive done

## In reports

report-part-directives = What became of directives
report-part-disputes = Cases that may become a dispute
report-directives = Directives given in the period: { $given }; done: { $done }, of these after their day: { $late }; at its end under way: { $open }, of these overdue: { $overdue }.
report-no-directives = No directive was given or under way in the period.
report-directives-given = Given
report-directives-done = Done
report-directives-late = After its day
report-directives-open = Under way
report-directives-go-on = Directives that go on: { $count }
report-no-disputes = No case is a dispute or may become one.
report-signs = Signs
report-by-component = Component { $place }, { $pci }: { $topics }.
weekly-directives = • Directives under way: { $open }, overdue { $overdue }; done in the period { $done }
