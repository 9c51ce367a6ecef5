"""The shapes of tables that offices send, each turned into a row for every figure."""
