"""One region beside others: its peers, the regions above it, and the regions that it is made of."""
