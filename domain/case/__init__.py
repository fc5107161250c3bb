"""The life of a case: states, moves, journal, and the messages they cause."""
