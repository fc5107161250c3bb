"""Inputs nobody would send, by the thousand: a short run in the suite, a long one by `make soak`."""
