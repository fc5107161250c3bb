## What people ask about their own data

data-wish-copy = a copy of the data
data-wish-name = correct the name
data-wish-firm = correct the business's name
data-wish-withdraw = withdraw consent
data-wish-restrict = restrict the use of the data
data-wish-object = object to a use of the data
data-wish-delete = delete the data
data-is-open = waits for a reply, due { $until }
data-is-accepted = being carried out, due { $until }
data-is-done = done { $until }
data-is-refused = not carried out { $until }
data-is-dropped = taken back { $until }

button-data-copy = 📄 A copy
button-data-name = ✏️ Correct my name
button-data-firm = 🏢 Correct my business
button-data-withdraw = ↩️ Withdraw consent
button-data-restrict = ⏸ Restrict use
button-data-object = ✋ Object
button-data-delete = 🗑 Delete my data
button-data-yes = ✅ Send the request
button-data-no = ✖️ Do not send it
button-data-drop = ↩️ Take the request back
button-data-accept = 👌 Accept
button-data-carry = ✅ Carry out
button-data-carry-yes = 🗑 Delete now
button-data-refuse = ✖️ Refuse
button-data-show = Request { $number }

data-head = 🔒 What we keep about you
data-person = • Name: { $name }. Business: { $firms }
data-counts =
    • { $cases ->
        [one] { $cases } case
       *[other] { $cases } cases
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } of this chat
data-codes =
    • Cases: { $codes }{ $more ->
        [0] {""}
       *[other] { " " }and { $more } more
    }
data-since = • Kept since: { $at }
data-agreed = • You agreed on { $at }, to version { $version } of the notice
data-not-agreed = • No consent of yours is in force
data-restricted = • Use of the data has been restricted since { $at }
data-requests = Your requests:
data-line = • { $number }: { $wish } ({ $standing })
data-unlinked = Cases sent anonymously are not shown here, because nothing leads from you to them: type /ma PRIVATE-CODE, then /mydata.
data-law = Tap to ask: the task group replies within 2 working days and carries it out within 10 to 20 days, depending on what it is (Law 91/2025/QH15, Decree 356/2025/ND-CP; the texts have not been verified). What is deleted is gone for good within { $days } days, when the backups end.
data-case-head = 🔒 What we keep about case #{ $code }
data-case-counts =
    • { $entries ->
        [one] { $entries } entry of its history
       *[other] { $entries } entries of its history
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }. Sent on { $at }
data-held = • The task group has kept this case since { $at }: it is not deleted when its time is over
data-gone-files = • Attached files: deleted { $at }
data-gone-identity = • Who sent it: deleted { $at }
data-gone-words = • Its text: deleted { $at }

data-nothing-asked = Very well, no request was sent. See again: /mydata
data-words-name = Please write your right name in one message. The task group will correct it in your cases.
data-words-firm = Please write the right name of your business, with its tax code if it has one, in one message.
data-words-object = Please write in one message which use of your data you object to, and why.
data-sure-withdraw = Withdraw consent: from then on we take in nothing new from you, and an unfinished draft is deleted. Cases you have sent are still handled. Done by { $until } at the latest. Send this request?
data-sure-restrict = Restrict use: your data is kept as it is, but not published, not searched for similar cases, and not deleted when its time is over. Done by { $until } at the latest. Send this request?
data-sure-delete =
    Delete my data: texts, files and who sent them are deleted and cannot be brought back; only figures without names stay.{ $live ->
        [0] {""}
       *[other] { " " }Cases still being handled are withdrawn: { $codes }.
    }
    Done by { $until } at the latest; gone from all backups { $days } days later. What was sent through a messenger also stands on its servers: after 48 hours we cannot delete it there, so please delete the chat yourself.
    You may want a copy first. Send this request?
data-asked = 📨 Request { $number } is noted: { $wish }. The task group replies by { $answer } and carries it out by { $until } at the latest. You will be told here; whoever wrote anonymously reads it when they return with their code.
data-copy =
    📄 Request { $number }: here is the copy of your data{ $count ->
        [1] {""}
       *[other] , in { $count } files
    } (zip: data.json and your files). It is deleted from our server after 7 days; please keep it in a safe place.
data-told-accepted = 📨 Request { $number } ({ $wish }): the task group has accepted it and will carry it out by { $until }. You will be told when it is done.
data-told-extended = ⏳ Request { $number } ({ $wish }): more time is needed, until { $until }. Reason: { $reason }
data-told-refused = Request { $number } ({ $wish }) cannot be carried out. Reason: { $reason } If you disagree, you may complain to the Office of the Provincial People's Committee or to the authority for personal data protection.
data-told-dropped = Request { $number } ({ $wish }) was taken back as you wished. Nothing has changed.
data-done-name = ✅ Request { $number }: your name has been corrected.
data-done-firm = ✅ Request { $number }: your business's name has been corrected.
data-done-withdraw = ✅ Request { $number }: your consent is withdrawn. To use this channel again, just write and agree anew.
data-done-restrict = ✅ Request { $number }: the use of your data is restricted from now on.
data-done-object = ✅ Request { $number }: your objection is accepted; your data is no longer published or searched.
data-done-delete = ✅ Request { $number }: your data is deleted. The backups end within { $days } days, and then it is gone for good. You should delete this chat in your messenger yourself.

