link-code =
    🔗 Code to link: { $secret }
    Within { $minutes } minutes, open Gỡ Vướng on your other messenger (Telegram, Zalo, the web page) and type: /link { $secret }
    Please give the code to nobody: whoever has it can read your cases. It works once.
linked-here = 🔗 Linked. You can go on with your cases here; messages go where you wrote last. To unlink: /unlink
linked-there = 🔗 Another chat account has just been linked to you with the code you were given. If that was not you, please type /unlink at once
parted = 🔗 This account is linked no more and begins anew. Write to start.
parted-others = 🔗 Unlinked. Your cases stay with the account you began with.
link-news = 💬 There is news of case #{ $code }; it was sent where you wrote last. Write here, and what comes next is sent here.
link-news-hidden = 💬 There is news; it was sent where you wrote last. Write here, and what comes next is sent here.
