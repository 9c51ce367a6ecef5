"""The names in a raw table: regions, indicators, groups, years, states and days, each different cell read once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.language import Text, word
from sxresearch.monitoring.findings import Finding, Severity
from sxresearch.monitoring.intake.name_findings import NameFindings
from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.shapes.raw_table import RawTable
from sxresearch.monitoring.intake.words.cells import UnsureCell, blank, folded, shown, text_of
from sxresearch.monitoring.intake.words.region_words import RegionWord, together
from sxresearch.monitoring.intake.words.vocabulary import BASES, GROUPS, STATUSES, UNDER
from sxresearch.monitoring.intake.words.year_words import never_word, year_of
from sxresearch.terms import Basis, Group, Language, ObservationStatus

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00:00)?|(\d{4})(\d{2})(\d{2})")


@dataclass
class Dimensions:
    """Reads one raw table; ``read`` gives the columns, which rows are good, and the findings."""

    raw: RawTable
    headings: Headings
    today: date
    found: NameFindings = field(init=False)

    def __post_init__(self) -> None:
        self.found = NameFindings(self.raw, self.headings)

    def read(self) -> tuple[pd.DataFrame, np.ndarray, list[Finding]]:
        """Columns of names and years, a mask of rows without fault, and what was found."""
        indicator, named_group, named_unit = self._indicators()
        columns: dict[str, np.ndarray] = {
            "region": self._regions(),
            "indicator": indicator,
            "group": self._groups(named_group),
            "year": self._years(),
            "status": self._words("status", STATUSES, ObservationStatus.FINAL),
            "basis": self._words("basis", BASES, Basis.PRINTED),
            "source": self._sources(),
            "reported_at": self._days(),
            "name_unit": named_unit,
        }
        self._not_ended(columns["year"], columns["reported_at"])
        return pd.DataFrame(columns), ~self.found.bad, self.found.findings

    def _regions(self) -> np.ndarray:
        find = self.headings.regions.find
        codes, cells = self.raw.different("region")
        too, others = self.raw.different("region_too")
        pairs, which = np.unique(np.stack([codes, too]), axis=1, return_inverse=True)
        words = [self._region(cells[one], others[two], find) for one, two in pairs.T]
        texts = [shown(cells[one]) or shown(others[two]) for one, two in pairs.T]
        unsure = [cells[one] for one, _ in pairs.T]
        which = which.ravel()
        self.found.name_faults("region", which, texts, [item.problem for item in words], words, unsure)
        for at, item in enumerate(words):
            if item.former and not item.problem:
                today = self.headings.regions.name(item.code)
                self.found.say(
                    "region-former", Severity.NOTE, which == at, "region", found=texts[at], today=today, note=item.note
                )
        self._outside_title(which, words, texts)
        return np.array([item.code for item in words], dtype=object)[which]

    def _outside_title(self, which: np.ndarray, words: list[RegionWord], texts: list[str]) -> None:
        """Regions that lie outside the one in the title, unless they are above it: perhaps of another office's form."""
        root, within = self.raw.root, self.headings.regions.lies_within
        codes = {at: item.code for at, item in enumerate(words) if root and item.code and not item.problem}
        outside = [at for at, code in codes.items() if not (within(code, root) or within(root, code))]
        if outside:
            title = self.headings.regions.name(root)
            found = "、".join(dict.fromkeys(texts[at] for at in outside[:3]))
            self.found.say(
                "region-outside-title", Severity.NOTE, np.isin(which, outside), "region", found=found, title=title
            )

    def _region(self, cell: object, other: object, find: Callable[..., RegionWord]) -> RegionWord:
        one, root = find(cell, self.raw.root), self.raw.root
        if blank(other):
            return one
        if blank(cell):
            return find(other, root)
        two = find(other, root)
        if not self.raw.nested:
            return together(one, two)
        county = find(cell, two.code or root)
        inside = county.code and two.code and self.headings.regions.lies_within(county.code, two.code)
        return (
            county
            if inside or county.problem or county.code == two.code
            else RegionWord(problem="disagree", candidates=(county.code, two.code))
        )

    def _indicators(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        find = self.headings.indicators.find
        which, cells = self.raw.different("indicator")
        words = [None if blank(cell) or isinstance(cell, UnsureCell) else find(cell) for cell in cells]
        under = [
            None if known or blank(cell) else GROUPS.get(UNDER.sub("", folded(cell)))
            for cell, known in zip(cells, words, strict=True)
        ]
        ids = np.array([item.id if item else "" for item in words], dtype=object)[which]
        groups = np.array(
            [item.group if item else group for item, group in zip(words, under, strict=True)], dtype=object
        )[which]
        units = np.array([item.unit if item else None for item in words], dtype=object)[which]
        sub = np.array([group is not None for group in under], dtype=bool)[which]
        if sub.any():
            self._below_names(sub, ids, units)
        texts = [shown(cell) for cell in cells]
        unknown = ["" if item or group is not None else "unknown" for item, group in zip(words, under, strict=True)]
        self.found.name_faults("indicator", which, texts, unknown, words, cells)
        return ids, groups, units

    def _below_names(self, sub: np.ndarray, ids: np.ndarray, units: np.ndarray) -> None:
        """Rows 其中：城市 belong to the indicator named last above them, in the same region."""
        rows = np.arange(len(ids))
        anchor = np.maximum.accumulate(np.where(sub | (ids == ""), -1, rows))
        regions = self.raw.cells["region"].to_numpy()
        known = (
            sub
            & (anchor >= 0)
            & np.array([a >= 0 and regions[a] == regions[r] for r, a in zip(rows, anchor, strict=True)])
        )
        ids[known], units[known] = ids[anchor[known]], units[anchor[known]]
        if known.any():
            self.found.say("group-below-name", Severity.NOTE, known, "indicator")
        if (sub & ~known).any():
            self.found.say("group-without-name", Severity.REFUSE, sub & ~known, "indicator")

    def _groups(self, named: np.ndarray) -> np.ndarray:
        which, cells = self.raw.different("group")
        words = [None if blank(cell) or folded(cell) == "-" else GROUPS.get(folded(cell), "") for cell in cells]
        texts = [shown(cell) for cell in cells]
        for at, item in enumerate(words):
            if item == "":
                self.found.bad_cell(
                    "group",
                    which == at,
                    cells[at],
                    "group-unknown",
                    found=texts[at],
                    allowed=_all_words("group", Group),
                )
        if not any(item is not None for item in set(named.tolist())):
            empty = np.array([item is None for item in words], dtype=bool)[which]
            if empty.any():
                self.found.once("group-blank", empty)
            return np.array([str(Group.TOTAL if item is None else item) for item in words], dtype=object)[which]
        own = np.array(words, dtype=object)[which]
        both = np.array([a is not None and bool(b) and a != b for a, b in zip(named, own, strict=True)], dtype=bool)
        if both.any():
            self.found.say("group-twice", Severity.REFUSE, both, "group")
        group = np.where(pd.isna(own), named, own)
        empty = pd.isna(group)
        group[empty] = Group.TOTAL
        if empty.any():
            self.found.once("group-blank", empty)
        return np.array([str(item) for item in group], dtype=object)

    def _years(self) -> np.ndarray:
        which, cells = self.raw.different("year")
        words = [
            None if blank(cell) or isinstance(cell, UnsureCell) else year_of(cell, date1904=self.raw.date1904)
            for cell in cells
        ]
        for at, (cell, item) in enumerate(zip(cells, words, strict=True)):
            here = which == at
            if item and item.never:
                self.found.bad |= here
                self.found.findings.append(
                    self.raw.finding(
                        f"never-{item.never}", Severity.NOTE, np.flatnonzero(here), "year", heading=shown(cell)
                    )
                )
            elif item and item.note:
                detail = [f"{shown(cell)} → {item.year}"] * int(here.sum())
                self.found.findings.append(
                    self.raw.finding(item.note, Severity.NOTE, np.flatnonzero(here), "year", detail)
                )
            elif item is None and blank(cell):
                self.found.say("blank-year", Severity.REFUSE, here, "year")
            elif item is None and (kind := never_word(folded(cell))):
                self.found.bad |= here
                self.found.findings.append(
                    self.raw.finding(f"never-{kind}", Severity.NOTE, np.flatnonzero(here), "year", heading=shown(cell))
                )
            elif item is None:
                self.found.bad_cell("year", here, cell, "year-unreadable", found=shown(cell))
        return np.array([item.year if item else 0 for item in words], dtype=int)[which]

    def _words(self, name: str, known: dict[str, Any], default: str) -> np.ndarray:
        which, cells = self.raw.different(name)
        words = [default if blank(cell) else known.get(folded(cell), "") for cell in cells]
        empty = np.array([blank(cell) for cell in cells], dtype=bool)[which]
        if empty.any():
            self.found.once(f"{name}-assumed", empty)
        for at, item in enumerate(words):
            if item == "" and name == "status" and (kind := never_word(folded(cells[at]))):
                self.found.bad |= which == at
                self.found.findings.append(
                    self.raw.finding(
                        f"never-{kind}", Severity.NOTE, np.flatnonzero(which == at), name, heading=shown(cells[at])
                    )
                )
            elif item == "":
                family = {"status": ObservationStatus, "basis": Basis}[name]
                self.found.bad_cell(
                    name,
                    which == at,
                    cells[at],
                    f"{name}-unknown",
                    found=shown(cells[at]),
                    allowed=_first_words(known, family),
                )
        return np.array([str(item) for item in words], dtype=object)[which]

    def _sources(self) -> np.ndarray:
        which, cells = self.raw.different("source")
        own = self.raw.file.rsplit("/", 1)[-1]
        empty = np.array([blank(cell) for cell in cells], dtype=bool)[which]
        if empty.any():
            self.found.once("source-assumed", empty)
        texts = [own if blank(cell) else shown_whole(cell) for cell in cells]
        return np.array(texts, dtype=object)[which]

    def _days(self) -> np.ndarray:
        which, cells = self.raw.different("reported_at")
        days = ["" if blank(cell) else day_of(cell) for cell in cells]
        for at, day in enumerate(days):
            if day is None:
                self.found.bad_cell("reported_at", which == at, cells[at], "day-unreadable", found=shown(cells[at]))
        return np.array([day or "" for day in days], dtype=object)[which]

    def _not_ended(self, years: np.ndarray, days: np.ndarray) -> None:
        """A year later than that of the report, or of today, has no figure yet."""
        codes, different = pd.factorize(days)
        latest = np.array([int(day[:4]) if day else self.today.year for day in different], dtype=int)[codes]
        late = (years > latest) & ~self.found.bad
        for year, limit in sorted(set(zip(years[late].tolist(), latest[late].tolist(), strict=True))):
            self.found.say(
                "year-not-ended",
                Severity.REFUSE,
                late & (years == year) & (latest == limit),
                "year",
                year=str(year),
                limit=str(limit),
            )


def day_of(cell: object) -> str | None:
    """A day as 2024-05-31; none where the cell states no day."""
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    found = _DAY.fullmatch(folded(cell).replace("t00:00:00", ""))
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None


def shown_whole(cell: object) -> str:
    """A cell's text in one line."""
    return text_of(cell)


def _all_words(family: str, members: type[Group]) -> Text:
    return Text(
        "、".join(word(family, member, Language.ZH) for member in members),
        ", ".join(word(family, member, Language.EN) for member in members),
    )


def _first_words(known: dict[str, Any], family: Any) -> Text:
    """The Chinese words of a vocabulary, and the members' own names."""
    chinese = [text for text in known if not text.isascii()]
    return Text("、".join(chinese), ", ".join(family))
