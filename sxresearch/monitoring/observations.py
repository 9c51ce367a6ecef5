"""What was measured: one long table, valid or not there at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from sxresearch.errors import BadObservations, Fault
from sxresearch.monitoring.contract import COLUMNS, HELD, KEY, Register
from sxresearch.monitoring.findings import Finding, Key, refusals
from sxresearch.monitoring.intake.conflicts import one_of_each, settled_first
from sxresearch.monitoring.intake.figures import Figures
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.quality.held import held_figures, vintage_findings
from sxresearch.monitoring.repeated_texts import in_full
from sxresearch.monitoring.rows_by_region import RowsByRegion
from sxresearch.terms import Basis


@dataclass(frozen=True)
class Observations:
    """Validated monitoring data: the contract's columns, what holds a figure, and ``file`` and ``line`` of each row.

    ``value`` is a float in the indicator's unit; NaN where the office left the cell empty. Each key stands once;
    ``superseded`` holds the reports that another one of the same key replaced. ``findings`` is what was noticed on
    reading, ``judged_on`` the day that decided which years have ended (none where
    all rows say when they were reported).
    """

    table: pd.DataFrame
    sources: tuple[SourceFile, ...]
    superseded: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=list(COLUMNS)), repr=False, compare=False
    )
    findings: tuple[Finding, ...] = field(default=(), repr=False, compare=False)
    judged_on: date | None = None

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The rows that may be used for verdicts and lent to other regions: all but the held ones."""
        return self.table[self.table[HELD] == ""] if HELD in self.table else self.table

    @cached_property
    def held(self) -> pd.DataFrame:
        """The held rows, with the rule in the column ``held``."""
        return self.table[self.table[HELD] != ""] if HELD in self.table else self.table.iloc[:0].assign(**{HELD: ""})

    def of_regions(self, regions: Sequence[str]) -> "Observations":
        """The rows of some regions with the labels that they have here; what was noticed on reading stays behind."""
        table, earlier = (in_full(rows.of(regions)) for rows in self._by_region)
        return Observations(table, self.sources, earlier, judged_on=self.judged_on)

    @cached_property
    def _by_region(self) -> tuple[RowsByRegion, RowsByRegion]:
        return RowsByRegion(self.table), RowsByRegion(self.superseded)

    @property
    def synthetic(self) -> bool:
        """Whether any figure is synthetic."""
        return bool((self.table["basis"] == Basis.SYNTHETIC).any())

    def years(self) -> tuple[int, int]:
        """First and last year with a figure."""
        seen = self.table.loc[self.table["value"].notna(), "year"]
        return int(seen.min()), int(seen.max())


def observations_of(figures: Figures, *, some_value: bool = True) -> Observations:
    """The figures to be used: of each key the settled and latest report.

    Raises
    ------
    BadObservations
        If anything was refused, or (with ``some_value``) there is no value at all.
    """
    faults = list(figures.faults)
    if not faults and some_value and figures.table["value"].isna().all():
        faults += [Fault.of("observation-none", source.name) for source in figures.sources]
    if faults:
        raise BadObservations(faults)
    ordered = settled_first(figures.table)
    used = ~ordered.duplicated(list(KEY), keep="last")
    table = ordered[used].reset_index(drop=True).astype({"year": int, "line": int})
    rest = ordered[~used]
    if len(figures.earlier):
        rest = settled_first(pd.concat([figures.earlier, rest], ignore_index=True))
    rest = rest.reset_index(drop=True)
    return Observations(table, figures.sources, rest, figures.findings, figures.judged_on)


def judged(figures: Figures, register: Register, today: date) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """The table that would be used, with what holds each figure, and what the rules of plausibility find.

    Figures that are refused judge no other and are not in the table; nothing is raised.
    """
    refused = {spot.key for finding in refusals(figures.findings) for spot in finding.spots if spot.key}
    keys = figures.table[list(KEY)].itertuples(index=False, name=None)
    usable = figures.table[[Key(*key) not in refused for key in keys]] if refused else figures.table
    table, findings = held_figures(one_of_each(usable).astype({"year": int, "line": int}), register, today)
    return table, (*findings, *vintage_findings(usable, register))
