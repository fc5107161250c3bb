## To groups

business-replied =
    💬 #{ $code }: the business has answered the question; the clock runs again.

    { $text }
business-added =
    ➕ #{ $code }: the business adds

    { $text }
business-edited =
    ✏️ #{ $code }: the business has changed its text, which now reads

    { $text }
seen-on-return = 🕶 #{ $code }: the sender is anonymous; these words are kept and will be read when the sender comes back with the code.
group-unmasked =
    🔓 #{ $code }: the business has been named. Reason: { $reason }
    🏢 { $who }
    👤 { $author }

    { $text }
reason-own = by its own wish
business-unreached = ⚠️ #{ $code }: messages do not reach the business (it has blocked the bot or closed its account). The case stays open; please contact it another way and note it with /note #{ $code } text.
group-confirmed = 🏁 #{ $code }: { $outcome }. The case is closed.
group-rated =
    ⭐ #{ $code }: the business gives { $stars }/5 stars and says

    { $comment }
group-reopened =
    ‼️ #{ $code }: the business says it is not solved. The case is open again one level up; the new deadline is on the card.

    { $text }
group-withdrawn = #{ $code }: the business has taken the case back; nothing more to do.
moved-away = ↪️ #{ $code } has moved. It is now with: { $department }. Reason: { $reason }
moved-here = ↪️ #{ $code } has been moved here; the clock does not start anew, please accept it (/accept). Reason: { $reason }
proposed-transfer = 🙋 { $department } proposes to move it on to { $what }; it has been moved before, so the task group decides: please tap below. Reason: { $reason }
proposed-extend = 🙋 { $department } proposes an extension of { $what }; it has been extended or reopened before, so the task group decides: please tap below. Reason: { $reason }
proposal-with-task-group = 🙋 #{ $code }: this is for the task group to decide, and the proposal is with it. Until then, please keep working; the deadline stays.
proposal-refused = #{ $code }: the task group does not agree ({ $what }). The deadline stays: { $deadline }.
invited =
    🤝 #{ $code }: { $lead } leads and asks { $department } for its word by { $due }.

    { $text }

    Reply to the card to give it; { $lead } receives it and answers the business.
contributed =
    🤝 #{ $code }: the word of { $department }.

    { $text }
no-reason = not given
morning-head =
    { $count ->
        [one] ⏰ 1 matter for today
       *[other] ⏰ { $count } matters for today
    }
morning-later =
    { $reader ->
        [leadership] Overdue by 3 working days or more, for your attention:
       *[other] Overdue by 3 working days or more, leadership has been told:
    }
morning-late =
    { $reader ->
        [task-group] Overdue, please see that they are answered:
        [leadership] Overdue, the task group is on it:
       *[other] Overdue, the task group has been told:
    }
morning-due = Due today, please answer before the close:
morning-most = Due soon (80% of the time is gone):
morning-half = Half of the time is gone and the business has heard nothing; please send it a word (/send):
morning-accept = Nobody has accepted it; please accept (/accept) or transfer it:
morning-part = Your word to the lead department is due today (/contribute):
morning-part-late = The word to the lead department is overdue:
morning-reply-over = The business has not answered the question; the clock goes on, please work with what there is:
morning-confirm-over = The business said nothing; the case is closed as “not confirmed”:
morning-line =
    • #{ $code }{ $own ->
        [yes] { "" }
       *[no] { " " }· { $department }
    } · due { $deadline }{ $late ->
        [yes] { " " }(told late, should have been { $since })
       *[no] { "" }
    }
morning-more = … and { $count } more. Overdue cases: /overdue
invited-instead = This department has no chat group yet. The task group asks it and says its word for it: /gopy #{ $code } text
appeal =
    ‼️ #{ $code }: the business says it is not solved ({ $department }). The task group is asked to look at it again.

    { $text }
appeal-again = ‼️ #{ $code }: the business says once more that it is not solved. Department: { $department }. The task group is looking at it; leadership may wish to give directions.
bound = ✅ From now on this chat works for: { $who }. Cases and notices will arrive here.
bound-elsewhere = { $by } has just bound a group chat to { $who }. If that is wrong, please tell the administrator at once.
group-hello = Hello. For this group to receive cases, please ask the administrator for a code and type it here: /bind CODE (it works once, within 24 hours).
group-migrated = ℹ️ The group “{ $title }” ({ $who }) has been upgraded; the connection was kept and there is nothing to do.
group-removed-bot = ⚠️ The bot was removed from the group “{ $title }” ({ $who }). Cases no longer reach it; please add the bot again.
group-changed-rights = ⚠️ The bot has lost rights in the group “{ $title }” ({ $who }). Please check that it may send messages and, if the group uses topics, manage them.
group-unreachable = ⚠️ Messages to the group “{ $title }” ({ $who }) fail. Please check that the bot is still a member and may send messages.
group-topic-lost = ⚠️ A topic of { $who } was deleted or closed; the next message of that case opens a new one.
topics-on = From now on each new case has a topic of its own in this group. Off: /topics off
topics-off = From now on all cases come into this group in one stream. On: /topics on
topics-refused = ⚠️ No topic could be opened: the group has no topics, or the bot may not manage them. Cases come in one stream; once that is mended, type /topics on
update-failed = ⚠️ Failure no. { $number }: an incoming message could not be handled ({ $error }). It was kept; see “govuong failed”.
business-asleep =
    📞 #{ $code }: the message could not reach the business, which has not written on this channel for more than 7 days.
    Please call or find another way, and note it with /note #{ $code } your words. Once the business writes again, the message is sent by itself.
business-unreached-hidden = 📞 #{ $code }: the message could not reach the business yet. The case stays open; the task group is asked to find a way. Once the business can be reached again, it is sent by itself.
