"""Complementary suppression: which further figures must be held back so that none can be worked out from the rest.

As long as a published whole less its published parts is a small count, or a single figure that is held back, one more
part is held back: the one with the fewest cases. Then the sums are taken together, and a figure that they still
determine is protected by one more. L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control, Springer
2001, chapter 5.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from sxresearch.monitoring.privacy.published_sums import PublishedSums
from sxresearch.monitoring.privacy.small_counts import is_small
from sxresearch.monitoring.privacy.solving import determined


@dataclass(frozen=True)
class Counted:
    """The figures that sums are made of.

    ``counts`` has the shape (figures, kinds): cases, and of a share those without; NaN where unknown. ``guarded``
    says which figures belong to places whose small counts are not published.
    """

    counts: np.ndarray
    guarded: np.ndarray


def held_back(sums: PublishedSums, counted: Counted, primary: np.ndarray) -> np.ndarray:
    """``primary`` (one entry per figure), and as many more as it takes."""
    hidden = primary.copy()
    while True:
        needy = _telling(sums, counted, hidden)
        if not needy.any():
            needy = determined(sums, hidden)
            if not needy.any():
                return hidden
        hidden[_one_more(sums, counted.counts[:, 0], hidden, needy)] = True


def _telling(sums: PublishedSums, counted: Counted, hidden: np.ndarray) -> np.ndarray:
    """The sums that alone give a figure away."""
    add = partial(np.bincount, sums.sums, minlength=len(sums.whole))
    behind = add(hidden[sums.parts].astype(float))
    shown = add() - behind
    subtracted = np.zeros(len(sums.whole), dtype=bool)
    for column in counted.counts.T:
        rest = column[sums.whole] - add(np.where(hidden[sums.parts], 0.0, np.nan_to_num(column[sums.parts])))
        each_one = (behind > 1) & (rest > 0) & (rest <= behind)  # five counties with five cases: one each
        subtracted |= (is_small(rest) | each_one) & (shown > 0)
    subtracted &= (behind > 0) | (sums.open & add(counted.guarded[sums.parts].astype(float)).astype(bool))
    alone = (behind == 1) & ~sums.open
    return np.where(hidden[sums.whole], (behind == 0) & ~sums.open, alone | subtracted)


def _one_more(sums: PublishedSums, size: np.ndarray, hidden: np.ndarray, needy: np.ndarray) -> np.ndarray:
    """For each needy sum the visible part with the fewest cases, but some; where none is left, the whole."""
    free = needy[sums.sums] & ~hidden[sums.parts]
    rows = pd.DataFrame({"sum": sums.sums[free], "row": sums.parts[free]})
    rows = rows.assign(none=size[rows["row"]] == 0, size=size[rows["row"]])
    rows = rows.sort_values(["sum", "none", "size", "row"], kind="stable").drop_duplicates("sum")
    without = np.setdiff1d(np.flatnonzero(needy), rows["sum"])
    return np.concatenate([rows["row"].to_numpy(dtype=int), sums.whole[without]])
