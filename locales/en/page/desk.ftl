# The officers' desk

write-desk = Write to your colleagues…
only-colleagues = colleagues only
writing-answer = The official answer to #{ $code }
writing-ask = A question to the business, #{ $code }
writing-note = An internal note, #{ $code }
writing-send = A word to the business, #{ $code }
writing-transfer = Why #{ $code } is passed on
writing-assign = Why, or what to do, when #{ $code } is assigned
writing-extend = Why #{ $code } needs more time (the business will read it)
writing-invite = What the other department should say to #{ $code }
writing-contribute = Your word to the lead department, #{ $code }
writing-decline = Why #{ $code } is declined and where to go instead
writing-publish = Question and answer to publish, #{ $code }
writing-others = { $name } is writing for #{ $code }
writing-stop = Do not write after all
writing-stopped = Stopped; nothing has been sent.
