## Filing

business-question =
    Which business do you speak for? Type its name and tax code, for example: Lan Anh Co., 4900001236.
    No tax code? The name alone is enough. Prefer not to say? Type “skip”.
firm-or-matter = “{ $text }”: is this the name of your business, or more of the matter? Please choose.
business-set = Your business: { $who }. You can now write what is holding you up; to change this, /business
summary-head = 📌 Please check before you send
summary-sent = ✅ Sent: #{ $code }
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
        [one] 📎 If you are hidden, 1 file (a recording, a film, an archive …) goes to the task group alone: a voice or a file like that may tell who you are. Photos, PDF, Word and Excel reach the department made anew; one that cannot be (a password, damage) goes to the task group alone, too, and you are told at once.
       *[other] 📎 If you are hidden, { $count } files (recordings, films, archives …) go to the task group alone: a voice or a file like that may tell who you are. Photos, PDF, Word and Excel reach the department made anew; one that cannot be (a password, damage) goes to the task group alone, too, and you are told at once.
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
erased = (deleted)
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
    Status: /status #{ $code } · To add something, reply to this message or write with #{ $code }.
receipt-undecided =
    ✅ Case #{ $code } has been filed
    🏛 The task group is deciding which department is responsible and will tell you.
    ⏰ Answer due by { $deadline } ({ $span }, counted from today)
    { $hidden ->
        [yes] 🔒 Your name, tax code and phone number are masked for the department; attached files are renamed and stripped of hidden details; what they show stays.
        [nameless] 📝 The department will read what you wrote as it is.
       *[no] 🏢 The department will see the name of your business.
    }

    Status: /status #{ $code } · To add something, reply to this message or write with #{ $code }.
anonymous-explained =
    🕶 Anonymous: nobody knows who you are, not even the task group. The case is kept with nothing that leads to you: the names and tax code you gave us, a name you introduce yourself with (“I am …”), and numbers of telephones, papers, accounts and plates are blotted out in your text. Names of other people are not: please look before you send.
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

    To complete it, write the code down and type its last { $tail } signs here; only then does your case go on its way (without them, an hour later).
    The code is shown only once; give it to nobody. To read the answer, add something or withdraw: type /ma { $secret } to this bot, in any app. If the code is lost, nobody can restore it.
    Once you have typed them, this message is deleted from the chat (on Zalo, please delete it yourself).
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
    🔓 Case #{ $code }: the task group (two people: { $name }) has named you to { $department }.
    Reason: { $reason }
    It sees the name of your business, its tax code, your name, the whole text and the original files until { $until }, or until the case goes to another department. If you have a question, reply to this message.
unmasked-own = 🔓 Case #{ $code }: as you asked, { $department } now sees the name of your business, its tax code, your name, the whole text and the original files.
draft-reminder =
    You have begun a matter and not sent it yet. Go on or drop it?
    Write more to go on, /cancel to drop it. It is kept for 30 days.
draft-full = A draft holds at most { $letters } characters and { $files } files; what goes beyond was not taken in. Once the case is sent, reply to its receipt to add the rest.
dropped = Dropped; nothing was sent. Whenever you need us, just write.
nothing-to-drop = There is nothing unfinished. For cases already filed see /cases; to take one back, /withdraw #CODE.
