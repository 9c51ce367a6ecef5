"""How far to trust the probabilities: past targets judged again with what was known then."""
