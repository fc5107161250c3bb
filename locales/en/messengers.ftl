## Said where a messenger cannot show it otherwise

messenger-name =
    { $network ->
        [telegram] Telegram
        [zalo_bot] Zalo Bot
        [zalo_oa] Zalo OA
        [page] Web page
        [terminal] Terminal
       *[other] { $network }
    }
typed-commands =
    ✍️ Answer with a command and the case's code, such as /{ $first } #{ $code }
    Commands: { $all }
file-link = 📎 { $name }: { $link } (opens for 24 hours)
files-elsewhere =
    { $count ->
        [one] 📎 { $count } file cannot be sent through this app; please see it on the web page.
       *[other] 📎 { $count } files cannot be sent through this app; please see them on the web page.
    }
untold = Zalo does not pass on the kind of message you have just sent (file, location, contact, quote, link). Please write in words, or send a photo or a voice message; documents can be sent on the web page.
untold-officer = Zalo does not pass this kind of message on (file, location, contact). Please write in words with the case's code, send a photo with the code in its caption, or use the desk on the web page.
refused-which-code = Please give the case's code, such as: answer #LS26-00012: your words. Commands: /help
refused-which-number = Several cases wait for a choice. Please give the number and the code, such as { $number } #LS26-00012
refused-no-such-number = There is no choice with the number { $number }. Please look at the last message with numbers, or add the case's code.

## Plans

plan-nearly-used =
    ⚠️ { $messenger }: { $used } of { $most } { $what ->
        [people] people served
        [messages] messages of this month
       *[groups] groups
    } are used. What matters least is left out first; words to businesses and departments still go out. Please order a larger plan, or move some groups to the web page.
token-lost =
    ⚠️ { $messenger }: the right to send messages has ended. What is to be sent is kept for up to three days.
    Please authorise again as docs/zalo.md tells, and restart the program; what waits is then sent by itself.
token-late =
    ⚠️ { $messenger }: the right to send messages could not be renewed yet. The present one ends at { $until }; the program keeps trying.
    Please look at the server's connection and run govuong doctor.
