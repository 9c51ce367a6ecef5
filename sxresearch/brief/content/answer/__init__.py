"""The four answers that stand first: how many, which, how sure, and what to do."""
