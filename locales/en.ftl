# Every sentence of the bot in English. The same keys and variables stand in vi.ftl and zh.ftl; tests/test_locales.py compares them.
# Labels (button-…, kind-…, language-…) have at most 30 characters, refusals and toast-… at most 200: they also answer a tap.
# A case code is always shown as #CODE: it is what people type.

## The first meeting

greeting =
    Welcome to Gỡ Vướng, where businesses in { $province } province report what is holding them up and make proposals.

    Tell us what the problem is: write, or send photos, documents or a voice message. Your case goes to the responsible department with a deadline, and the answer comes to you right here.

    This does not replace the National Public Service Portal or the province's business portal: applications for procedures are still filed there. Denunciations are not taken here.
privacy =
    🔒 Your data
    • Who sees it: the department handling your case, and the province's Business Support Task Group. Provincial leaders see only totals, without names.
    • You can hide your identity from the department (only the task group knows it), or send anonymously (nothing about you is kept). Attached files are renamed and stripped of hidden details; what they show stays.
    • What for: to receive, handle and count cases. How long: as the rules on public records require; the copy in this chat is deleted on request.
    • You may see, correct and delete your data and withdraw your consent: send “Personal data request” to the task group. You get a reply within 2 working days.
    • Legal basis: Law on Personal Data Protection No. 91/2025/QH15.
    Please send no pictures of identity cards or passports. Read this again: /privacy
consent-question =
    Do you agree to your data being used as described?
    Tap a button below, or type “agree” or “no”. Nothing is passed on before you agree.
refused-consent =
    That is fine: nothing of what you wrote is passed on or kept as a case.
    You can still use the province's business portal or go to the department in person. If you change your mind, type /start.
welcome =
    Thank you. Now just write what is holding you up, or send photos, documents or a voice message. Several messages are fine; nothing is filed until you confirm.

    /cases: my cases · /help: how this works
help =
    How to use Gỡ Vướng
    • New matter: just write, or send photos, documents, a voice message. /cancel drops what you have begun.
    • /cases: your cases. /status #CODE: where it stands and the deadline. /deadline #CODE: how the deadline is counted.
    • /search WORDS: look in your cases and in published answers.
    • Add to a case: reply to one of its messages, or write with its #CODE. /withdraw #CODE takes it back.
    • Sent anonymously: /ma PRIVATE-CODE to come back, /thoat to close. Hidden, and want to be named after all: /neuten #CODE.
    • /business: change the business you speak for. /language: change the language (Ngôn ngữ · 语言).
    • /privacy: who sees your data, and your rights.
language-question = Which language would you like? Tap one, or type /language vi, /language en or /language zh.
language-set = From now on we speak English. Change again: /language
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
denunciation =
    This reads like a denunciation, so it was not stored and not passed on from here.

    Why: the law requires the identity of a person who denounces to be kept secret, and a chat cannot guarantee that. A denunciation must also be accepted under its own law.

    Please hand it in, in writing or in person, at the Provincial Inspectorate or the Provincial Citizen Reception Office. We suggest you delete the messages you have just sent from your device.

    If it is an obstacle to your business, please write it again: what happened, where, and what needs to be solved.

## Filing

business-question =
    Which business do you speak for? Type its name and tax code, for example: Lan Anh Co., 4900001236.
    No tax code? The name alone is enough. Prefer not to say? Type “skip”.
firm-or-matter = “{ $text }”: is this the name of your business, or more of the matter? Please choose.
business-set = Your business: { $who }. You can now write what is holding you up; to change this, /business
summary-head = 📌 Please check before you send
summary-kind = Kind: { $kind }
summary-department = 🏛 Department: { $department } ({ $why })
summary-conduct = 🏛 Goes to: { $department }. It is about how officials behaved, so the department concerned does not get it; we suggest you hide your identity.
summary-maybe-conduct = 🏛 This may be about how officials behaved, so one question first: do you want to report how officials behaved, or to have this matter solved?
summary-says-nothing = 🏛 What is it about? Please add a sentence or two: which procedure, and where it is held up. For example: Our tax refund has had no reply for six months. Or: Our building permit for a workshop was returned three times. If you are not sure, type “don't know” and the task group decides.
summary-no-department = 🏛 Department: not clear. Please choose one first; if you are not sure, type “don't know” and the task group decides.
summary-task-group = 🏛 Department: the task group will decide which one is responsible.
summary-together = 🤝 May also concern: { $departments }
summary-topic = Topic: { $topic }
summary-who = 🏢 Business: { $who }
summary-text =
    📝 { $text }{ $files ->
        [0] { "" }
        [one] { "\u000A" }📎 1 file (if hidden or anonymous: renamed, hidden details removed; what it shows stays)
       *[other] { "\u000A" }📎 { $files } files (if hidden or anonymous: renamed, hidden details removed; what they show stays)
    }
summary-masked = 🔒 If you are hidden or anonymous, the department reads only: { $text }
summary-withheld =
    { $count ->
        [one] 📎 If you are hidden, 1 file (a recording, a film, an archive …) goes to the task group alone: a voice or a file like that may tell who you are. Photos, PDF, Word and Excel reach the department made anew.
       *[other] 📎 If you are hidden, { $count } files (recordings, films, archives …) go to the task group alone: a voice or a file like that may tell who you are. Photos, PDF, Word and Excel reach the department made anew.
    }
summary-deadline = ⏰ Sent now, it is to be answered by { $at }
summary-question =
    If this is right, choose how to send it (tap or type):
    { $named ->
        [yes] • “send” (with your name): the department sees the name of your business.
       *[no] • “send”: the department reads what you wrote as it is.
    }
    • “hidden”: only the task group knows who you are.
    • “anonymous”: nobody knows; you come back with a code.
    If not, “change” or “drop”; anything more you write is added.
why-you = your choice
why-words = because of the words: { $words }
why-none = from the text as a whole
business-with-code = { $name } (tax code { $code })
business-code-only = tax code { $code }
no-business-name = business not named
no-text = (no text)
nothing = { "" }
change-question = What would you like to change?
kind-question =
    What kind of matter is it?
    • Obstacle: something that needs solving.
    • Proposal: a request, or a rule that should change.
    • Feedback: something the department should know.
    • Formal complaint: against an administrative decision or act. We pass it on and guide you; the legal time limits only start when the authority accepts it in writing.
