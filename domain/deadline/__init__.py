"""When something is due, and why: calendars, promises, explanations."""
