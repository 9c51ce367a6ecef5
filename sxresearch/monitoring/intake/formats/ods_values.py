"""What a cell of an OpenDocument spreadsheet holds, by the type it states itself."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from math import isfinite

from sxresearch.monitoring.intake.formats.sheets import Value

_LENGTH = re.compile(r"(-?)P(?:(\d{1,7})D)?T?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7}(?:[.,]\d+)?)S)?")
_REFERENCE = re.compile(r"\[([^\]]*)\]")
UNREADABLE = "#?"
"""Mark of a cell whose content breaks its own type."""


def typed_value(given: Mapping[str, str], shown: str) -> tuple[Value, str, str]:
    """The value of a cell, the mark it carries (``percent``, ``error`` or none) and the error's name.

    ``given`` are the cell's attributes, ``shown`` its text. A currency's value is taken as a number.
    """
    kind = given.get("office:value-type") or given.get("calcext:value-type") or ""
    if given.get("calcext:value-type") == "error":
        return None, "error", shown or "#VALUE!"
    if kind in ("float", "percentage", "currency"):
        number = _number(given.get("office:value", ""))
        if number is None:
            return None, "error", UNREADABLE
        return number, "percent" if kind == "percentage" else "", ""
    if kind == "boolean":
        return given.get("office:boolean-value") == "true", "", ""
    if kind in ("date", "time"):
        moment = _moment(given)
        return (None, "error", UNREADABLE) if moment is None else (moment, "", "")
    return given.get("office:string-value", shown), "", ""


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
