## Files that did not arrive

file-refused = ⚠️ The file “{ $name }” could not be sent here: the messenger refuses it. Please open it on the web page, or ask for it in another form.
file-refused-right = ⚠️ The file “{ $name }” could not be sent here: this chat does not allow such files. Please let the group’s administrator allow them, and ask for it again.
file-refused-size = ⚠️ The file “{ $name }” could not be sent here: it is too large for the messenger.
file-lost = ⚠️ The file “{ $name }” you have just sent cannot be read, or is empty. Please send it again; everything else has arrived.
file-lost-size = ⚠️ The file “{ $name }” you have just sent is too large and was not taken. Please send a smaller one; everything else has arrived.
