"""The monitoring store on the command line."""
