"""What the administrator does: chats, recomputing, figures, checks."""
