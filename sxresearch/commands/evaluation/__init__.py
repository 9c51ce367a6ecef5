"""Evaluation reports on the command line."""
