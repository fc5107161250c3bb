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
