## Who may say what, from where

refused-edit-done = #{ $code }: what this message said has been done and read, so editing it changes nothing. To add something, please send a new message.
refused-edit-over = #{ $code }: the case has moved on, so editing the old message changes nothing; the business still reads what was sent. To add something, please use /send #{ $code } with your words.
published-differs = ✏️ #{ $code }: the answer has just been corrected, the published one has not. Please publish it again (/publish #{ $code }) or retract it (/retract #{ $code }).
refused-as-channel = This was sent in a channel's name, so nothing was done: nobody can tell who wrote it. Please choose your own name again in the message box (tap the picture on its left) and send it once more.
