"""The event that a target asks about, and its probability."""
