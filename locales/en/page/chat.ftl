# The words of the web page itself; what the bot says stands in the folder above.

brand = Gỡ Vướng
tagline = Businesses of { $province } say what holds them up, the responsible office answers
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
languages = Language
when = { $time } · { $day }/{ $month }
home = Home

# Start page
landing-title = What is holding your business up? Tell the province.
landing-lead = Write as you would in any chat. The office in charge receives it, answers by a deadline, and you can follow every step.
landing-begin = Report an obstacle
landing-begin-hint = No account needed
landing-officer = For officers
landing-step-1 = Say what is wrong
landing-step-1-more = A few lines are enough, with photos or documents if you have them. In Vietnamese, English or Chinese.
landing-step-2 = Get a case code
landing-step-2-more = Every case has a code, one responsible office and a deadline in working days.
landing-step-3 = Get the answer
landing-step-3-more = It arrives in the same chat. If it does not solve the problem, the task group looks at it again.
sample-question = We applied for our truck permits last month and have heard nothing since.
sample-receipt = Case #LS26-00042 received. The Department of Construction answers by 2 December, 17:00.
sample-answer = Department of Construction on #LS26-00042: your permits were signed this morning and are ready for you.
sample-solved = Solved
sample-not-solved = Not yet
landing-privacy = You may hide your identity from the office. Only those who handle the case can read it.

# Trying it on one machine
demo-title = Try Gỡ Vướng
demo-lead = Three roles on one page: the business writes on the left, the office answers in the middle, the task group and leadership watch on the right.
demo-business = Business
demo-department = Office
demo-oversight = Oversight
demo-choose = Choose an office
demo-open = Open
clock = Trial clock
clock-push = Skip ahead
clock-hour = 1 hour
clock-day = 1 working day
clock-week = 1 week
task-group = Task group
leadership = Leadership

# Chat
chat-with = For the businesses of { $province }
messages = Messages
service = Gỡ Vướng
you = You
edited = edited
reply = Reply
edit = Edit
replying = Replying to
editing = Editing
cancel = Cancel
write = Write a message…
attach = Attach files
send = Send
older = Older messages
newest = Newest messages
new-below = New messages
file = File
photo = Photo
file-waiting = on its way
refresh = Reload for new messages
welcome-title = Hello!
welcome-text = This is where businesses of { $province } tell the province's offices what holds them up. Press “Start”, or simply write what you need.
welcome-start = Start
desk-empty = No cases yet. A new case appears here as soon as a business files it.
leadership-empty = The weekly report and matters for leadership to decide appear here.
menu = Options
menu-cases = My cases
menu-help = Help
menu-overdue = Overdue cases
menu-figures = This week's figures
menu-link = Open on another device
menu-leave = Sign out
remove = Remove this file
not-sent = Not sent. Please check your connection and send again.
too-large = “{ $name }” is too large; the limit is { $size }.
too-many = At most 10 files at a time.
offline = Connection lost, trying again…
button-gone = This button no longer applies.

# Desk
join-title = Officers' desk
join-lead = Enter your name and the one-time code from your administrator.
join-name = Full name
join-code = One-time code
join-enter = Open the desk
name-missing = Please enter your name.
code-wrong = This code is wrong, used or expired. Please ask your administrator for a new one.
code-too-often = Too many attempts. Please wait 15 minutes and try again.

# Private link
link-title = Open on another device
link-lead = Open this link on another device to continue the conversation. Anyone who has the link can read it, so please keep it to yourself.
link-address = Private link
link-copy = Copy
link-copied = Copied
forget-lead = Do others use this device? Keep the link above, then close the conversation here. Without the link it cannot be opened again.
forget = Close on this device
link-end-lead = Has somebody else seen a link? End every link made so far. Devices on which the conversation is open stay open.
link-end = End every link
back = Back to the chat
resume-title = Switch to another conversation?
resume-lead = A different conversation is open on this device. If you continue, it will no longer be open here.
resume-enter = Continue
resume-here = Open this conversation on this device?
resume-here-lead = Please continue only if the link is your own: what you write next becomes part of this conversation.

# When something cannot be done
problem-400 = This request is not valid. Please reload the page and try again.
problem-403 = You may not do this, or your session has ended. Please open the page again.
problem-404 = This page or file was not found.
problem-409 = This message cannot be changed.
problem-413 = What you sent is too large.
problem-429 = That was too fast. Please wait a minute and try again.
problem-500 = Something went wrong on our side. Please try again in a few minutes; nothing you sent before is lost.
problem-503 = The service is busy. Please try again in a few minutes.
files-after-consent = Please agree to how your information is handled first, then send files: before you agree, no file is kept. Please send your words first, without files.
disk-low = No more files can be taken for the moment. Words can still be sent; please send files later.
too-much-sent = You have sent too much within an hour. Please send files again in an hour.

# A case on paper
print-now = Print this page
print-back = Back to the conversation
