"""Judgements and actions of people beside the model's answers: where they differ, who was right, what has moved."""
