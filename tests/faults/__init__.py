"""What the product does when something goes wrong, counted: messages lost, doubled, misrouted, out of order."""
