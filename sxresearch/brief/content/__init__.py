"""What a brief says, as values."""
