"""Messages out: claim, put into words, send, settle."""
