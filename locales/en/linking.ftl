link-code =
    🔗 Code to link: { $secret }
    Within { $minutes } minutes, open Gỡ Vướng on your other messenger (Telegram, Zalo, the web page) and type: /link { $secret }
    Please give the code to nobody: whoever has it can read your cases. It works once.
link-question =
    🔗 This code belongs to another account: { $network }, named { $name }. Are both accounts your own?
    If you link them: whoever uses that account can read and answer every case you file here, hidden ones too; here, the cases of that account can be read. No department learns of the link; anonymous cases are never joined.
    If somebody told you to type this code, please choose “Do not link”.
    Please answer before { $until }. Without an answer nothing changes. The code is spent.
link-asked =
    🔗 Your linking code has just been typed on { $network }, by { $name }. They are being asked whether to link, until { $until }.
    Whether they agree or decline, you are told here at once; without an answer nothing changes. If that was not you: as soon as you are told that it is linked, please type /unlink
link-declined = 🔗 Not linked; nothing has changed. The code is spent: to link later, type /link on the other account for a new one.
link-declined-there = 🔗 Where your code was typed ({ $network }, { $name }), linking was declined; nothing has changed. The code is spent; type /link for a new one.
link-nameless = (no name)
button-link-yes = ✅ Yes, link them
button-link-no = ✖️ Do not link
linked-here = 🔗 Linked. You can go on with your cases here; messages go where you wrote last. To unlink: /unlink
linked-there = 🔗 The account { $network }, { $name } has just been linked to you with the code you were given. If that was not you, please type /unlink at once
parted = 🔗 This account is linked no more and begins anew. Write to start.
parted-others = 🔗 Unlinked. Your cases stay with the account you began with.
link-news = 💬 There is news of case #{ $code }; it was sent where you wrote last. Write here, and what comes next is sent here.
link-news-hidden = 💬 There is news; it was sent where you wrote last. Write here, and what comes next is sent here.
