## What officers are asked to write

writing-stop = Changed your mind? Reply “cancel”; nothing has been sent yet.
writing-stopped = Stopped; nothing has been sent.
writing-too = ⚠️ { $names } is writing for #{ $code }, too.
toast-write = #{ $code }: please write it within 30 minutes; nothing has been sent yet.
toast-writing-too = #{ $code }: { $names } is writing, too. Nothing has been sent yet.
sent-arrived = Sent at { $at }, arrived at the business.
held-together = These will go together:
held-together-line = • { $text }
held-wanted = ✍️ #{ $code }: { $name } used this as it was asked for on the card.
button-held-wanted = ✍️ As chosen on the card
toast-held-wanted = #{ $code }: done as chosen on the card.
held-tongue = 🌐 #{ $code }: the business uses { $theirs }, this is in { $ours }; nothing has been sent. To write it in { $theirs }, reply here; or choose below.
held-other-tongue = 🌐 The business uses { $theirs }; this is in another language.
button-held-anyway = ✅ Send it as it is
