"""What officers do in their department's chat."""
