"""Judgements on targets: a department's own (部门自评) and the panel's decision, each with role, day, reason, evidence.

They stand in a file of the user's own, ``data/judgements.csv``, or in the monitoring store where there is one
(:mod:`sxresearch.monitoring.ledger.kept_ledgers`). Rows are only ever added, by hand or from filled forms; no run
writes to them. They are shown beside the model's answer and never in its place. Later judgements do
not erase earlier ones: the latest of each source counts, and all are scored.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from sxresearch.errors import BadParameter, Fault
from sxresearch.language import say, word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.region_words import RegionNames
from sxresearch.monitoring.ledger.ledger_cells import RowReader, region_names, words_for
from sxresearch.monitoring.ledger.ledger_table import LedgerRow, ledger_rows, write_ledger
from sxresearch.terms import Language, Status

JUDGEMENT_COLUMNS = ("region", "target", "source", "judgement", "chance", "role", "date", "reason", "evidence", "as_of")
_OPTIONAL = frozenset({"chance", "as_of"})


class JudgementSource(StrEnum):
    """Whose judgement it is."""

    DEPARTMENT = "department"
    PANEL = "panel"


@dataclass(frozen=True)
class Judgement:
    """One judgement, in the words of our own statuses.

    ``chance`` is a probability in [0, 1] where one was given; ``as_of`` the last data year that it rested on, where it
    was said; ``evidence`` a link or the number of a document; ``where`` the place in the file.
    """

    region: str
    target: str
    source: JudgementSource
    status: Status
    chance: float | None
    role: str
    day: date
    reason: str
    evidence: str
    as_of: int | None
    where: str


@dataclass(frozen=True)
class Judgements:
    """All judgements of a file, in its order; none without a file."""

    rows: tuple[Judgement, ...] = ()
    file: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    def latest(self, region: str, target: str, source: JudgementSource) -> Judgement | None:
        """The judgement that counts: of the latest day, and of one day the later row."""
        return self._latest.get((region, target, source))

    def beside(self, region: str, target: str) -> tuple[Judgement, ...]:
        """What counts for a target of a region: the department's, then the panel's, as far as they are there."""
        found = (self.latest(region, target, source) for source in JudgementSource)
        return tuple(item for item in found if item is not None)

    @cached_property
    def _latest(self) -> Mapping[tuple[str, str, JudgementSource], Judgement]:
        ordered = sorted(self.rows, key=lambda item: item.day)
        return {(item.region, item.target, item.source): item for item in ordered}


def load_judgements(path: Path, targets: Mapping[str, Collection[str]], register: Register) -> Judgements:
    """Read judgements from a text file or workbook; none if the file is absent.

    Parameters
    ----------
    targets
        Target id to the codes of the regions that its plan binds.
    register
        Whose regions may be named.

    Raises
    ------
    BadParameter
        With every fault: missing columns, cells that say nothing definite, unknown regions and targets, regions that
        the plan does not bind, the same judgement twice.
    """
    if not path.exists():
        return Judgements()
    rows = ledger_rows(path, JUDGEMENT_COLUMNS, [name for name in JUDGEMENT_COLUMNS if name not in _OPTIONAL])
    return Judgements(checked_judgements(rows, targets, register), path.name)


def checked_judgements(
    rows: Iterable[LedgerRow],
    targets: Mapping[str, Collection[str]],
    register: Register,
    known: Judgements | None = None,
) -> tuple[Judgement, ...]:
    """The judgements of rows; refused with every fault, also those already among ``known``."""
    found, faults = _read(rows, targets, register)
    faults += _twice([*(known.rows if known else ()), *found])
    if faults:
        raise BadParameter(faults)
    return tuple(found)


def read_judgements(
    rows: Iterable[LedgerRow], targets: Mapping[str, Collection[str]], register: Register
) -> tuple[Judgement, ...]:
    """The judgements of rows, also two of one source on one target and day: the later row counts."""
    found, faults = _read(rows, targets, register)
    if faults:
        raise BadParameter(faults)
    return tuple(found)


def _read(
    rows: Iterable[LedgerRow], targets: Mapping[str, Collection[str]], register: Register
) -> tuple[list[Judgement], list[Fault]]:
    names = region_names(register)
    faults: list[Fault] = []
    found = []
    for row in rows:
        judgement, problems = _judgement(row, targets, names)
        faults += problems
        if judgement is not None:
            found.append(judgement)
    return found, faults


def write_judgements(path: Path, judgements: Judgements) -> Path:
    """Write the file as CSV that spreadsheets open with the right characters (UTF-8 with a byte order mark)."""
    return write_ledger(path, JUDGEMENT_COLUMNS, map(judgement_line, judgements.rows))


def judgement_line(item: Judgement) -> tuple[str, ...]:
    """The cells of a judgement as a file or a store keeps them."""
    chance = "" if item.chance is None else f"{100 * item.chance:g}%"
    as_of = "" if item.as_of is None else str(item.as_of)
    said = [item.region, item.target, item.source.value, item.status.value, chance, item.role, item.day.isoformat()]
    return (*said, item.reason, item.evidence, as_of)


def source_word(source: JudgementSource, language: Language) -> str:
    """What a source of judgements is called."""
    return say(f"ledger-source-{source}", language)


_SOURCES = words_for(list(JudgementSource), source_word)
_STATUSES = words_for(list(Status), lambda status, language: word("status", status, language))


def _judgement(
    row: LedgerRow, targets: Mapping[str, Collection[str]], names: RegionNames
) -> tuple[Judgement | None, list[Fault]]:
    read = RowReader(row)
    region, target = read.region(names), read.target(list(targets))
    if region and target and region not in targets[target]:
        read.refuse("ledger-unbound", "region", region=region, target=target)
    source, status = read.choice("source", _SOURCES), read.choice("judgement", _STATUSES)
    chance, day, as_of = read.chance("chance"), read.day("date"), read.year("as_of")
    role, reason, evidence = (read.text(name) for name in ("role", "reason", "evidence"))
    if read.faults or source is None or status is None or day is None:
        return None, read.faults
    return Judgement(region, target, source, status, chance, role, day, reason, evidence, as_of, row.where()), []


def _twice(found: Iterable[Judgement]) -> list[Fault]:
    """The same source on the same target twice on one day: which of them counts?"""
    seen: dict[tuple, str] = {}
    faults = []
    for item in found:
        key = (item.region, item.target, item.source, item.day)
        if key in seen:
            faults.append(Fault.of("ledger-judgement-twice", item.where, first=seen[key]))
        seen.setdefault(key, item.where)
    return faults