department-question = Which department is it for? If you are not sure, choose “I don't know”: the task group decides. For a commune or ward, name it in your text.
text-question = Please write the whole text again. Files you have sent are kept.
receipt =
    ✅ Case #{ $code } has been filed
    🏛 { $department }
    ⏰ Answer due by { $deadline } ({ $span })
    { $hidden ->
        [yes] 🔒 Your name, tax code and phone number are masked for the department; attached files are renamed and stripped of hidden details; what they show stays.
        [nameless] 📝 The department reads what you wrote as it is.
       *[no] 🏢 The department sees the name of your business.
    }

    Next, an officer takes the case and answers you right here. If it is late, the task group steps in.
    Status: /status #{ $code } · To add something, reply to this message.
receipt-undecided =
    ✅ Case #{ $code } has been filed
    🏛 The task group is deciding which department is responsible and will tell you.
    ⏰ Answer due by { $deadline } ({ $span }, counted from today)
    { $hidden ->
        [yes] 🔒 Your name, tax code and phone number are masked for the department; attached files are renamed and stripped of hidden details; what they show stays.
        [nameless] 📝 The department will read what you wrote as it is.
       *[no] 🏢 The department will see the name of your business.
    }

    Status: /status #{ $code } · To add something, reply to this message.
anonymous-explained =
    🕶 Anonymous: nobody knows who you are, not even the task group; nothing about you is kept, and names and numbers in your text are blotted out before it is stored.
    We cannot write to you: after sending, keep the private code and come back with it to read the answer; if you lose it, nobody can restore it.
anonymous-masked =
    What will be stored: { $text }
    If somebody’s name is still in it, please tap “Back” and change it.
anonymous-files =
    { $count ->
        [one] 📎 1 file cannot be sent anonymously and will be left out: a voice, a film or a file of its type may tell who you are. You can send it again as a picture or PDF.
       *[other] 📎 { $count } files cannot be sent anonymously and will be left out: a voice, a film or a file of these types may tell who you are. You can send them again as pictures or PDF.
    }
receipt-anonymous =
    🕶 Received anonymously: case #{ $code }
    🏛 { $department }
    ⏰ Answer due: { $deadline } ({ $span })

    🔑 Your private code: { $secret }

    It is shown only once; please write it down now and give it to nobody. To read the answer, add something or withdraw: type /ma { $secret } to this bot, in any app. If the code is lost, nobody can restore it.
    Once you have it written down, you may want to delete this chat from your device.
return-open =
    🔑 Anonymous case #{ $code } is open in this chat. From now on, whatever you send here goes anonymously to this case.
    To close it: /thoat; it closes by itself after { $minutes } minutes without a message.
return-closed = You have left the anonymous case in this chat; the case itself goes on as before. To open it again: /ma and your private code. You may want to delete the last messages from your device.
return-over = Because nothing was sent for a while, this chat has left the anonymous case; the case itself goes on as before. To open it again: /ma and your private code.
return-too-late = The anonymous case had closed because nothing was sent for a while; what you have just sent was not stored. Please type /ma and your private code, then send it again.
return-files-refused =
    { $count ->
        [one] 📎 1 file you sent could not be cleaned of hidden details and was not kept. Please send it again as a picture or PDF.
       *[other] 📎 { $count } files you sent could not be cleaned of hidden details and were not kept. Please send them again as pictures or PDF.
    }
unmasked =
    🔓 Case #{ $code }: the task group ({ $name }) has named you to { $department }.
    Reason: { $reason }
    It now sees the name of your business, its tax code, your name, the whole text and the original files. If you have a question, reply to this message.
unmasked-own = 🔓 Case #{ $code }: as you asked, { $department } now sees the name of your business, its tax code, your name, the whole text and the original files.
draft-reminder =
    You have begun a matter and not sent it yet. Go on or drop it?
    Write more to go on, /cancel to drop it. It is kept for 30 days.
draft-full = A draft holds at most { $letters } characters and { $files } files; what goes beyond was not taken in. Once the case is sent, reply to its receipt to add the rest.
dropped = Dropped; nothing was sent. Whenever you need us, just write.
nothing-to-drop = There is nothing unfinished. For cases already filed see /cases; to take one back, /withdraw #CODE.

## Own cases

list-head =
    { $count ->
        [one] 📌 Your case. For details tap the code or type /status #CODE
       *[other] 📌 Your { $count } latest cases. For details tap a code or type /status #CODE
    }
list-line = #{ $code } · { $state } · { $text }
status-head = 📌 #{ $code } · { $state }
status-department = 🏛 Handled by: { $department }
status-asked = ⏸ The department is waiting for your reply; the clock is stopped until you answer, but no longer than { $until }.
status-deadline = ⏰ Answer due by { $at }
status-overdue =
    ‼️ OVERDUE { $days ->
        [0] since today
        [one] by { $days } working day
       *[other] by { $days } working days
    } (due by { $at }). The task group follows it up.
timeline = • { $at }: { $what }
conduct-where = This is about how officials behave. As a new matter it goes to the Inspectorate, and you may hide your name; on case #{ $code } it is read by { $department }. Nothing has been sent yet. Please choose.
where-question = Is this a new matter, or does it belong to one of your cases? Choose, or type “new” or a number. Nothing has been passed on yet.
where-more = Received, too. Please choose above: a new matter, or which of your cases? Nothing has been passed on yet.
add-question = Please send what you want to add to case #{ $code }: text, photos or documents. Your next message goes to the department.
added = Added to case #{ $code }. It goes to: { $department }. Follow it: /status #{ $code }
added-closed =
    Case #{ $code } is closed. What you have just sent is kept with it, and we let them know: { $department }. If the matter is not settled, please { $again ->
        [yes] tap “Not solved” below
       *[no] file a new matter
    }.
added-reply =
    Your reply on case #{ $code } has been passed on. It goes to: { $department }.
    ⏰ The clock runs again: the answer is due by { $deadline }.
withdraw-question = Are you sure you want to take back case #{ $code }? The department will stop working on it; to raise it again you would file a new one.
withdrawn = Case #{ $code } has been taken back and the department told. You can file a new matter at any time.
kept = Case #{ $code } stays open and work on it goes on. Follow it: /status #{ $code }
appeal-question = What is still not solved in case #{ $code }, and what do you need? Please write it in one message; the case is then reopened and the Business Support Task Group is told to look at it again. If you would rather not write, choose to send it now.
reopened =
    Case #{ $code } has been reopened with your words; the Business Support Task Group has been told and looks at it again.
    ⏰ New deadline: { $deadline }. Follow it: /status #{ $code }
