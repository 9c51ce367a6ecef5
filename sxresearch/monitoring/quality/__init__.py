"""What is doubtful in the figures of an observation table, as values."""
