"""What gives a hidden author away is planted everywhere, and searched for in everything that is shown."""
