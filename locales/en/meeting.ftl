## The first meeting

greeting =
    Welcome to Gỡ Vướng, where businesses in { $province } province report what is holding them up and make proposals.

    Tell us what the problem is: write, or send photos, documents or a voice message. Your case goes to the responsible department with a deadline, and the answer comes to you right here.

    This does not replace the National Public Service Portal or the province's business portal: applications for procedures are still filed there. Denunciations are not taken here.
privacy =
    🔒 Your data
    • Who sees it: the department handling your case, and the province's Business Support Task Group. Provincial leaders see only totals, without names.
    • You can hide your identity from the department (only the task group knows it), or send anonymously (nothing in the case leads to you). Attached files are renamed and stripped of hidden details; what they show stays.
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
    • /cases: your cases. /status #CODE: where it stands and the deadline. /deadline #CODE: how the deadline is counted. /print #CODE: a receipt to print.
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
