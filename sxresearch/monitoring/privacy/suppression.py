"""Which figures of an observation table are not published, and the table as it is published."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.privacy.complements import Counted, held_back
from sxresearch.monitoring.privacy.published_sums import published_sums
from sxresearch.monitoring.privacy.small_counts import PROTECTED, counts_behind, is_small
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.monitoring.quality.total_and_groups import PAIRS

SUPPRESSED = "suppressed"
"""Column of a published table: whether the figure was taken out."""


@dataclass(frozen=True)
class Suppression:
    """What is not published, one entry per row of the table: the value with its numerator, and the denominator."""

    figures: np.ndarray
    denominators: np.ndarray


def suppression(table: pd.DataFrame, register: Register) -> Suppression:
    """What of ``table`` (one row per region, indicator, group and year) is not published.

    First the small counts of counties: cases, those without (of a share), and the denominator; then whatever would
    give one of them away.
    """
    counts = counts_behind(table, register)
    levels = {region.code: region.level in PROTECTED for region in register.regions}
    guarded = table["region"].map(levels).to_numpy(dtype=bool)
    small = {name: is_small(column.to_numpy()) & guarded for name, column in counts.items()}
    sizes = _CountedTable(table, register, counts[["exposure"]].to_numpy(), guarded)
    denominators = sizes.suppressed(small["exposure"], ages=False)
    cases = _CountedTable(table, register, counts[["events", "others"]].to_numpy(), guarded)
    return Suppression(cases.suppressed(small["events"] | small["others"] | denominators, ages=True), denominators)


@dataclass(frozen=True)
class _CountedTable:
    """A table with the counts of its figures."""

    table: pd.DataFrame
    register: Register
    counts: np.ndarray
    guarded: np.ndarray

    def suppressed(self, primary: np.ndarray, *, ages: bool) -> np.ndarray:
        """``primary`` and what protects it; only indicators are looked at of which anything can be told."""
        telling = primary | (self.guarded & self._beside_total_alone())
        if ages:
            telling |= self.guarded & self.table["indicator"].isin(NESTED).to_numpy()
        mine = self.table["indicator"].isin(set(self.table.loc[telling, "indicator"])).to_numpy()
        found = primary.copy()
        if mine.any():
            sums = published_sums(self.table[mine], self.register, self.counts[mine, 0], ages=ages)
            found[mine] = held_back(sums, Counted(self.counts[mine], self.guarded[mine]), primary[mine])
        return found

    def _beside_total_alone(self) -> np.ndarray:
        """Figures of women without one of men, and so on: the total less the figure is that of the others."""
        pair_of = {group: str(number) for number, pair in enumerate(PAIRS) for group in pair}
        place = self.table[["region", "indicator", "year"]].assign(pair=self.table["group"].map(pair_of))
        known = place[place["pair"].notna() & ~np.isnan(self.counts[:, 0])]
        alone = ~known.duplicated(keep=False)
        return self.table.index.isin(known.index[alone])


def as_published(table: pd.DataFrame, found: Suppression) -> pd.DataFrame:
    """The table without what is not published; column ``suppressed`` says where a figure was."""
    shown = table.copy()
    shown.loc[found.figures, ["value", "numerator"]] = np.nan
    shown.loc[found.denominators, "denominator"] = np.nan
    return shown.assign(**{SUPPRESSED: found.figures})
