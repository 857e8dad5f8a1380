"""What each document asks."""
