"""Evaluation reports: the mid-term and the final one of a plan in a region, as values, Word and Excel."""
