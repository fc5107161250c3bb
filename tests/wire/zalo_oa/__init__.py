"""A little Official Account with its API for tests, and the people who write to it; see README.md."""
