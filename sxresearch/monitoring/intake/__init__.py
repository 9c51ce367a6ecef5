"""Figures as offices send them: files of every kind and shape, read into the contract's table and findings."""