ask-stars = Thank you. Case #{ $code } is closed. Please rate how it was handled, from 1 to 5 stars, if you like.
ask-comment =
    { $stars ->
        [one] Thank you for your star. If you would like to say more, write one message within 30 minutes.
       *[other] Thank you for your { $stars } stars. If you would like to say more, write one message within 30 minutes.
    }
thanks-comment = Thank you. Your comment has been passed on to the department.
closed-in-silence =
    Case #{ $code } has been closed because we did not hear from you; it is counted as “not confirmed”.
    If it is still not solved, tap “Not solved” or “I disagree, look again” under the answer until { $until }, or file a new matter naming this code.
you-are-welcome = You are most welcome.
greet-back = Hello. What is holding your business up? Write a few sentences, or send photos, documents or a voice message. Your earlier cases: /cases. Help: /help.
person = What you send to a department is read and answered by its officers. Please write what the matter is; to be called back, add your phone number.
person-of-case = Case #{ $code } is read and answered by officers of { $department }. To speak to them, please type #{ $code } with your phone number and a good time to call; it is passed on at once.
nothing-filed = You have not filed anything yet. Please write what the matter is; each case has a code and a deadline, see /cases.
draft-unclear = I am not sure what you mean, so nothing was sent and nothing was added to your draft. Please choose a button under the summary above, or write more about the matter.
verdict-unclear = I am not sure what you mean. Has case #{ $code } been solved? Please choose one of the answers below.
unsupported = We cannot read this kind of message. Please write in words, or send a photo, document, voice message or location. Help: /help

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

    Is the matter solved? Tap a button, or reply to this message with 1: solved, 2: partly, 3: not solved.
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

## The officers' card

card-head = 📌 #{ $code } · { $kind } · { $state }
card-who = 🏢 { $who }
card-department = 🏛 { $department } · { $topic }
card-text =
    { "" }
    { $text }
    { "" }
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
held-send = ➡️ #{ $code }: sent to the business by { $name }.
held-answer = 💬 #{ $code }: sent as the answer by { $name }; waiting for the business to confirm.
held-note = 🔒 #{ $code }: kept as an internal note by { $name }.
help-officer =
    Working in this group
    • Reply to a card or another message of the case; then choose: send to the business, the answer, or an internal note.
    • At once, replying to the card or with the #CODE: /accept, /ask, /send, /answer, /note, /extend, /transfer, /invite another department, /contribute to its case, /decline, /details, /deadline.
    • /search WORDS, /alike answers to similar cases, /merge two cases; task group: /assign a case to a department, /publish an answer, /retract it, /separate merged cases, /unmask a business that hides its name (with a reason).
    • /overdue: overdue cases. /stats: figures of this week. /issues: systemic issues, /report: reports (task group). /topics on or off: one topic for each case.
    • Edit a message you have sent: the business gets a correction. Other talk in the group goes nowhere.
reaction-done = 👍 Done

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
proposed-transfer = 🙋 #{ $code }: { $department } proposes to move it on to { $what }; it has been moved before, so the task group decides. Please tap on the card. Reason: { $reason }
proposed-extend = 🙋 #{ $code }: { $department } proposes an extension of { $what }; it has been extended or reopened before, so the task group decides. Please tap on the card. Reason: { $reason }
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
figures-outcomes = • The businesses' word: solved { $solved }, partly { $partly }, not solved { $notsolved }, not confirmed { $silent }
figures-open = • Open: { $count }, overdue { $overdue }, waiting for the business { $waiting }
weekly-head = 📊 Weekly summary for leadership, { $days }
routed-head = 🧭 Routing in { $month }: { $cases } cases, right department at first { $right }, moved once { $once }, moved more { $more }
routed-department = • { $department }: { $cases } cases, right at first { $right }, moved once { $once }, moved more { $more }
details-head = 📋 Everything on case #{ $code }
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
told-warned = department reminded of the deadline
told-reminded = business reminded
told-resumed = no answer from the business, the clock goes on
told-recomputed = deadline recomputed
told-proposed = put to the task group
told-refused = task group did not agree
told-invited = { $department } asked for its word
told-contributed = { $department } gave its word
told-unreached = business could not be reached

## Systemic issues

signal-told =
    { $count ->
        [one] 📈 In { $days } days: { $count } case { $what }, from { $businesses } different businesses; { $usual }.
       *[other] 📈 In { $days } days: { $count } cases { $what }, from { $businesses } different businesses; { $usual }.
    }
signal-usual =
    { $count ->
        [one] usually there is about one business
       *[other] usually there are about { $count } businesses
    }
signal-seldom = usually there is hardly any
signal-cases = The cases: { $codes }
signal-hint = They may have one cause in common. If so, open a systemic issue to deal with all of them at once; if not, please ignore this message.
about-topic = about “{ $name }”
about-place = in { $name }
about-department = for { $name }
issue-opened = 🧩 { $name } has opened the systemic issue #{ $code }: cases { $what }.
issue-head =
    { $count ->
        [one] 🧩 Systemic issue #{ $code }: { $count } case { $what }
       *[other] 🧩 Systemic issue #{ $code }: { $count } cases { $what }
    }
issue-opened-by = Opened by { $name }, { $at }
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
        [one] … and { $count } more case
       *[other] … and { $count } more cases
    }
issue-how = Put cases in or take them out: /issues #{ $code } add #CODE, /issues #{ $code } remove #CODE. Close: /issues #{ $code } close and the result
issue-closed =
    🏁 Closed by { $name }, { $at }. Result:

    { $text }
issue-put-in =
    { $count ->
        [one] ✅ { $codes } now belongs to the systemic issue #{ $code }, which has { $count } case.
       *[other] ✅ Put { $codes } into the systemic issue #{ $code }, which now has { $count } cases.
    }
issue-taken-out =
    { $count ->
        [one] ✅ Took { $codes } out of the systemic issue #{ $code }; { $count } case is left.
       *[other] ✅ Took { $codes } out of the systemic issue #{ $code }; { $count } cases are left.
    }
issue-unchanged =
    { $count ->
        [one] The systemic issue #{ $code } is unchanged: { $count } case. See the list: /issues #{ $code }
       *[other] The systemic issue #{ $code } is unchanged: { $count } cases. See the list: /issues #{ $code }
    }
