"""A year of everybody's days, in an hour: `python -m tests.year --weeks 52 --cases 50000`."""
