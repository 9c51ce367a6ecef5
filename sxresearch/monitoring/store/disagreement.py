"""Figures on which two stores disagree: each has its own, and neither has seen the other's and put it right."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from sxresearch.monitoring.store.reports import AMOUNTS

STORES_DIFFER = "stores-differ"
"""What holds such a figure, in the column ``held``, until it is confirmed."""


def disagreements(
    figures: pd.DataFrame, chosen: np.ndarray, contexts: pd.DataFrame, origins: Mapping[str, frozenset[str]]
) -> np.ndarray:
    """Which chosen figures another store contradicts: True per element of ``chosen``."""
    against = opposed(figures, chosen, contexts, origins)
    return np.isin(chosen, [mine for mine, _ in against])


def opposed(
    figures: pd.DataFrame, chosen: np.ndarray, contexts: pd.DataFrame, origins: Mapping[str, frozenset[str]]
) -> list[tuple[int, int]]:
    """Places of chosen figures, each with the place of a figure that contradicts it.

    That is the last word of another store on the same figure, with other amounts and equally settled, in a report that
    no store has received which also received the chosen one: who knows both has corrected the one by the other.
    """
    names = sorted({name for uid in contexts["uid"].unique() for name in origins[uid]})
    if len(names) < 2:
        return []
    key = figures["key"].to_numpy()
    uids = contexts["uid"].to_numpy()[figures["rank"].to_numpy()]
    mine = pd.Series(chosen, index=key[chosen])
    found = []
    for name in names:
        last = _last_words(figures, key, np.array([name in origins[uid] for uid in contexts["uid"]]))
        chosen_too = mine.reindex(key[last]).to_numpy(dtype=int)
        for own, other in _unlike(figures, contexts, chosen_too, last):
            if not origins[uids[own]] & origins[uids[other]]:
                found.append((own, other))
    return sorted(set(found))


def _last_words(figures: pd.DataFrame, key: np.ndarray, of_store: np.ndarray) -> np.ndarray:
    """Places of the figures that count among those of one store."""
    places = np.flatnonzero(of_store[figures["rank"].to_numpy()] & figures["value"].notna().to_numpy())
    order = places[np.lexsort((figures["rank"].to_numpy()[places], key[places]))]
    return order[np.append(key[order][1:] != key[order][:-1], True)] if len(order) else order


def _unlike(
    figures: pd.DataFrame, contexts: pd.DataFrame, own: np.ndarray, other: np.ndarray
) -> Iterator[tuple[int, int]]:
    """Pairs of equally settled figures with different amounts."""
    settled = contexts["settled"].to_numpy()[figures["rank"].to_numpy()]
    differ = np.zeros(len(own), dtype=bool)
    for name in AMOUNTS:
        amounts = figures[name].to_numpy()
        left, right = amounts[own], amounts[other]
        differ |= (left != right) & ~np.isnan(left) & ~np.isnan(right)
    differ &= settled[own] == settled[other]
    yield from zip(own[differ].tolist(), other[differ].tolist(), strict=True)
