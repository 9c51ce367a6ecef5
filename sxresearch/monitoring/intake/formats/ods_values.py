"""What a cell of an OpenDocument spreadsheet holds, by the type it states itself."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from math import isfinite

from sxresearch.monitoring.intake.excel.number_formats import telling
from sxresearch.monitoring.intake.formats.cell_grid import SCALED, UNSEEN_ZERO
from sxresearch.monitoring.intake.formats.sheets import Value

_LENGTH = re.compile(r"(-?)P(?:(\d{1,7})D)?T?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7}(?:[.,]\d+)?)S)?")
_REFERENCE = re.compile(r"\[([^\]]*)\]")
_SEEN = re.compile(
    r"(?P<before>[^\d+-]*)(?P<number>[+-]?\d[\d,\u00a0 ]*(?:\.\d+)?(?:e[+-]?\d+)?)(?P<behind>.*)", re.I | re.S
)
_FRACTION = re.compile(r"\s*\d*/\d")
UNREADABLE = "#?"
"""Mark of a cell whose content breaks its own type."""
_ROUNDED = 5.0
"""Rounding to whole numbers makes no number so many times another one; a format in thousands does."""


def typed_value(given: Mapping[str, str], shown: str | None) -> tuple[Value, str, str]:
    """The value of a cell, the mark it carries (``percent``, ``error`` or none) and the error's name.

    ``given`` are the cell's attributes, ``shown`` its text (none where its writer left it to the reader's program).
    A currency's value is taken as a number.
    """
    kind = given.get("office:value-type") or given.get("calcext:value-type") or ""
    if given.get("calcext:value-type") == "error":
        return None, "error", shown or "#VALUE!"
    if kind in ("float", "percentage", "currency"):
        number = _number(given.get("office:value", ""))
        if number is None:
            return None, "error", UNREADABLE
        if shown is not None and (unseen := _unseen(number, shown)):
            return None, "error", unseen
        return (number, "percent", "") if kind == "percentage" else as_seen(number, shown or "")
    if kind == "boolean":
        return given.get("office:boolean-value") == "true", "", ""
    if kind in ("date", "time"):
        moment = _moment(given)
        return (None, "error", UNREADABLE) if moment is None else (moment, "", "")
    return given.get("office:string-value", shown or ""), "", ""


def _unseen(number: float, shown: str) -> str:
    """The mark of a number of which one sees no digit; ### only says that the column is narrow."""
    if "###" in shown or any(letter.isdigit() for letter in shown):
        return ""
    return UNSEEN_ZERO if number == 0 else SCALED


def as_seen(number: float, shown: str) -> tuple[Value, str, str]:
    """A number beside the text that its cell shows: kept; with the words around it (2.9‰); or an error.

    The error is that of a number which is shown in thousands or 万: what is seen is not what is stored.
    """
    seen = _SEEN.fullmatch(shown.strip())
    if not seen:
        return number, "", ""
    before, behind = telling(seen["before"].strip()), telling(seen["behind"].strip())
    if _FRACTION.match(seen["behind"]) and not before:
        return number, "", ""
    digits = re.sub("[,\u00a0 ]", "", seen["number"])
    decimal = re.fullmatch(r"[+-]?\d+,\d+", seen["number"])  # a decimal comma, where the program speaks German or so
    readings = [float(digits)] + ([float(seen["number"].replace(",", "."))] if decimal else [])
    if all(_another(abs(number), abs(reading)) for reading in readings):
        return None, "error", SCALED
    return (f"{before}{number!r}{behind}" if before or behind else number), "", ""


def _another(stored: float, seen: float) -> bool:
    """Whether a number is shown many times smaller or larger, which no rounding does."""
    return bool(seen and stored) and not 1 / _ROUNDED < stored / seen < _ROUNDED


def excel_formula(formula: str) -> str:
    """A formula in Excel's notation: ``of:=[.B2]*[$'2024'.C3:.C9]`` is ``=B2*'2024'!C3:C9``."""
    bare = formula.partition(":")[2] if re.match(r"[a-z]+:[=+]", formula) else formula
    return _REFERENCE.sub(lambda found: _excel_range(found[1]), bare)


def _excel_range(reference: str) -> str:
    first, _, last = reference.partition(":")
    sheet, _, cell = first.rpartition(".")
    sheet = sheet.lstrip("$")
    end = last.rpartition(".")[2]
    return (f"{sheet}!" if sheet else "") + cell + (f":{end}" if end else "")


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _moment(given: Mapping[str, str]) -> datetime | time | timedelta | None:
    if "office:date-value" in given:
        try:
            return datetime.fromisoformat(given["office:date-value"]).replace(tzinfo=None)
        except ValueError:
            return None
    found = _LENGTH.fullmatch(given.get("office:time-value", ""))
    if not found:
        return None
    days, hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if found[1] or length >= timedelta(days=1):
        return -length if found[1] else length
    return (datetime.min + length).time()
