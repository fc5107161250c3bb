"""The bot in a terminal: for support and demonstrations."""
