"""Everything goes out: a folder that people and other programs can read, and that comes back into an empty database."""