data-card-head = 🗂 Data request { $number }: { $wish } ({ $standing })
data-card-who = Of: { $who }
data-card-text = They write: { $text }
data-card-terms = Reply due: { $answer } · carry out by: { $until }
data-card-means-copy = The copy is sent by itself.
data-card-means-name = Carrying out: the name in the records and in the cases is corrected as above.
data-card-means-firm = Carrying out: the business's name in the records and in the cases is corrected as above.
data-card-means-withdraw = Carrying out: nothing new is taken in until they agree again; cases already sent go on.
data-card-means-restrict = Carrying out: not published, not searched, not deleted when its time is over.
data-card-means-object = Carrying out: not published, not searched. If you disagree, refuse with the reason.
data-card-means-delete = Carrying out: sender, texts and files are deleted; open cases are withdrawn. It cannot be undone. Where the law on archives requires the record, refuse with the reason.
data-who = { $name } ({ $firms }), cases: { $cases }
data-who-case = case #{ $code }
data-who-gone = deleted
data-group-dropped = 🗂 Data request { $number } was taken back by whoever made it.
data-list-none = No request about personal data is waiting.
data-list-head = 🗂 Requests about personal data waiting: { $count }. Refuse: /datarequests NUMBER refuse REASON. More time (once): /datarequests NUMBER extend REASON.
data-list-line = • { $number }: { $wish }. Due: { $due }
data-carry-sure = 🗑 Request { $number }: deletes all data of { $who }. It cannot be undone. Tap again to delete.
data-refusal-question = Request { $number }: why is it refused? Reply to this message with the reason; whoever asked reads exactly that.
data-morning = 🗂 Requests about personal data due: { $count }
group-renamed = ✏️ #{ $code }: the name of the sender or of the business was corrected at their request.
told-renamed = the sender's name was corrected at their request

refused-data-accepted = Request { $number } has been accepted already.
refused-data-extended = Request { $number } has been given more time once; the law allows no more.
refused-data-settled = Request { $number } has ended.
refused-data-task-group = Requests about personal data are decided by the task group.
refused-requests-task-group = Requests about personal data are decided by the task group.
refused-data-reason = Please give the reason (at least three words): /datarequests { $number } refuse REASON. Whoever asked will read it.
refused-data-words = Please write it as one text message, without files. To leave it: /cancel
refused-data-asked = You have made this request already, and it is waiting. See: /mydata
refused-data-command = It is not clear what to do with request { $number }. Write: /datarequests { $number } refuse REASON, or extend REASON; or tap a button under the request.
refused-no-data-request = There is no data request { $number }. See the list: /datarequests
expiry-told = 🗄 Case { $codes } ended long ago. As its time is over, its files and who sent it are deleted after { $at }, and its text later; only figures without names stay. It is gone from backups { $days } days after that. You need not do anything; if you want a copy, type /mydata before then.
data-erased = The text of this case was deleted, because its time was over or on request, so nothing can be added any more. If you are still held up, please send a new case.

## Who saw who is behind a hidden case

accesses-none = Nobody has seen yet who is behind a hidden case.
accesses-head = 🔎 The last { $count } times somebody saw, or was given, who is behind a hidden case (one line per person, case and day; no business is named):
access-case = • { $at } · { $name } ({ $who }) opened case #{ $code } in full
access-named = • { $at } · { $who } was told who filed case #{ $code }; decided by { $name } (task group)
access-copy = • { $at } · somebody was given the copy of their own data
access-copy-of-case = • { $at } · whoever filed case #{ $code } was given the copy of their own data
access-export = • { $at } · { $name } exported all data at the server itself

## What the task group keeps beyond its time

card-held = 🗄 Kept beyond its time since { $at }: { $reason }
told-held = kept it beyond its time
told-let-go = let it go
hold-begun =
    🗄 #{ $code } is kept and not deleted when its time is over.
    Reason: { $reason }
    Once that is no longer needed: /hold #{ $code } release
hold-ended = 🗄 #{ $code } is let go: its data is deleted when its time is over, after the sender has been told, where they can be reached.
hold-none = No case is kept beyond its time. To keep one: /hold #CODE REASON
hold-head = 🗄 { $count ->
        [one] 1 case is
       *[other] { $count } cases are
    } kept beyond the usual time. To let one go: /hold #CODE release
hold-line = • #{ $code }, since { $at }: { $reason }
hold-more = … and { $count } more
held-longer = 🗄 Case #{ $code }: the task group has to keep it, so the data is not deleted on the day you were told. Once it is let go, you are told before anything is deleted. To see or ask about your data: /mydata
refused-hold-task-group = Only the task group keeps a case beyond its time.
refused-hold-reason = #{ $code }: please give the reason, at least three words; it goes into the case's history. For example: /hold #{ $code } the inspectorate is looking at it. To let it go: /hold #{ $code } release
refused-not-held = #{ $code } is not being kept. To keep it: /hold #{ $code } REASON
refused-data-held = Request { $number } cannot be carried out yet: { $codes } is kept beyond its time. Let it go and delete then: /hold #{ $first } release. Or refuse with the reason: /datarequests { $number } refuse REASON