issue-like-head = 🧩 New cases like those of an open systemic issue. The task group decides whether they belong to it.
issue-like =
    { $count ->
        [one] • #{ $code } (cases { $what }): { $count } new case: { $codes }. Put it in: /issues #{ $code } add #CODE
       *[other] • #{ $code } (cases { $what }): { $count } new cases: { $codes }. Put them in: /issues #{ $code } add #CODE
    }
issue-of-case = 🧩 Belongs to the systemic issue #{ $code } (cases { $what })
issues-head =
    { $count ->
        [one] 🧩 { $count } open systemic issue. See its cases: /issues #CODE
       *[other] 🧩 { $count } open systemic issues. See the cases of one: /issues #CODE
    }
issues-line =
    { $count ->
        [one] • #{ $code } · { $count } case { $what }
       *[other] • #{ $code } · { $count } cases { $what }
    }
issues-none = No systemic issue is open. When unusually many similar cases come in, a message here tells you, with a button to open one.

## Kinds, states, outcomes

kind-obstacle = Obstacle
kind-proposal = Proposal
kind-feedback = Feedback
kind-complaint = Formal complaint
state-filed = New, not yet accepted
state-accepted = In progress
state-asked = Waiting for the business
state-asked-of-you = Waiting for your reply
state-answered = Answered, to be confirmed
state-reopened = Reopened
state-declined = Declined, with guidance
state-closed = Closed
state-withdrawn = Taken back
outcome-solved = solved
outcome-partly = partly solved
outcome-not-solved = not solved
outcome-not-confirmed = not confirmed by the business
outcome-not-confirmed-by-you = not confirmed by you

## Buttons

button-agree = ✅ I agree
button-refuse = I do not agree
button-no-business = Skip, no name
button-named = 🏢 Name of the business
button-more-words = 📝 More of the matter
button-send-open = ✅ Send, with my name
button-send-hidden = 🔒 Send, identity hidden
button-send-anonymous = 🕶 Send anonymously
button-anonymous-yes = 🕶 Yes, send anonymously
button-change = ✏️ Change
button-drop = Drop
button-go-on = ✅ Go on
button-back = ↩️ Back
button-another-department = Another department…
button-conduct-yes = About how officials behaved
button-conduct-no = I want this matter solved
button-unknown = I don't know
button-change-department = Department
button-change-kind = Kind
button-change-business = Business
button-change-text = Text
button-new = ➕ New matter
button-case = #{ $code } { $text }
button-add = ➕ Add
button-withdraw = Take back
button-withdraw-yes = Yes, take it back
button-keep = No, keep it
button-solved = ✅ Solved
button-partly = 🟡 Partly solved
button-not-solved = ❌ Not solved
button-contest = I disagree, look again
button-appeal-plain = Send now, without words
button-accept = ✅ Accept
button-answer = 💬 Answer
button-ask = Ask
button-transfer = Transfer
button-extend = Extend
button-decline = Decline
button-note = 🔒 Note
button-details = Details
button-assign = 🏛 Assign
button-invite = 🤝 Co-operate
button-contribute = 🤝 Your word
button-approve = ✅ Agree to the proposal
button-refuse-proposal = Do not agree
button-all-departments = Other department…
button-open-issue = 🧩 Open a systemic issue
button-held-send = ➡️ Send to the business
button-held-answer = 💬 This is the answer
button-held-note = 🔒 Internal note

## Toasts

toast-accepted = Case #{ $code } is yours. Please answer before the deadline on the card.
toast-decided = #{ $code }: noted, and the department has been told.
toast-choose = Please choose on the card.
toast-reply-to-card = Please reply to this card within 30 minutes; nothing has been sent yet.
toast-held-send = #{ $code }: sent to the business.
toast-held-answer = #{ $code }: the answer was sent; waiting for the business to confirm.
toast-held-note = #{ $code }: kept as an internal note.

## Refusals

