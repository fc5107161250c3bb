"""What counts as the same matter, and that old names find new ones."""
