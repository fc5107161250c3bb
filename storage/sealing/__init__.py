"""What hides an author is sealed under a main key that lies outside the database."""
