"""Published counts that can be taken from one another: groups and total, counties and city, deaths by age."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import KEY, Register
from sxresearch.monitoring.privacy.small_counts import FEWEST_PUBLISHED
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.monitoring.quality.total_and_groups import PAIRS
from sxresearch.terms import Group


@dataclass(frozen=True)
class PublishedSums:
    """Wholes with their parts, as positions in the table of figures.

    ``whole`` and ``open`` have one entry per sum; an open sum has a part that no figure states (deaths after the
    first month, a county that reports nothing). ``sums`` and ``parts`` have one entry per part: which sum, which row.
    """

    whole: np.ndarray
    open: np.ndarray
    sums: np.ndarray
    parts: np.ndarray


def published_sums(table: pd.DataFrame, register: Register, counts: np.ndarray, *, ages: bool) -> PublishedSums:
    """Every sum among the figures whose ``counts`` (aligned with ``table``) are known; ``ages``: deaths by age too.

    A sum without a missing part that does not add up to within four is none: nothing follows from taking it apart.
    """
    known = table[list(KEY)].assign(part=np.arange(len(table)))[~np.isnan(counts)]
    links = [_groups(known), _regions(known, register), *(_ages(known) if ages else ())]
    every = pd.concat([link.assign(kind=kind) for kind, link in enumerate(links)], ignore_index=True)
    sums = every.groupby(["kind", "whole", "sum"], sort=False).ngroup().to_numpy()
    parts, number = every["part"].to_numpy(dtype=int), int(sums.max(initial=-1)) + 1
    whole, open_ = np.zeros(number, dtype=int), np.zeros(number, dtype=bool)
    whole[sums], open_[sums] = every["whole"].to_numpy(dtype=int), every["open"].to_numpy(dtype=bool)
    rest = counts[whole] - np.bincount(sums, counts[parts], minlength=number)
    kept = np.where(open_, rest > -FEWEST_PUBLISHED, np.abs(rest) < FEWEST_PUBLISHED)
    mine = kept[sums]
    return PublishedSums(whole[kept], open_[kept], (np.cumsum(kept) - 1)[sums[mine]], parts[mine])


def _groups(known: pd.DataFrame) -> pd.DataFrame:
    """A total and the two groups of a pair; open where only one of them has a figure."""
    pair_of = {group: number for number, pair in enumerate(PAIRS) for group in pair}
    keys = ["region", "indicator", "year"]
    totals = known.loc[known["group"] == Group.TOTAL, [*keys, "part"]].rename(columns={"part": "whole"})
    sides = known.assign(sum=known["group"].map(pair_of)).dropna(subset=["sum"]).merge(totals, on=keys)
    return _links(sides, sides.groupby(["whole", "sum"])["part"].transform("size") < len(PAIRS[0]))


def _regions(known: pd.DataFrame, register: Register) -> pd.DataFrame:
    """A region and those right below it; open where one of them that reports at all has no figure of the year."""
    parent_of = {item.code: item.parent for item in register.regions}
    keys = ["indicator", "group", "year"]
    below = known.assign(parent=known["region"].map(parent_of)).dropna(subset=["parent"])
    reporting = below.groupby(["parent", *keys[:2]])["region"].transform("nunique")
    present = below.groupby(["parent", *keys])["part"].transform("size")
    below = below.assign(sum=0, open=present < reporting)
    wholes = known.rename(columns={"region": "parent", "part": "whole"})
    both = below.merge(wholes, on=["parent", *keys])
    return _links(both, both["open"])


def _ages(known: pd.DataFrame) -> list[pd.DataFrame]:
    """Deaths of the first month, the first year and the first five years: what remains has no figure of its own."""
    keys = ["region", "group", "year"]
    of_age = {name: known.loc[known["indicator"] == name, [*keys, "part"]] for name in NESTED}
    found = []
    for number, (inner, outer) in enumerate(combinations(NESTED, 2)):
        both = of_age[inner].assign(sum=number).merge(of_age[outer].rename(columns={"part": "whole"}), on=keys)
        found.append(_links(both, pd.Series(True, index=both.index)))
    return found


def _links(rows: pd.DataFrame, open_: pd.Series) -> pd.DataFrame:
    return rows[["whole", "sum", "part"]].astype(int).assign(open=open_.astype(bool))
