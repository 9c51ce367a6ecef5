"""A form filled as an office would fill it: the same figures on every run, and what a reader should find."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import load_workbook

from sxresearch.files import publish_bytes
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.template.entry_columns import POSITION
from sxresearch.monitoring.template.form import Form, FormEntry
from sxresearch.monitoring.template.form_workbook import template_bytes
from sxresearch.monitoring.template.names import cell_word
from sxresearch.terms import Basis, ObservationStatus

KEY = ["region", "indicator", "group", "year"]
READ = [*KEY, "value", "unit", "numerator", "denominator", "status", "basis", "source"]
BLANK_ROWS = 0.15  # share of the rows for which the office has no figure
REPORTED = (Basis.PRINTED, Basis.DERIVED, Basis.SECONDARY)


def write_template(form: Form, register: Register, out: Path) -> Path:
    """The form as a file."""
    return publish_bytes(out, template_bytes(form, register))


def filled(form: Form, path: Path, more: Callable[[Any], None] | None = None) -> pd.DataFrame:
    """Fill the form at ``path`` in place; gives the rows that a reader should find. ``more`` may touch the sheet."""
    book = load_workbook(path)
    sheet, rows = book["填报表"], []
    chance = random.Random(form.region.code)
    for line, entry in enumerate(form.entries, start=2):
        if chance.random() < BLANK_ROWS:
            continue
        row = _row(form, entry, line, chance)
        for key, text in _as_typed(row).items():
            sheet.cell(line, POSITION[key] + 1).value = text
        rows.append(row)
    if more is not None:
        more(sheet)
    book.save(path)
    return in_order(pd.DataFrame(rows, columns=READ))


def in_order(table: pd.DataFrame) -> pd.DataFrame:
    """The columns that a form fills, in the order of the key, as one type each."""
    numbers = dict.fromkeys(("value", "numerator", "denominator"), float)
    return table[READ].astype({"year": int, **numbers}).sort_values(KEY, ignore_index=True)


def _row(form: Form, entry: FormEntry, line: int, chance: random.Random) -> dict[str, Any]:
    value, top, bottom = _figures(entry, chance)
    return {
        "region": form.region.code,
        "indicator": entry.indicator.id,
        "group": entry.group.value,
        "year": entry.year,
        "value": value,
        "unit": entry.indicator.unit.value,
        "numerator": top,
        "denominator": bottom,
        "status": chance.choice(list(ObservationStatus)).value,
        "basis": chance.choice(REPORTED).value,
        "source": f"{entry.year}年统计年报，第{line}行",
    }


def _figures(entry: FormEntry, chance: random.Random) -> tuple[float, float | None, float | None]:
    """Value, numerator and denominator that agree; one to four decimals."""
    indicator, decimals = entry.indicator, chance.randint(1, 4)
    low, high = getattr(indicator, "plausible", None) or (indicator.lower, indicator.upper)
    low = 0.0 if low is None else low
    high = low + 50.0 if high is None else high
    aim = low + (high - low) * chance.uniform(0.3, 0.7)
    if indicator.factor is None or chance.random() < 0.2:
        return round(aim, decimals), None, None
    bottom = chance.randint(2_000_000, 9_000_000)
    top = round(aim / indicator.factor * bottom)
    return round(top / bottom * indicator.factor, decimals), top, bottom


def _as_typed(row: dict[str, Any]) -> dict[str, Any]:
    words = {column: cell_word(column, row[column]) for column in ("status", "basis")}
    return {
        name: row[name] for name in ("value", "numerator", "denominator", "source") if row[name] is not None
    } | words
