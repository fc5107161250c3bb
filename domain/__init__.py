"""The rules: plain Python, no clock, no database, no network."""
