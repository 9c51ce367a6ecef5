"""Rates projected from their counts: the underlying rate, and the figure that will be published."""
