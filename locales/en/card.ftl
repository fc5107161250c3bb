## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
card-language = 🌐 The business uses { $tongue }
card-written-in = 🌐 Written in { $tongue }
tongue-ko = Korean
tongue-ja = Japanese
tongue-th = Thai
tongue-lo = Lao
tongue-km = Khmer
tongue-my = Burmese
tongue-id = Indonesian
tongue-tl = Tagalog
tongue-hi = Hindi
tongue-ru = Russian
tongue-uk = Ukrainian
tongue-fr = French
tongue-de = German
tongue-es = Spanish
tongue-it = Italian
tongue-pt = Portuguese
tongue-nl = Dutch
tongue-pl = Polish
tongue-tr = Turkish
tongue-ar = Arabic
tongue-fa = Persian
card-imported = 📋 From the list “{ $list }” ({ $place }), not counted in the figures; please tell the business the result in another way
card-imported-due = 📋 Deadline in the list: { $said }
card-files =
    { $count ->
        [one] 📎 1 file
       *[other] 📎 { $count } files
    }
card-deadline =
    ⏰ Due { $at }
card-overdue = ‼️ OVERDUE since { $at }
card-why = ↳ { $why }
card-deadline-again = ⏰ New deadline: { $at }
card-waiting = ⏸ Waiting for the business until { $until }; the clock goes on (overdue before, or counted in calendar days)
card-paused = ⏸ Waiting for the business; the clock is stopped until { $until } at the latest
card-legal = ⚖️ Complaint: a formal one also has the limits of the law, see /deadline
card-holder = 👤 Handled by { $name }
card-transfers =
    { $count ->
        [one] ↪️ Transferred once
       *[other] ↪️ Transferred { $count } times
    }
card-extended = ⏳ Extended by { $span }
card-together = 🤝 May also concern: { $departments } (tap “Co-operate” to invite)
card-part = 🤝 With { $department }, its word due { $at }
card-part-done = 🤝 With { $department }, which gave its word { $at }
card-proposed-extend = 🙋 An extension of { $what } is proposed; the task group decides. Reason: { $reason }
card-proposed-transfer = 🙋 A transfer to { $what } is proposed; the task group decides. Reason: { $reason }
card-explained = 💡 The answer only explains the rules or how things stand
card-reopened =
    { $count ->
        [one] ‼️ The business said “not solved” once
       *[other] ‼️ The business said “not solved” { $count } times
    }
card-outcome =
    { $stars ->
        [0] 🏁 Result: { $outcome }
        [one] 🏁 Result: { $outcome } · 1/5 stars
       *[other] 🏁 Result: { $outcome } · { $stars }/5 stars
    }
card-unreached = ⚠️ Messages do not reach the business
identity-withheld = Identity withheld 🔒
identity-anonymous = Anonymous 🕶: the sender comes back with a code and gets no message right away
topic-other = other topic
department-undecided = the task group (deciding who is responsible)
files-of = 📎 Files of case #{ $code }
text-of =
    📄 Full text of case #{ $code }:

    { $text }
topic-title = #{ $code } · { $kind }
card-choose-department = #{ $code }: transfer to which department? Choose below, or “Back” to cancel.
card-choose-part = #{ $code }: which department should co-operate? Yours still leads and answers. Choose below, or “Back” to cancel.
card-choose-days = #{ $code }: extend by how much? Choose below, or “Back” to cancel.
card-want-ask =
    ❓ #{ $code }
    { $name }: reply to this message with your question to the business, within 30 minutes. The clock stops until it answers.
    Or type: /ask #{ $code } question
card-want-answer =
    💬 #{ $code }
    { $name }: reply to this message with the official answer to the business (text, photos or documents), within 30 minutes.
    Or type: /answer #{ $code } text
card-want-note =
    🔒 #{ $code }
    { $name }: reply to this message with your internal note, within 30 minutes. The business does not see it.
    Or type: /note #{ $code } text
card-want-send =
    ➡️ #{ $code }
    { $name }: reply to this message with a word to the business (not yet the answer), within 30 minutes.
    Or type: /send #{ $code } text
card-want-transfer =
    ↪️ #{ $code } → { $extra }
    { $name }: reply to this message with the reason for the transfer, within 30 minutes. The deadline stays the same.
card-want-assign =
    🏛 #{ $code } → { $extra }
    { $name }: reply to this message with the reason or instructions, within 30 minutes. The deadline stays the same.
card-want-extend =
    ⏳ #{ $code }: { $extra } more
    { $name }: reply to this message with the reason, within 30 minutes. The business will read it.
card-want-invite =
    🤝 #{ $code } → { $extra }
    { $name }: reply to this message with what you need from it, within 30 minutes.
card-want-contribute =
    🤝 #{ $code }
    { $name }: reply to this message with your word to the lead department, within 30 minutes. The business does not see it.
card-want-decline =
    ⛔ #{ $code }
    { $name }: reply to this message with the reason and where the business should go instead, within 30 minutes. The business will read it.
    Or type: /decline #{ $code } reason
held-question = #{ $code }: what would you like to do with this? Nothing has been sent yet; further replies are joined to it. Quicker next time: /send, /answer, /note.
held-may-go-on = ✂️ This is as long as the messenger lets a text be, so there may be more. If so, please send it as a reply to this message; when it is complete, press a button.
held-send = ➡️ #{ $code }: sent to the business by { $name }.
held-answer = 💬 #{ $code }: sent as the answer by { $name }; waiting for the business to confirm.
held-note = 🔒 #{ $code }: kept as an internal note by { $name }.
help-officer =
    Working in this group
    • Reply to a card or another message of the case; then choose: send to the business, the answer, or an internal note.
    • At once, replying to the card or with the #CODE: /accept, /ask, /send, /answer, /note, /extend, /transfer, /invite another department, /contribute to its case, /decline, /explain (the answer only explains), /details, /deadline.
    • /queue: open cases, the nearest deadline first; /queue unassigned, mine, asked, late, or a word.
    • /canned: kept answers and legal bases; reply to a card with /canned to use one.
    • /search WORDS, /alike answers to similar cases, /merge two cases; task group: /assign a case to a department, /publish an answer, /retract it, /separate merged cases, /unmask a business that hides its name (with a reason; two people, in an emergency one).
    • /overdue: overdue cases. /stats: figures of this week. /board: the board on the web page. /direct: directives under way; the task group gives one with a day in it, such as /assign #CODE department reports by 15/12. /projects: obstacles by investment project, /disputes: cases that may become one, /issues: systemic issues, /datarequests: requests about personal data, /hold: keep a case beyond its time (with a reason), /report: reports, /bindings: who works where, /unbind: end that (task group). /topics on or off: one topic for each case.
    • Edit a message you have sent: the business gets a correction. Other talk in the group goes nowhere.
reaction-done = 👍 Done
reach-free = 📨 Words arrive at once; free at least until { $free }, at a price until { $until }
reach-paid = 📨 Words arrive at once, at a price; possible at least until { $until }
reach-elsewhere = 📨 The business has not written here for long; words reach it on another channel of its own
reach-knock = 📨 No word from the business for more than 7 days: only a template (at a price) can ask it to come back
reach-closed = 📨 No word from the business for more than 7 days: words will not arrive; you will be asked to call
reached-at = ✅ The last message reached the business at { $at }
reached-soon = ⌛ The last message is on its way
reached-not = ⚠️ The last message has not arrived; it is sent by itself once the business writes
