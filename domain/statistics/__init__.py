"""What is counted, and what is unusual."""
