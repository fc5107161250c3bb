"""What hides an author's words and names."""
