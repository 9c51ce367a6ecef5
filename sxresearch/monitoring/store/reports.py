"""A report as it is recorded: one reading of one file, known by a hash of its content."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pandas as pd

from sxresearch.errors import BadParameter
from sxresearch.monitoring.contract import HELD, KEY

CONTEXT = ("sheet", "unit", "status", HELD, "basis", "source", "reported_at")
"""What many figures of a report share."""
AMOUNTS = ("value", "numerator", "denominator")
RECORDED = (*KEY, *AMOUNTS, *CONTEXT, "cell", "line")
"""Columns of a report's table, in the order in which they enter its hash."""
BY_DECISION = "decision "
"""How the name in ``file`` begins where a figure was put right by a decision; ``source`` says by whom and why."""
CHINA = timezone(timedelta(hours=8))
"""In whose days the day of an import is counted."""
_UNWRITABLE = "\x00"


@dataclass(frozen=True)
class Receipt:
    """Which store (``origin``) imported a report, when (ISO 8601, UTC), and under which file name."""

    origin: str
    imported_at: str
    file: str


@dataclass(frozen=True)
class StoredReport:
    """One reading of a file of hash ``sha256``, by whom and for which day (ISO 8601, or empty) it was reported.

    ``table`` has the columns RECORDED, missing amounts as NaN.
    """

    sha256: str
    reporter: str
    reported_at: str
    table: pd.DataFrame = field(repr=False, compare=False)
    receipts: tuple[Receipt, ...] = ()

    @property
    def uid(self) -> str:
        """The hash by which every store knows this report."""
        return _digest([self.sha256, self.reporter, self.reported_at, _table_digest(self.table)])


def stamp(moment: datetime | None = None) -> str:
    """A moment (now if none) as it is recorded: ISO 8601 in UTC, so that text order is the order in time."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def day_of(moment: str) -> str:
    """The day in China of a recorded moment."""
    return datetime.fromisoformat(moment).astimezone(CHINA).date().isoformat()


def checked_day(text: str, option: str) -> str:
    """A day as ISO 8601 writes it, or empty.

    Raises
    ------
    BadParameter
        If it is none.
    """
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise BadParameter.of("store-day", "", option=option, found=text) from None


def checked_text(text: str, option: str, *, needed: bool = False) -> str:
    """A text that every database keeps as it is.

    Raises
    ------
    BadParameter
        If it holds a character that can't be kept, or nothing where something is ``needed``.
    """
    found = text.strip()
    if _UNWRITABLE in found or not found.isprintable() or (needed and not found):
        raise BadParameter.of("store-text", "", option=option, found=found.replace(_UNWRITABLE, "�"))
    return found


def uid_of(parts: Iterable[str]) -> str:
    """The hash of some texts."""
    return _digest(list(parts))


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _table_digest(table: pd.DataFrame) -> str:
    whole = hashlib.sha256()
    for name in RECORDED:
        column = table[name]
        if name in AMOUNTS:
            content = _plain(column.to_numpy(dtype=float)).astype("<f8").tobytes()
        elif name in ("year", "line"):
            content = column.to_numpy(dtype=np.int64).astype("<i8").tobytes()
        else:
            content = _UNWRITABLE.join(column.tolist()).encode()
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()


def _plain(numbers: np.ndarray) -> np.ndarray:
    """One missing number and one zero: their bits differ from machine to machine."""
    return np.where(np.isnan(numbers), np.nan, numbers + 0.0)
