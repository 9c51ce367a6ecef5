"""What is said about the names in a raw table, and which of its rows they make unusable."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sxresearch.language import Text, say
from sxresearch.monitoring.findings import Finding, Severity, Words
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import UnsureCell
from sxresearch.monitoring.intake.words.region_words import RegionWord
from sxresearch.terms import Language

MOST_NAMES = 8
"""So many unknown names get a line of their own; more stand together in one."""


@dataclass
class NameFindings:
    """Gathers findings on the names of ``raw``; ``bad`` marks the rows that can't be used."""

    raw: RawTable
    headings: Headings
    findings: list[Finding] = field(default_factory=list)
    bad: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.bad = np.zeros(len(self.raw.cells), dtype=bool)

    def name_faults(
        self, name: str, which: np.ndarray, texts: list[str], problems: list[str], words: list[Any], cells: list[Any]
    ) -> None:
        """Refuse the rows of names that are blank, unknown or not clear.

        ``which`` says which of the different cells stands in each row; the lists have an entry for each of these:
        its text, what is wrong with it (``""`` for nothing), what it was read as, and the cell.
        """
        unknown = [at for at, problem in enumerate(problems) if problem == "unknown"]
        for at in unknown:
            if isinstance(cells[at], UnsureCell):
                self._unsure(which == at, cells[at], name)
            elif not texts[at]:
                self.say(f"blank-{name}", Severity.REFUSE, which == at, name)
        named = [at for at in unknown if texts[at] and not isinstance(cells[at], UnsureCell)]
        for at in named[:MOST_NAMES]:
            self.say(
                f"{name}-unknown",
                Severity.REFUSE,
                which == at,
                name,
                found=texts[at],
                nearest=self._nearest(name, texts[at]),
            )
        if others := named[MOST_NAMES:]:
            rows = np.flatnonzero(np.isin(which, others))
            self.bad[rows] = True
            details = [texts[which[row]] for row in rows]
            self.findings.append(self.raw.finding(f"{name}-unknown-others", Severity.REFUSE, rows, name, details))
        for at, problem in enumerate(problems):
            if problem and problem != "unknown":
                self.say(
                    f"{name}-{problem}", Severity.REFUSE, which == at, name, found=texts[at], **self._about(words[at])
                )

    def _nearest(self, name: str, text: str) -> Words:
        return self.headings.indicators.nearest(text) if name == "indicator" else self.headings.regions.nearest(text)

    def _about(self, item: RegionWord) -> dict[str, str]:
        names = "、".join(f"{self.headings.regions.name(code)} {code}" for code in item.candidates)
        return {"note": item.note} if item.problem == "changed" else {"candidates": names}

    def bad_cell(self, name: str, here: np.ndarray, cell: object, rule: str, /, **values: Words) -> None:
        """Refuse the rows of a cell that can't be read, by its own rule where it has one."""
        if isinstance(cell, UnsureCell):
            self._unsure(here, cell, name)
        else:
            self.say(rule, Severity.REFUSE, here, name, **values)

    def _unsure(self, here: np.ndarray, cell: UnsureCell, name: str) -> None:
        self.bad |= here
        rows = np.flatnonzero(here)
        self.findings.append(self.raw.finding(cell.rule, Severity.REFUSE, rows, name, [cell.found] * len(rows)))

    def say(self, rule: str, severity: Severity, here: np.ndarray, name: str, /, **values: Words) -> None:
        """A finding at the rows of a mask."""
        if severity is Severity.REFUSE:
            self.bad |= here
        self.findings.append(self.raw.finding(rule, severity, np.flatnonzero(here), name, None, **values))

    def once(self, rule: str, here: np.ndarray) -> None:
        """An assumption made for many rows, said once for the sheet."""
        rows = np.flatnonzero(here)
        detail = Text(
            *(say("finding-rows", language, count=f"{len(rows):,}") for language in (Language.ZH, Language.EN))
        )
        self.findings.append(self.raw.finding(rule, Severity.NOTE, rows[:1], "none", [detail]))
