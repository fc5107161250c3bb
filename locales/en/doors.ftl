## Who may say what, from where

refused-edit-done = #{ $code }: what this message said has been done and read, so editing it changes nothing. To add something, please send a new message.
refused-edit-over = #{ $code }: the case has moved on, so editing the old message changes nothing; the business still reads what was sent. To add something, please use /send #{ $code } with your words.
published-differs = ✏️ #{ $code }: the answer has just been corrected, the published one has not. Please publish it again (/publish #{ $code }) or retract it (/retract #{ $code }).
refused-not-member = Buttons and commands in this group are for its members. Please join the group and try again.
refused-member-unknown = Nobody could tell whether you are in this group, so nothing was done. Please try again in a few minutes; if it stays so, make the bot an administrator here.
refused-as-channel = This was sent in a channel's name, so nothing was done: nobody can tell who wrote it. Please choose your own name again in the message box (tap the picture on its left) and send it once more.

## Bindings

bindings-head = 🔗 Workplaces bound now: { $count }
bindings-line = • { $who } · “{ $title }” ({ $network }) · code { $binding } · bound by { $by }, { $at } · last used: { $used }
bindings-unknown = unknown
bindings-never = never
bindings-how = To unbind one: /unbind and its code.
refused-which-binding = No workplace has this code. See the list: /bindings
refused-unbind-administrator = Only an administrator unbinds the task group's chats and administrators. Please tell an administrator.
refused-unbind-task-group = Only the task group and administrators unbind a workplace. Please ask the task group.
refused-bindings-task-group = The list of workplaces is for the task group and administrators.
refused-rebind = This chat is the workplace of { $who }. Given to { $now }, it brings { $who } no more cases. If that is meant, please type again: /bind CODE change
unbound = 🔓 “{ $title }” is no longer the workplace of { $who } (unbound by { $by }). Its cases now go to the department's other chats, or to the task group.
unbound-here = This chat is no longer the workplace of { $who } (unbound by { $by }). No cases are sent here any more.
bound-lost = ⚠️ “{ $title }” is no longer the workplace of { $who }; it now serves { $now }. If that is wrong, please tell an administrator at once.
desk-opened = { $by } has just opened the web desk of { $who }. If that is wrong, please tell an administrator at once.
group-again = ✅ The bot is back. This group is still the workplace of { $who }; what could not be delivered is on its way again.
