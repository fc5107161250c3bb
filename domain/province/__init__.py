"""The province as configured: departments, topics, service levels, read from files."""
