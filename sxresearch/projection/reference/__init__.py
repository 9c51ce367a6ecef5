"""statsmodels beside the toolkit: single series with their summary, and any projection worked out anew."""
