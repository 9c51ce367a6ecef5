"""Tables put together from parts that are used up column by column: only the result is held whole."""

from collections.abc import Sequence

import pandas as pd

from sxresearch.freed_memory import give_back

MANY_ROWS = 100_000
"""From here on what each column leaves free is given back at once."""


def joined(parts: Sequence[pd.DataFrame], order: pd.Index) -> pd.DataFrame:
    """The rows of all parts, one or more with the same columns, in ``order`` (places among all rows), numbered anew.

    The parts lose their columns.
    """
    whole = {}
    for name in tuple(parts[0].columns):
        whole[name] = below_one_another([part.pop(name) for part in parts]).take(order)
        if len(order) >= MANY_ROWS:
            give_back()
    return pd.DataFrame(whole).reset_index(drop=True)


def below_one_another(columns: Sequence[pd.Series]) -> pd.Series:
    """The same column of several tables as one, numbered anew; categories of all of them are kept."""
    if all(isinstance(column.dtype, pd.CategoricalDtype) for column in columns):
        return pd.Series(pd.api.types.union_categoricals(list(columns), sort_categories=True))
    return pd.concat(list(columns), ignore_index=True)
