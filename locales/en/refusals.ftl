## Refusals

refused-return-code = That is not a private code we know. Please check every letter and type it again, for example: /ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = Too many wrong tries. Please wait an hour before typing your private code again.
refused-return-none = No anonymous case is open in this chat. To open one: /ma and your private code.
refused-return-over = The anonymous case is closed in this chat. To open it again: /ma and your private code.
refused-unmask-anonymous = #{ $code } was filed anonymously: nothing in it leads to its sender, so there is nobody to name.
refused-unmask-open = #{ $code } is open already; the department sees the name of the business.
refused-unmask-nobody = #{ $code } is with no department yet. Please assign it first, and name the business only if it is really needed.
refused-unmask-accused = #{ $code } is about the conduct of officials: its sender is named to nobody but the office that handles such matters.
refused-unmask-task-group = Only the task group may name a business that hides its identity. Please ask it, with your reason.
refused-unmask-reason = #{ $code }: please give the reason, at least three words; the business will read it. For example: /neuten #{ $code } original papers must be compared
refused-accused = #{ $code } is about officials of that very department, so it cannot go there, and that department cannot be asked to co-operate. Please ask the task group.
refused-accepted = { $name } was first to accept case #{ $code }. You can still add an internal note or help with the answer.
refused-explained = Case #{ $code } is already noted as answered by an explanation. If more has been done since, send a new answer.
refused-answered = { $name } has answered case #{ $code }. To add to it, use /send #{ $code } text; to correct it, the author edits the original message.
refused-bind-code = This code is wrong, used or older than 24 hours. Please ask the administrator for a new one and type: /bind CODE
refused-button = This button no longer works. See the latest message, or type /details #CODE.
refused-button-own = This button no longer works. See the latest message, or type /cases.
refused-code-group = This code is for a group chat. Please type /bind CODE in the group.
refused-code-private = This code is for an administrator. The whole group has seen it, so it is void now. Please get a new one and type /bind CODE in a private chat with the bot.
refused-decline-reason = #{ $code }: please give the reason and where the business should go instead, in at least three words; the business will read it.
refused-department-first = Please choose a department before sending. If you are not sure, type “don't know” and the task group decides.
refused-empty = There is nothing in it yet. Please write a few words, or send a photo or document, and try again.
refused-error = Something broke on our side. What you sent was kept and the administrator has been told; no need to send it again. To see where things stand, type /cases.
refused-extend = #{ $code }: please give the days (1 to { $longest }) and a reason of at least two words, for example /extend #{ $code } 3 awaiting the ministry
refused-file-size = The file “{ $name }” is larger than { $size } MB and was not taken. Please send a smaller one, or split it.
refused-held-done = { $name } has already dealt with this; it was not sent again.
refused-issue-cases = #{ $code }: please name the cases to put in or take out, for example /issues #{ $code } add #LS26-00012
refused-issue-closed = The systemic issue #{ $code } is closed and can no longer be changed. See it: /issues #{ $code }
refused-issue-no-case = There is no case { $case }; nothing was changed. Please check the code and type it again.
refused-issue-open = This has become the systemic issue #{ $code }. See its cases: /issues #{ $code }
refused-issue-result = #{ $code }: please write the result, for example /issues #{ $code } close The rule was changed
refused-issue-verb = #{ $code }: there are only “add”, “remove” and “close”, for example /issues #{ $code } add #LS26-00012
refused-issues-task-group = Systemic issues are opened and followed by the task group, in its own group.
refused-no-issue = There is no systemic issue #{ $code }. See the open ones: /issues
refused-which-issue = Please write the code of the systemic issue, for example /issues #VD26-003. See the codes: /issues
refused-language = We speak Tiếng Việt, English and 中文. Please type /language vi, /language en or /language zh.
refused-no-case = You have no open case. To file one, just write what is holding you up; for an older case, /status #CODE.
refused-no-draft = There is nothing unfinished any more. Please write your matter again, or see what you have filed: /cases
refused-not-bound = This group is not bound to a department. Please ask the administrator for a code and type here: /bind CODE
refused-not-your-case = This is not one of your cases. Please check the code, or see your list: /cases
refused-not-your-department = That case is not with this group. Please check the code, or ask the task group.
refused-nothing-held = Nothing is waiting any more. Please send it again, or see your cases: /cases
refused-reopen-window = Case #{ $code } could be reopened until { $until }. Please file a new matter and name this code.
refused-same-department = Case #{ $code } is already with this department. Please choose another.
refused-extend-short = #{ $code }: it would be due { $deadline } and still be late. Please extend it by more, or answer the business now.
refused-asked-enough = Questions have stopped the clock of case #{ $code } for { $days } working days in all, the most there is. To ask more, please use /send; the clock goes on.
refused-second-extension = Case #{ $code } has been extended once; the task group decides on more.
refused-proposal-done = This proposal on case #{ $code } has been decided or replaced. Please look at the newest card.
refused-parts = Case #{ $code } already has { $most } co-operating departments; no more can be invited.
refused-invite = #{ $code }: please say in at least two words what you need, for example /invite so-xay-dung #{ $code } confirm the zoning
refused-lead-only = Your department co-operates on this case; that is for the lead department. To give your opinion, reply to the card or type /contribute.
refused-topics = Please type /topics on for one topic a case, or /topics off for one stream.
refused-unknown-command = There is no such command. To file a matter, just write it in words.
refused-unknown-officer-command = There is no such command; nothing was sent. See the commands: /help
refused-stars = Please give 1 to 5 stars: type a number from 1 to 5.
refused-state = Case #{ $code } is “{ $state }”, so this is not possible now. See what happened: /details #{ $code }
refused-state-own = Case #{ $code } is “{ $state }”, so this is not possible now. See what happened: /status #{ $code }
refused-task-group-only = Only the task group can assign a case. You can use “Transfer” with a reason.
refused-tax-code =
    One digit of the tax code “{ $code }” may be wrong{ $last ->
        [none] { "" }
       *[other] { " " }(if the first nine are right, the tenth is { $last })
    }. Please look at your certificate and type { $named ->
        [yes] the code alone again (the name is kept)
       *[no] it again
    }, or just the name.
