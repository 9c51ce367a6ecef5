"""The same models as statsmodels fits, one series at a time, with their summary."""
