"""A little Zalo Bot platform for tests, and the people who write to it; see README.md for what it does and why."""
