"""A signed digest of every journal, made each day and kept where whoever runs the database cannot reach it."""
