"""Requests about personal data, what was erased, who looked at whose identity."""
