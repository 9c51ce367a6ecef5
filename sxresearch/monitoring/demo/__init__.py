"""Demonstration figures: synthetic, the same on every run, marked so in every row."""
