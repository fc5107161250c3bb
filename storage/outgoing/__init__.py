"""Messages to deliver: queued with what caused them, leased, settled."""
