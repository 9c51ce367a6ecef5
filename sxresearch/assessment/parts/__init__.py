"""An assessment in parts that need one another's figures for nothing: cut, answered, put together again."""
