"""What was promised: plans, indicators and regions, read from cited data files."""
