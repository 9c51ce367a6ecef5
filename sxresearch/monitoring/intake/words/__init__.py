"""What the words and numbers in the cells of an office mean."""
