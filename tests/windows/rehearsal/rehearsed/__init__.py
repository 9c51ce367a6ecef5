"""What Windows does otherwise, one module for each kind of difference."""
