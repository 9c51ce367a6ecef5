"""What is said about the rows of a raw table while its numbers are read, and which of them can't be used."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.language import Text
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Key, Severity, Words
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import shown


@dataclass
class RowFindings:
    """Gathers findings on the rows of ``raw``, whose names are read already (``names``; ``good``: all of them known).

    ``bad`` are rows that are refused, ``held`` the rule that holds each one.
    """

    raw: RawTable
    register: Register
    names: pd.DataFrame
    good: np.ndarray
    findings: list[Finding] = field(default_factory=list)
    bad: np.ndarray = field(init=False)
    held: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.bad = np.zeros(len(self.raw.cells), dtype=bool)
        self.held = np.full(len(self.raw.cells), "", dtype=object)

    def say(self, rule: str, severity: Severity, rows: np.ndarray, name: str, details: Any, /, **values: Words) -> None:
        """A finding at the field ``name`` of some rows, with what stands there where no details are given."""
        if severity is Severity.REFUSE:
            self.bad[rows] = True
        if details is None:
            details = [shown(cell) for cell in self.raw.cells[name].to_numpy(dtype=object)[rows]]
        finding = self.raw.finding(rule, severity, rows, name, details, **values)
        if severity is Severity.HOLD:
            finding = _keyed(finding, self.names.iloc[rows])
        self.findings.append(finding)

    def hold(self, rule: str, here: np.ndarray) -> None:
        """Hold the values of the rows in ``here`` (a mask) that nothing holds yet."""
        fresh = here & (self.held == "") & self.good
        self.held[fresh] = rule
        if fresh.any():
            self.say(rule, Severity.HOLD, np.flatnonzero(fresh), "value", None)

    def beside_title(self, rule: str, severity: Severity, here: np.ndarray, /, **values: Words) -> None:
        """A finding on the values of some rows (a mask) and on the place where the title states a unit."""
        rows = np.flatnonzero(here & self.good)
        if not len(rows):
            return
        self.say(rule, severity, rows, "value", None, **values)
        if spot := self.raw.unit_spot:
            finding = self.findings[-1]
            self.findings[-1] = replace(finding, spots=(spot, *finding.spots))

    def by_indicator(self, rows: np.ndarray) -> list[tuple[str, np.ndarray]]:
        """Rows apart by their indicator, in the order in which these come."""
        keys = self.names["indicator"].to_numpy()[rows]
        return [(key, rows[keys == key]) for key in dict.fromkeys(keys.tolist())]

    def name(self, key: str) -> Text:
        """The indicator's name."""
        name = self.register.indicators[key].name
        return Text(name.zh, name.en)


def _keyed(finding: Finding, names: pd.DataFrame) -> Finding:
    keys = [Key(*row) for row in names[["region", "indicator", "group", "year"]].itertuples(index=False)]
    return replace(finding, spots=tuple(replace(spot, key=key) for spot, key in zip(finding.spots, keys, strict=True)))
