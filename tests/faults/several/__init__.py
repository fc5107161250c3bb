"""Several machines on one PostgreSQL: killed, cut off from the database, moved to its standby."""
