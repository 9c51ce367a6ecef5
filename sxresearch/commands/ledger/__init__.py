"""Judgements and agreed actions on the command line."""