refused-too-many-guesses = Too many wrong codes. Please wait an hour, or ask the administrator for a new one.
refused-transfer-reason = #{ $code }: please give the reason for the transfer in at least two words, and try again.
refused-which-card = Please reply to the card of the case, or write its code after the command, for example /answer #CODE text
refused-which-case = You have several cases. Please add the code, for example /status #CODE; your codes: /cases
refused-which-withdrawn = Which case would you like to take back? Please type /withdraw with its code, for example /withdraw #CODE
refused-which-department = There is no department “{ $text }”. Please type its name in full or short, such as Department of Construction, or use the button on the card.
refused-other-code = These words also name #{ $code }, somebody else's case, so nothing was sent. Please leave that code out and write to #{ $here } alone.
refused-link-anonymous = Something anonymous is under way here, so no account is linked: an anonymous matter is joined to nobody. Type /exit to close it, and try again.
refused-link-role = An account with an administrator's role cannot be linked. Please use one of your own for the business.
refused-link-consent = Please agree to the privacy notice first, then type /link again. If you have a code from your other account, type /link CODE.
refused-link-linked = This account is linked already. To unlink: /unlink
refused-link-cases = There are cases or a draft here. Please do it the other way round: type /link here for a code, and give it on your other account.
refused-link-request = Request { $number } about personal data, made from this account, is still waiting. Please wait until it is carried out, or take it back (/mydata), and link the accounts then.
refused-link-code = The code is wrong, used, older than 10 minutes, or of an account on the same messenger. Please type /link on your other account for a new one.
refused-link-late = The question whether to link has expired or is gone; nothing has changed. To link, type /link on the other account for a new code.
refused-not-linked = This account is not linked to any other. To link: /link
