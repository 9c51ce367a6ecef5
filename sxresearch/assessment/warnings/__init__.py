"""What deserves a warning beside the status: pace, standstill, volatility, a handful of cases."""
