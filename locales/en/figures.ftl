## Overdue, figures, details

overdue-head =
    { $count ->
        [one] ⏰ 1 case is overdue
       *[other] ⏰ { $count } cases are overdue, the longest first
    }
overdue-line = • #{ $code } · { $department } · was due { $deadline }
overdue-more = … and { $count } more
overdue-none = ✅ No case is overdue.
figures-head = 📊 Figures from { $from } to { $to }
figures-received = • Received: { $count }
figures-answered = • Answered: { $count }; on time { $ontime } ({ $share }%), within an extension { $extended }, late { $late }
figures-outcomes = • The businesses' word: solved { $solved }, partly { $partly }, only explained { $explained }, not solved { $notsolved }, not confirmed { $silent }
figures-open = • Open: { $count }, overdue { $overdue }, waiting for the business { $waiting }
weekly-head = 📊 Weekly summary for leadership, { $days }
routed-head = 🧭 Routing in { $month }: { $cases } cases, right department at first { $right }, moved once { $once }, moved more { $more }
routed-department = • { $department }: { $cases } cases, right at first { $right }, moved once { $once }, moved more { $more }
details-head = 📋 Everything on case #{ $code }
details-arrived = reached the business { $at }
details-on-its-way = on its way
details-not-arrived = could not reach the business
details-line = • { $at } · { $who } · { $what }. { $text }
role-business = Business
role-officer = Officer
role-task-group = Task group
role-administrator = Administrator
role-clock = System
task-group = Business Support Task Group
leadership = Provincial leadership
administrator = Administrator
told-filed = case filed
told-assigned = assigned to { $department }
told-succeeded = followed the merger to { $department }
told-accepted = accepted by an officer
told-asked = question to the business
told-replied = reply from the business
told-told = message to the business
told-answered = answer given
told-explained = the answer was noted as explaining only
told-corrected = words sent were corrected
told-confirmed = result: { $outcome }
told-rated = rated by the business
told-reopened = reopened: not solved
told-transferred = transferred to { $department }
told-extended = deadline extended
told-declined = declined, with guidance
told-withdrawn = taken back
told-added = addition by the business
told-amended = text changed by the business
told-noted = internal note
told-escalated = overdue, raised one level up
told-erased = deleted data as the rules require
told-warned = department reminded of the deadline
told-reminded = business reminded
told-resumed = no answer from the business, the clock goes on
told-recomputed = deadline recomputed
told-proposed = put to the task group
told-refused = task group did not agree
told-invited = { $department } asked for its word
told-contributed = { $department } gave its word
told-unreached = business could not be reached

digest-told =
    🔐 Seal of the case journal up to { $until }: { $cases } cases, { $entries } entries.
    Code: { $seal }
    Please keep this message; nothing else is needed. Should anybody change or delete what was written, comparing with this code will show it.
