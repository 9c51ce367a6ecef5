"""The rows of a region in a table of all regions, found without looking at all others each time."""

from collections.abc import Sequence

import numpy as np
import pandas as pd


class RowsByRegion:
    """A table with a column ``region``; it is looked through once."""

    def __init__(self, table: pd.DataFrame):
        self._table = table
        self._places = table.groupby("region").indices if len(table) else {}

    def of(self, regions: Sequence[str]) -> pd.DataFrame:
        """The rows of these regions, in the order and with the labels that they have in the table."""
        places = [self._places[code] for code in dict.fromkeys(regions) if code in self._places]
        rows = np.sort(np.concatenate(places)) if places else np.array([], dtype=int)
        return self._table.take(rows)
