"""The edge: the programs that run, and everything that talks to a messenger."""
