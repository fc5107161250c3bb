"""The lists of petitions that offices keep today, as tables: what stands in which cell, and what a case makes of it."""
