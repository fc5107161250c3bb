## The first meeting

greeting =
    Welcome to Gỡ Vướng, where businesses in { $province } province report what is holding them up and make proposals.

    Tell us what the problem is: write, or send photos, documents or a voice message. Your case goes to the responsible department with a deadline, and the answer comes to you right here.

    This does not replace the National Public Service Portal or the province's business portal: applications for procedures are still filed there. Denunciations are not taken here.
privacy =
    🔒 Your data (version { $version } of this notice)
    • Controller: { $controller }; telephone: { $phone }.
    • Who sees it: the department handling your case and the task group. Provincial leaders see only totals. You can hide your identity from the department (only the task group knows it), or send anonymously (nothing in the case leads to you). Files are renamed and stripped of hidden details.
    • What for: to receive, handle and count cases. When its time is over it is deleted (you are told 14 days before), and only figures stay; it is gone from backups after { $days } days.
    • Your rights to see, copy, correct, withdraw consent, restrict, object, delete: type /mydata. A reply comes within 2 working days.
    • Legal basis: Law No. 91/2025/QH15.
    Please send no pictures of identity cards or passports. Read this again: /privacy
privacy-abroad = 🌐 What you write through a messenger (Telegram, Zalo) also stands on its servers; Telegram's are abroad, so your data is transferred abroad. After 48 hours we cannot delete messages there; only you can delete the chat. Messages that show the private code of an anonymous case are deleted from the Telegram chat once you have kept the code; Zalo does not let us, please delete them yourself. If you do not want that, please write on the web page.
privacy-anew = 📢 The notice on personal data has changed. Please read the new one; cases you have sent are handled as before, a new one can be sent once you agree.
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
    • /link: go on in another messenger of yours; /unlink: end that.
    • /privacy: who sees your data. /mydata: see, copy, correct or delete it.
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
