"""What the panel reads: the answer first, then warnings, charts, gaps, doubts, method and sources."""
