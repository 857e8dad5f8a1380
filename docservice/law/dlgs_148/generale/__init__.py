"""What the whole decree has in common."""
