"""Counts of one to four persons in a county, and every figure from which one follows: not published."""
