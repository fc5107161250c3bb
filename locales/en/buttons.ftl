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
outcome-explained = explained, not solved
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
button-explained = 💡 Explained, not solved
button-explain = 💡 Only explains
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
button-send-as-read = ✅ Send it like this
button-unsend = ✖️ Do not send
button-held-send = ➡️ Send to the business
button-held-answer = 💬 This is the answer
button-held-note = 🔒 Internal note

## Toasts

toast-accepted = Case #{ $code } is yours. Please answer before the deadline on the card.
toast-explained = #{ $code }: noted that this answer only explains; the business still says what became of it.
toast-decided = #{ $code }: noted, and the department has been told.
toast-choose = Please choose on the card.
toast-held-send = #{ $code }: sent to the business.
toast-held-answer = #{ $code }: the answer was sent; waiting for the business to confirm.
toast-held-note = #{ $code }: kept as an internal note.
