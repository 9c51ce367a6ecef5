"""Gaps between places and between groups: how large, how sure, closing or not, and who reaches the target."""
