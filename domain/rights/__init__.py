"""What people may ask about their own data, and how long anything is kept."""
