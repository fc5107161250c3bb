"""What leaders do in their chat."""
