## Naming a business that hides its identity: two people, thirty days

button-name-yes = 🔓 Agree to name it
button-name-no = ✖️ Do not name it
unmask-asked =
    🔐 #{ $code }: { $name } asks that the business, which hides its identity, be named to { $department }.
    Reason: { $reason }
    Another member of the task group has to decide: tap a button, or type /unmask #{ $code } agree (disagree). It holds for { $days } days, or until the case goes to another department; the business reads both names and the reason. What was sent to a group cannot be taken back.
    In an emergency, alone: /unmask #{ $code } emergency: reason (leadership is told at once).
unmask-refused = 🔐 #{ $code }: { $name } does not agree with { $by }'s request. The business stays unnamed.
unmask-emergency = 🚨 #{ $code }: { $name } (task group), alone, named the business that hides its identity to { $department } in an emergency. Reason: { $reason }
unmasked-emergency =
    🚨 Case #{ $code }: in an emergency one member of the task group ({ $name }) named you to { $department }; leadership was told at once.
    Reason: { $reason }
    The department sees the business's name and tax code, your name, the whole text and the original files until { $until }, or until the case goes to another department.
masked-again = 🔒 #{ $code }: the time for which the business was named is over; the card and the history hide it again. Please do not use the name for anything but this case.
masked-again-own = 🔒 Case #{ $code }: the time for which you were named is over; the case hides your identity from the department again. What it had received before cannot be taken back.
refused-unmask-decided = #{ $code }: no request to name the business is open (it was decided, or the case went to another department).
refused-unmask-own = #{ $code }: whoever asked does not decide; another member of the task group has to.
refused-unmask-parts = #{ $code } is also read by co-operating departments: a name is given to one department only, so it cannot be given now.
told-unmask-asked = asked that the business be named
told-unmask-refused = did not agree to name the business
told-masked = time of being named over, hidden again
mine-unmask-asked = a member of the task group asked to name you to the department
mine-unmask-refused = another member of the task group did not agree to name you
mine-masked = time of being named over, you are hidden again