refused-return-code = That is not a private code we know. Please check every letter and type it again, for example: /ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = Too many wrong tries. Please wait an hour before typing your private code again.
refused-return-none = No anonymous case is open in this chat. To open one: /ma and your private code.
refused-return-over = The anonymous case is closed in this chat. To open it again: /ma and your private code.
refused-unmask-anonymous = #{ $code } was filed anonymously: nothing about its sender is kept, so there is nobody to name.
refused-unmask-open = #{ $code } is open already; the department sees the name of the business.
refused-unmask-nobody = #{ $code } is with no department yet. Please assign it first, and name the business only if it is really needed.
refused-unmask-accused = #{ $code } is about the conduct of officials: its sender is named to nobody but the office that handles such matters.
refused-unmask-task-group = Only the task group may name a business that hides its identity. Please ask it, with your reason.
refused-unmask-reason = #{ $code }: please give the reason, at least three words; the business will read it. For example: /neuten #{ $code } original papers must be compared
refused-accused = #{ $code } is about officials of that very department, so it cannot go there, and that department cannot be asked to co-operate. Please ask the task group.
refused-accepted = { $name } was first to accept case #{ $code }. You can still add an internal note or help with the answer.
refused-answered = { $name } has answered case #{ $code }. To add to it, use /send #{ $code } text; to correct it, the author edits the original message.
refused-bind-code = This code is wrong, used or older than 24 hours. Please ask the administrator for a new one and type: /bind CODE
refused-button = This button no longer works. See the latest message, or type /details #CODE.
refused-button-own = This button no longer works. See the latest message, or type /cases.
refused-code-group = This code is for a group chat. Please type /bind CODE in the group.
refused-code-private = This code is for an administrator. Please type /bind CODE in a private chat with the bot, not in a group.
refused-decline-reason = #{ $code }: please give the reason and where the business should go instead, in at least three words; the business will read it.
refused-department-first = Please choose a department before sending. If you are not sure, type “don't know” and the task group decides.
refused-empty = There is nothing in it yet. Please write a few words, or send a photo or document, and try again.
refused-error = Something broke on our side. What you sent was kept and the administrator has been told; no need to send it again. To see where things stand, type /cases.
refused-extend = #{ $code }: please give the days (1 to { $longest }) and a reason of at least two words, for example /extend #{ $code } 3 awaiting the ministry
refused-file-size = The file “{ $name }” is larger than { $size } MB and was not taken. Please send a smaller one, or split it.
refused-held-done = { $name } has already dealt with this; it was not sent again.
refused-issue-cases = #{ $code }: please name the cases to put in or take out, for example /issues #{ $code } add #LS26-00012
refused-issue-closed = The systemic issue #{ $code } is closed and can no longer be changed. See it: /issues #{ $code }
refused-issue-no-case = There is no case { $case }; nothing was changed. Please check the code and type it again.
refused-issue-open = This has become the systemic issue #{ $code }. See its cases: /issues #{ $code }
refused-issue-result = #{ $code }: please write the result, for example /issues #{ $code } close The rule was changed
refused-issue-verb = #{ $code }: there are only “add”, “remove” and “close”, for example /issues #{ $code } add #LS26-00012
refused-issues-task-group = Systemic issues are opened and followed by the task group, in its own group.
refused-no-issue = There is no systemic issue #{ $code }. See the open ones: /issues
refused-which-issue = Please write the code of the systemic issue, for example /issues #VD26-003. See the codes: /issues
refused-language = We speak Tiếng Việt, English and 中文. Please type /language vi, /language en or /language zh.
refused-no-case = You have no open case. To file one, just write what is holding you up; for an older case, /status #CODE.
refused-no-draft = There is nothing unfinished any more. Please write your matter again, or see what you have filed: /cases
refused-not-bound = This group is not bound to a department. Please ask the administrator for a code and type here: /bind CODE
refused-not-your-case = This is not one of your cases. Please check the code, or see your list: /cases
refused-not-your-department = That case is not with this group. Please check the code, or ask the task group.
refused-nothing-held = Nothing is waiting any more. Please send it again, or see your cases: /cases
refused-reopen-window = Case #{ $code } could be reopened until { $until }. Please file a new matter and name this code.
refused-same-department = Case #{ $code } is already with this department. Please choose another.
refused-extend-short = #{ $code }: it would be due { $deadline } and still be late. Please extend it by more, or answer the business now.
refused-asked-enough = Questions have stopped the clock of case #{ $code } for { $days } working days in all, the most there is. To ask more, please use /send; the clock goes on.
refused-second-extension = Case #{ $code } has been extended once; the task group decides on more.
refused-proposal-done = This proposal on case #{ $code } has been decided or replaced. Please look at the newest card.
refused-parts = Case #{ $code } already has { $most } co-operating departments; no more can be invited.
refused-invite = #{ $code }: please say in at least two words what you need, for example /invite so-xay-dung #{ $code } confirm the zoning
refused-lead-only = Your department co-operates on this case; that is for the lead department. To give your opinion, reply to the card or type /contribute.
refused-topics = Please type /topics on for one topic a case, or /topics off for one stream.
refused-unknown-command = There is no such command. To file a matter, just write it in words.
refused-unknown-officer-command = There is no such command; nothing was sent. See the commands: /help
refused-stars = Please give 1 to 5 stars: type a number from 1 to 5.
refused-state = Case #{ $code } is “{ $state }”, so this is not possible now. See what happened: /details #{ $code }
refused-state-own = Case #{ $code } is “{ $state }”, so this is not possible now. See what happened: /status #{ $code }
refused-task-group-only = Only the task group can assign a case. You can use “Transfer” with a reason.
refused-tax-code =
    One digit of the tax code “{ $code }” may be wrong{ $last ->
        [none] { "" }
       *[other] { " " }(if the first nine are right, the tenth is { $last })
    }. Please look at your certificate and type { $named ->
        [yes] the code alone again (the name is kept)
       *[no] it again
    }, or just the name.
refused-too-many-guesses = Too many wrong codes. Please wait an hour, or ask the administrator for a new one.
refused-transfer-reason = #{ $code }: please give the reason for the transfer in at least two words, and try again.
refused-which-card = Please reply to the card of the case, or write its code after the command, for example /answer #CODE text
refused-which-case = You have several cases. Please add the code, for example /status #CODE; your codes: /cases
refused-which-withdrawn = Which case would you like to take back? Please type /withdraw with its code, for example /withdraw #CODE
refused-which-department = There is no department “{ $text }”. Please use the button on the card, or join the words of its name with hyphens, such as so-xay-dung.

## How a deadline was counted

why-sentence = { $amount } from { $from }{ $parts }, until { $due }
why-from-later = { $day } (sent after hours on { $received })
why-extended = , extended by { $amount }
why-skipped = , not counting { $name } { $days }
why-worked = , counting { $day }, which was worked
why-own-hours = , { $day } having hours of its own
why-rolled = , { $day } being a day off, hence the next working day
why-paused-days =
    { $count ->
        [one] , not counting { $count } day of pause
       *[other] , not counting { $count } days of pause
    }
