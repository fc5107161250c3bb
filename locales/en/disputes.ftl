## Cases that may become a dispute

dispute-suspected =
    ⚖️ #{ $code } ({ $department }) may become a dispute: { $why }.
    The task group decides; its reason stays in the journal.
dispute-judged =
    { $verdict ->
        [yes] ⚖️ #{ $code }: { $name } finds that it is a dispute. Reason: { $reason }
       *[no] ⚖️ #{ $code }: { $name } finds that it is no dispute. Reason: { $reason }
    }
dispute-is-yes = a dispute
dispute-is-suspected = not decided
disputes-none = No open case is a dispute or may become one.
disputes-head =
    { $count ->
        [one] ⚖️ { $count } case that is a dispute or may become one
       *[other] ⚖️ { $count } cases that are a dispute or may become one
    }
disputes-line = • #{ $code } · { $department } · filed { $since } · { $decided }: { $why }
disputes-more =
    { $count ->
        [one] … and { $count } other case
       *[other] … and { $count } other cases
    }
risk-complaint = a formal complaint
risk-court = court, arbitration or suing is spoken of
risk-reopened = reopened for the third time
risk-appealed = a refusal was contested twice
risk-late = long overdue with much money or many jobs at stake
button-dispute-yes = ⚖️ It is a dispute
button-dispute-no = It is no dispute
card-want-dispute =
    { $extra ->
        [yes] ⚖️ { $name }, please write why #{ $code } is a dispute, in at least three words.
       *[no] ⚖️ { $name }, please write why #{ $code } is no dispute, in at least three words.
    }
refused-dispute-task-group = Whether it is a dispute, the task group decides.
refused-disputes-task-group = This list is for the task group and leadership.
refused-dispute-reason = #{ $code }: please give the reason in at least three words; it stays in the journal.
told-suspected = marked as a possible dispute
told-judged = decided whether it is a dispute
