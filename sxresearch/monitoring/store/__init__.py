"""The monitoring store: every vintage of every figure kept, in SQLite or PostgreSQL."""
