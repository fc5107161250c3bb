"""Which main keys a database needs, and how everything sealed in it comes under a new one."""
