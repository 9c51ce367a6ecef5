"""Columns in which the same few texts stand again and again: with millions of figures each text is kept once.

They are of a categorical dtype then, and of the plain one again as soon as some of the rows are looked at.
"""

import pandas as pd

REPEATED = ("unit", "status", "basis", "source", "file")
"""What rows are neither sorted nor joined by."""


def kept_once(table: pd.DataFrame) -> pd.DataFrame:
    """The table with each text of REPEATED kept once."""
    return table.astype({name: "category" for name in REPEATED if name in table})


def in_full(table: pd.DataFrame) -> pd.DataFrame:
    """The table with plain texts in every row."""
    kept = [name for name, dtype in table.dtypes.items() if isinstance(dtype, pd.CategoricalDtype)]
    return table.astype(dict.fromkeys(kept, "str")) if kept else table
