"""Everything the database holds, table by table: described, read in order, and put into another one."""
