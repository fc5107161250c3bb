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
addition-masked =
    🔒 Case #{ $code } hides who sent it. What you have just written has not gone yet; the department will read only:

    { $text }
addition-withheld =
    { $count ->
        [one] 📎 1 file (recording, film, archive…) goes to the task group alone, not to the department.
       *[other] 📎 { $count } files (recordings, films, archives…) go to the task group alone, not to the department.
    }
addition-question = If that is right, please choose to send it. If not, edit what you wrote, write more, or choose not to send; without a choice nothing leaves.
addition-dropped = What you had written was not sent; case #{ $code } is as it was. You may write again at any time.
file-withheld-late = 🔒 #{ $code }: the file “{ $name }” could not be made anew (it has a password, is damaged or is of another type), so the task group alone has it; the department does not get it. If the department should read it, please send another version (a photo, or a PDF without a password).
