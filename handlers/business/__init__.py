"""What a business does in its private chat."""
