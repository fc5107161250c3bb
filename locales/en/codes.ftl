## The private code of an anonymous case: kept, issued anew, last used

button-anonymous-yes = 🕶 Anonymous, this half-day
button-anonymous-now = ⚡ Send anonymously now
button-cannot-keep = I cannot type it back
button-code = 🔑 New private code
anonymous-when =
    The department gets it at a random moment in the last hour of this half of the day (before noon, before the offices close, or before midnight), with other anonymous cases, so that you are hard to guess from the hour; what is sent in that hour comes a little more than an hour later at most. If it is urgent, choose “now”: the department gets it at once, and knows when.
code-kept = ✅ Right. Your case is complete and on its way.
code-not-kept = That is not the last group of your private code. Please look at the code you were given and type its last 4 signs again.
code-not-asked = Your case is complete and on its way. Please remember: without the private code you cannot read the answer, and nobody can restore the code.
code-reminder = 🔑 You have not typed back the last 4 signs of your private code. Please do, to be sure that you have kept it; an hour after you sent it, the case goes on all the same.
code-anew =
    🔑 The new private code of case #{ $code }: { $secret }

    The old code opens nothing any more. The new one is shown once; please copy it now and give it to nobody. This message is deleted after you leave the case; on Zalo, please delete it yourself.
return-first = This code is used for the first time.
return-last = This code was last used on { $day }. If that was not you, please take a new code at once.