why-paused-time = , not counting { $span } of pause
long-received = • Received at { $at }, within office hours.
long-received-later = • Sent at { $at }, outside office hours: counts as received at { $counted }.
long-limit = • Limit: { $amount }.
long-source = • Set by: { $source }.
long-source-unverified = • Set by: { $source } (not verified).
long-counting = • Counting: { $rule }
counting-working_days =
    the day of receipt does not count; only working days do; due at the close of the last day (Civil Code 2015, articles 147 and 148; holidays by the Labour Code 2019, article 112{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
counting-working_hours =
    every minute of office hours from the receipt on (this service's own rule{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
counting-calendar_days =
    the day of receipt does not count; days off do; a last day that is off moves to the next working day (Civil Code 2015, articles 147 and 148{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
long-skipped = • Off on { $days }: { $name }.
long-worked = • Worked instead: { $day }.
long-own-hours = • { $day } has hours of its own: { $name }.
long-rolled = • The last day is { $day }, a day off: the next working day counts.
long-paused = • Paused for the business from { $first } to { $last }: { $amount } later.
long-paused-nothing = • Paused for the business from { $first } to { $last }: moves nothing.
long-extended = • Extended by { $amount }.
long-due = • Due: { $at }.
long-calendar = • Working calendar: version { $version }.
amount-working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
amount-calendar-days =
    { $count ->
        [one] { $count } calendar day
       *[other] { $count } calendar days
    }
amount-working-time = { $span } of office time
span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
and-then = { $first } { $last }
both = { $first } and { $last }
weekday-date = { $weekday } { $date }
date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
date-with-year = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
dates = { $first }–{ $last }
days-of-month = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
days-of-month-and-year = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
occasion-new_year = New Year
occasion-tet = Tet
occasion-hung_kings = Hung Kings' Day
occasion-reunification = Reunification Day
occasion-labour_day = Labour Day
occasion-national_day = National Day
occasion-culture_day = Culture Day
occasion-swapped = a swapped day off
occasion-special = a day off of its own

## Like cases, published answers, merging

search-head =
    { $count ->
        [0] 🔎 “{ $text }”: nothing found.
        [one] 🔎 “{ $text }”: 1 result
       *[other] 🔎 “{ $text }”: { $count } results
    }
search-line = • #{ $code } · { $state } · { $department }: { $text }
search-known = • 📢 Published: { $question }
search-own = • #{ $code } · { $state }: { $text }
alike-head =
    { $count ->
        [0] 🔁 #{ $code }: nothing like it has been answered yet.
        [one] 🔁 #{ $code }: 1 answer to a similar matter. Tap to read it.
       *[other] 🔁 #{ $code }: { $count } answers to similar matters. Tap to read one.
    }
alike-line = 🔁 Similar cases already answered: { $codes }
alike-read =
    🔁 Case #{ $code }

    { $text }

    💬 { $answer }
known-offer =
    { $count ->
        [one] 💡 There is a published answer to a question like yours. If it is not what you need, just send as usual.
       *[other] 💡 There are { $count } published answers to questions like yours. If they are not what you need, just send as usual.
    }
known-answer =
    ❓ { $question }

    💬 { $answer }
    — { $by }
like-own =
    💡 Your case #{ $code } is about something like this: { $text }
    Add to #{ $code }? If it is another matter, just send as usual.
where-like =
    This is like your case #{ $code }: { $text }
    Add to #{ $code }? If it is another matter, choose below or type “new matter”. Nothing has been sent yet.
settled =
    Thank you. What you were writing has not been sent; for one day you can still tap “Send anyway” or type “send anyway”.
refused-still-late = That text was deleted after one day. If you still need to send it, please write it again.
refused-search = Please write the words to look for after the command, for example: /search building permit
card-followers =
    { $count ->
        [one] 🔗 1 other case was merged into this one
       *[other] 🔗 { $count } other cases were merged into this one
    }
card-want-publish =
    📢 #{ $code }
    { $name }: within 30 minutes, reply to this message with a short question in the first line; the next lines are the answer, written for everybody. Without any, the answer of the case is used, with the business masked.
    Or type: /publish #{ $code } question
group-published =
    📢 #{ $code }: published. Businesses with a similar matter will read exactly this; to withdraw it: /retract #{ $code }

    ❓ { $question }

    💬 { $answer }
group-retracted = 📢 #{ $code }: the published answer was withdrawn; nobody is offered it any more.
refused-publish-task-group = Only the task group can publish an answer or withdraw it. Please ask the task group.
refused-publish-question = #{ $code }: please write the question in the first line, for example /publish #{ $code } How long does a building permit take?
refused-publish-hidden = #{ $code }: this business hides its identity, so please write the answer anew for everybody, below the question.
refused-publish-answer = #{ $code } has no answer yet. Please write the answer in the lines below the question.
refused-not-published = Nothing of #{ $code } is published now.
merged =
    🔗 Your case #{ $code } is now handled together with another case about the same matter at { $department }. There is nothing to do for you; every answer and the outcome will arrive here.
    If your matter differs in some way, please reply to this message.
took-in = 🔗 Another case about the same matter is now handled together with your case #{ $code }. Your deadline stays the same.
merged-answer =
    💬 Case #{ $code } (handled together) · { $by } answers:

    { $text }

    If this does not fit your matter, please reply to this message.
merged-files-only = (the answer is in files sent with the main case; please ask the department if you need them)
merged-extended = ⏳ Case #{ $code } (handled together) was extended. New deadline: { $deadline }.
merged-reopened = ‼️ Case #{ $code } (handled together) was reopened. New deadline: { $deadline }.
merged-closed = 🏁 The matter handled together with #{ $code } is closed. If yours is not settled, please reply to this message.
separated = 🔗 Your case #{ $code } is handled by itself again, with the deadline it had before.
group-took-in = 🔗 #{ $with } was merged into #{ $code }: both are handled together here from now on. To separate them within a day: /separate #{ $with }
group-merged = 🔗 #{ $code } was merged into #{ $with }; it needs no work of its own any more.
group-separated = 🔗 #{ $code } was separated and needs to be handled by itself again.
refused-merge-two = Please give two codes: first the case that stays, then the one merged into it, for example /merge #LS26-00012 #LS26-00031
refused-merge-same = #{ $code } cannot be merged into itself. Please check the two codes.
refused-merge-lead = Other cases were merged into #{ $code }, so it must be the one that stays. Please swap the two codes.
refused-not-merged = #{ $code } is not merged into any case. See what happened: /details #{ $code }
refused-separate-task-group = Only the task group can separate merged cases. Please ask the task group.
refused-separate-late = #{ $code } was merged more than a day ago and cannot be separated; please use /send or /note for what is special about it.
state-merged = Merged into another case
told-merged = handled together with another case
told-separated = handled by itself again
told-unmasked = named the business to the department
mine-filed = you filed the case
mine-unmasked = you were named to the department
mine-resumed = no answer from you, the clock goes on
mine-amended = you changed the text
mine-added = you added something
mine-withdrawn = you took the case back
mine-reopened = you said it is not solved; reopened
mine-answered = the answer was given
mine-told = a message to you
mine-replied = you answered the question
mine-asked = the department asked you something
told-published = answer published
told-retracted = published answer withdrawn
figures-unmasked = • Hidden businesses that were named: { $count }
figures-merged = • Merged into another case: { $count }
figures-deflected = • Not filed because a published answer helped: { $count }
button-known = ✅ This answers me
button-known-one = ✅ No. 1 answers me
button-known-two = ✅ No. 2 answers me
button-still = Send anyway
button-add-to = ➕ Add to #{ $code }
button-alike = 🔁 Read similar cases
button-more = More
button-publish = 📢 Publish

## Put together at delivery

files-withheld =
    { $count ->
        [one] 🔒 1 file is not passed on: files of this kind stay with the task group, because they may hold details of the sender.
       *[other] 🔒 { $count } files are not passed on: files of this kind stay with the task group, because they may hold details of the sender.
    }
files-withheld-here = 🔒 #{ $code }: the department was not given this file, because it may give away who sent it. If it needs the content, please pass on what does not reveal the sender.
file-missing =
    { $count ->
        [one] ⚠️ 1 attached file could not be downloaded; the sender is asked to send it again.
       *[other] ⚠️ { $count } attached files could not be downloaded; the sender is asked to send them again.
    }
part-continued = (continued)
channel-choices = Please type a number:
moment = { $time } on { $weekday } { $date }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

## Reports

figure-carried_over = Carried over
figure-carried_over-means = Cases government still had in hand as the period began.
figure-received = Received
figure-received-means = Cases filed in the period.
figure-returned = Returned
figure-returned-means = Cases handled in an earlier period that came back, mostly because the business said they were not solved.
figure-to_handle = To handle
figure-to_handle-means = Carried over plus received plus returned; equals handled plus carried forward.
figure-handled = Handled
figure-handled-means = Of those to handle, the ones nobody in government still has in hand at the end: answered, declined, withdrawn or merged.
figure-carried_forward = Carried forward
figure-carried_forward-means = Cases government still has in hand as the period ends; the next period opens with this number.
figure-accepted = Accepted
figure-accepted-means = Cases an officer first accepted in the period.
figure-answered = Answered
figure-answered-means = Cases whose answer was given in the period and still stands as it ends, refusals with a reason included.
figure-on_time = Answered on time
figure-on_time-means = Of those answered, the ones answered by a deadline that was never extended.
figure-extended = Answered within an extension
figure-extended-means = Of those answered, the ones within an extended deadline; counted apart, neither on time nor late.
figure-late = Answered late
figure-late-means = Of those answered, the ones answered after their deadline.
figure-declined = Declined with a reason
figure-declined-means = Of those answered, the ones explained and declined.
figure-solved = Confirmed solved
figure-solved-means = Cases ended in the period that the business says are solved.
figure-partly = Confirmed partly solved
figure-partly-means = Cases ended in the period that the business says are partly solved.
figure-not_solved = Not solved
figure-not_solved-means = Cases last reopened in the period because the business said they were not solved.
figure-not_confirmed = Not confirmed
figure-not_confirmed-means = Cases ended in the period because the business stayed silent; never counted as solved.
figure-withdrawn = Withdrawn
figure-withdrawn-means = Cases withdrawn in the period.
figure-merged = Merged
figure-merged-means = Cases merged into another in the period.
figure-transfers = Transfers
figure-transfers-means = Transfers between departments in the period; a case may be transferred more than once.
figure-extensions = Extensions
figure-extensions-means = Extensions given in the period.
figure-reopened = Reopenings
figure-reopened-means = Times businesses reopened a case in the period.
figure-appeals = Reopened and in hand
figure-appeals-means = Cases once reopened that are in hand as the period ends.
figure-unmasked = Identities named
figure-unmasked-means = Cases in which a hidden business was named to the department in the period, for a stated reason.
figure-waiting_for_business = Waiting for the business
figure-waiting_for_business-means = Cases waiting for a reply of the business as the period ends.
figure-paused_now = Clock paused
figure-paused_now-means = Cases whose clock stands still as the period ends, for a question asked in time.
figure-overdue_now = Overdue
figure-overdue_now-means = Cases in hand and past their deadline as the period ends.
figure-due_soon = Due within three working days
figure-due_soon-means = Cases in hand, not late and not paused, due within three working days of the end.
figure-age_to_3 = Open up to 3 days
figure-age_to_3-means = Cases in hand at the end that were filed within 3 working days.
figure-age_to_7 = Open 4–7 days
figure-age_to_7-means = Cases in hand at the end, filed 4 to 7 working days before.
figure-age_to_15 = Open 8–15 days
figure-age_to_15-means = Cases in hand at the end, filed 8 to 15 working days before.
figure-age_to_30 = Open 16–30 days
figure-age_to_30-means = Cases in hand at the end, filed 16 to 30 working days before.
figure-age_over_30 = Open over 30 days
figure-age_over_30-means = Cases in hand at the end, filed more than 30 working days before.
figure-median_acceptance_hours = Hours to acceptance, median
figure-median_acceptance_hours-means = Working hours from filing until an officer first accepted; half the cases took less.
figure-p90_acceptance_hours = Hours to acceptance, 90%
figure-p90_acceptance_hours-means = Nine in ten cases were accepted within so many working hours.
figure-median_first_word_hours = Hours to the first word, median
figure-median_first_word_hours-means = Working hours from filing to the first word of an officer; half the cases took less.
figure-p90_first_word_hours = Hours to the first word, 90%
figure-p90_first_word_hours-means = Nine in ten cases had a first word within so many working hours.
figure-median_resolution_hours = Hours to the answer, median
figure-median_resolution_hours-means = Working hours from filing to the answer, waiting for the business included; half the cases took less.
figure-p90_resolution_hours = Hours to the answer, 90%
figure-p90_resolution_hours-means = Nine in ten cases were answered within so many working hours.
figure-paused_percent = Share of paused time, %
figure-paused_percent-means = Of the working time the answered cases took, the percentage spent waiting for the business.
figure-ratings = Ratings
figure-ratings-means = Cases ended in the period that the business rated.
figure-mean_stars = Mean satisfaction (1–5 stars)
figure-mean_stars-means = Mean stars of the rated cases ended in the period; read it with the number of ratings.
figure-unknown = –
figure-number = { $count }
figure-decimal = { $number }.{ $tenth }
figure-share = { $part }/{ $count } ({ $share }%)
figure-share-few = { $part }/{ $count }
basis-start = as the period begins
basis-filed = day of filing
basis-written = day it was written down
basis-accepted = day of first acceptance
basis-first-word = day of the first word
basis-answered = day of the answer
basis-reopened = day of reopening
basis-ended = day the case ended
basis-end = as the period ends
basis-period = the whole period
measure-cases = cases
measure-events = times
measure-hours = working hours
measure-percent = %
measure-stars = stars
delay-not-accepted = nobody has accepted it
delay-asked-too-late = the business was asked too late
delay-reopened = reopened, not done
delay-transferred = transferred between departments
delay-extended = late even with an extension
delay-worked-on = being worked on
wish-answer-late = Settle { $count } overdue cases: { $codes }
wish-answer-soon = Answer, each within its own deadline, { $count } cases falling due
wish-review-appeals = Review { $count } cases businesses say are not solved
wish-plan-issue = Propose how to settle { $codes } as a whole ({ $count } cases)
wish-report-beyond = Report { $count } cases beyond the province to those competent: { $codes }
pci-01 = Market entry
pci-02 = Access to land
pci-03 = Transparency
pci-04 = Time costs
pci-05 = Informal charges
pci-06 = Fair competition
pci-07 = Proactive government
pci-08 = Support policy
pci-09 = Labour training
pci-10 = Legal institutions and security
sheet-summary = Summary
sheet-cases = Cases
sheet-facts = Facts
sheet-definitions = Definitions
report-parent = PEOPLE'S COMMITTEE OF { $province }
report-office = TASK GROUP FOR BUSINESS SUPPORT
report-number = No. ……
report-nation = SOCIALIST REPUBLIC OF VIET NAM
report-motto = Independence - Freedom - Happiness
report-place = { $province }, …… …… { $year }
report-kind = REPORT
report-draft = (Drafted from figures; number, date and signature are a person's)
report-subject-week = Obstacles of businesses received and settled in week { $number } of { $year }
report-subject-month = Obstacles of businesses received and settled in month { $number } of { $year }
report-subject-quarter = Obstacles of businesses received and settled in quarter { $number } of { $year }
report-subject-year = Obstacles of businesses received and settled in { $year }
report-opening = The task group reports on the days from { $from } to { $to }. Figures are counted from the journal of every case, as of the end of the period.
report-balance = Carried over { $carried }; received { $received }; returned { $returned }. To handle { $total }; handled { $handled }; carried forward { $forward }.
report-before = The period before: received { $received }, answered { $answered }, overdue at its end { $overdue }.
report-answered = Answered { $count } cases: on time { $ontime }, within an extension { $extended }, late { $late }. On time: { $share }.
report-times = Time to the answer: half the cases within { $median } working hours, nine in ten within { $most }.
report-nothing-answered = No case was answered in the period.
report-outcomes = Businesses say: solved { $solved }, partly { $partly }, not solved { $notsolved }; not confirmed { $silent }.
report-left = Left at the end: { $count } cases; overdue { $overdue }, due within three working days { $soon }, waiting for the business { $waiting }.
report-grown = Grown: { $topic }: { $count } cases (before { $before }).
report-common = Raised again and again: { $topic }: { $count } cases in the period.
report-issue = Common issue { $issue } { $about }: { $count } cases, still open.
report-reopened = Businesses reopened cases { $count } times because they were not solved.
report-nothing-notable = Nothing stands out or repeats against the period before.
report-good-on-time = Answered on time: { $share } (before { $before }).
report-good-solved = Confirmed solved: { $share } of the cases that ended.
report-good-overdue = Overdue cases fell to { $count } (before { $before }).
report-no-shortcoming = No case was answered late, is overdue or was reopened.
report-bad-late = Answered late: { $share }.
report-bad-overdue = { $department }: { $count } cases overdue.
report-cause = { $why }: { $count } overdue cases.
report-no-cause = There is no overdue case to look for a cause.
report-nothing-overdue = No case is overdue as the period ends.
report-nothing-beyond = No case is beyond the province's power.
report-nothing-proposed = The figures ask for no further instruction.
report-more = … and { $count } more; the workbook lists them all.
report-withheld = few
report-total = Total
report-others = { $count } small groups
report-label-week = W{ $number }
report-unknown = Not known
report-pci = By component of the provincial competitiveness index (PCI). “few” is a group of fewer than five cases, withheld to keep identities secret.
report-trend = Received, answered and overdue, period by period
report-open-by-department = Cases in hand, by department
report-figure = Figure
report-this = This period
report-last = Before
report-year-ago = A year ago
report-by-department = Department
report-by-topic = Topic
report-by-pci = PCI component
report-by-place = Place
report-by-kind = Kind
report-by-language = Language
report-by-channel = Channel
report-short-to_handle = To handle
report-short-received = Received
report-short-answered = Answered
report-short-on_time = On time
report-short-overdue_now = Overdue
report-short-carried_forward = Left
report-short-transfers = Transfers
report-short-reopened = Reopened
report-short-extensions = Days extended
report-code = Code
report-deadline = Deadline
report-days = Days late
report-why = Reason
report-since = Filed
report-state = State
report-answered-on = Answered on
report-ended-on = Ended on
report-outcome = Outcome
report-who = Who
report-what = What
report-by-when = By
report-period = Period
report-dimension = By
report-group = Group
report-value = Value
report-meaning = What is counted
report-basis = By which date
report-measure = Unit
report-part-results = Results
report-part-groups = By department and topic
report-part-notable = Notable and repeated obstacles
report-part-overdue = Overdue cases
report-part-beyond = Beyond the province's power
report-part-proposals = Proposals
report-four-direction = Direction and management
report-four-results = Results
report-four-assessment = Assessment
report-four-tasks = Directions and tasks
report-achieved = Achievements
report-lacking = Shortcomings
report-causes = Causes
report-to-fill = { "[" }To be written by whoever drafts the report.]
report-see-annex = (The documents issued are listed in annex I.)
report-annex-documents = Annex I. DOCUMENTS ISSUED
report-annex-documents-fill = { "[" }Number, date and subject of each document.]
report-annex-overdue = Annex II. OVERDUE CASES
report-to = To:
report-to-leaders = - Leaders of the People's Committee;
report-to-group = - Members of the task group;
report-to-file = - Records.
report-authority = FOR THE TASK GROUP
report-signer = HEAD
report-signature = ……………………
weekly-of = 📊 { $subject } ({ $days })
weekly-late = (Late: the system was down when this was due.)
weekly-flow = • Received: { $received } (before { $receivedbefore }); answered { $answered } (before { $answeredbefore }); left { $left } (at the start { $carried })
weekly-quality = • Answered on time { $share }, half within { $hours } working hours; businesses confirm { $solved } solved
weekly-quality-at-once = • Answered on time { $share }; businesses confirm { $solved } solved
weekly-overdue = • Overdue: { $count } (before { $before }): { $where }; the longest #{ $code }, { $days } working days
weekly-none-overdue = • Nothing is overdue (before { $before })
weekly-where = { $department } { $count }
weekly-others = { $count } more
weekly-grown = • Grown most: { $topic }: { $count } (before { $before })
weekly-repeats = • Repeated: { $what }
weekly-common = { $topic }: { $count } cases
weekly-issues = { $count } common issues still open
weekly-reopened = reopened { $count } times
weekly-asked =
    • Asked of { $who }: { $what }, by { $by }{ $more ->
        [0] .
       *[other] ; { $more } more in the report.
    }
weekly-files = 📎 { $subject }
refused-period = Please name a period that has begun, such as /baocao 2026-W47, /baocao 2026-11, /baocao 2026-Q4 or /baocao 2026.
refused-report-task-group = Reports are the task group's and leadership's. Your department's figures: /thongke
