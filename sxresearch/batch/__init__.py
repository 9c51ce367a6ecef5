"""Producing the briefs: one notebook per region, executed, exported and moved into place."""
