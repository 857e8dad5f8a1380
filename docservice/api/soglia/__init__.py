"""What happens to every request as it comes and to every answer as it leaves, whatever was called."""
