"""What the task group asks for and decides."""
