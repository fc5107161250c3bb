"""The same stories on every channel; a channel gives a small driver (`sides.py` says what)."""
