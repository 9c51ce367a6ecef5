"""Which formulas with a result of 0 or nothing refer to blank cells only: their result means nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sxresearch.monitoring.intake.excel.cell_references import Range, references_in
from sxresearch.monitoring.intake.formats.sheets import Formula, Place, Sheet, Value

MOST_CELLS = 5_000_000
"""Cells that are looked at in one file; formulas beyond are taken for ones with inputs."""

Rows = tuple[tuple[Value, ...], ...]


def with_blank_inputs(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with ``inputs_blank`` set in their formulas, as far as the cells referred to are in the file."""
    if not any(sheet.marks.formulas for sheet in sheets):
        return list(sheets)
    look = _Look({sheet.name.lower(): sheet for sheet in sheets})
    return [replace(sheet, marks=replace(sheet.marks, formulas=look.formulas(sheet))) for sheet in sheets]


class _Look:
    """Looks ranges up, each once."""

    def __init__(self, sheets: Mapping[str, Sheet]):
        self._sheets = sheets
        self._known: dict[Range, bool] = {}
        self._left = MOST_CELLS

    def formulas(self, sheet: Sheet) -> dict[Place, Formula]:
        """The formulas of one sheet, judged."""
        return {place: self._judged(sheet, place, formula) for place, formula in sheet.marks.formulas.items()}

    def _judged(self, sheet: Sheet, place: Place, formula: Formula) -> Formula:
        if not formula.cached or _value(sheet.rows, place) not in (0, None, ""):
            return formula
        ranges = references_in(formula.text)
        blank = bool(ranges) and all(self._blank(sheet, wanted) for wanted in ranges)
        return replace(formula, inputs_blank=True) if blank else formula

    def _blank(self, own: Sheet, wanted: Range) -> bool:
        full = replace(wanted, sheet=(wanted.sheet or own.name).lower())
        if full not in self._known:
            target = self._sheets.get(full.sheet)
            self._known[full] = target is not None and target.visible and self._all_blank(target, full)
        return self._known[full]

    def _all_blank(self, sheet: Sheet, wanted: Range) -> bool:
        (top, left), (bottom, right) = wanted.first, wanted.last
        for number in range(top, min(bottom + 1, len(sheet.rows))):
            cells = sheet.rows[number][left : right + 1]
            self._left -= len(cells) + 1
            if self._left < 0 or any(value is not None for value in cells):
                return False
        return not any(_inside(place, wanted) for place in sheet.marks.errors)


def _inside(place: Place, wanted: Range) -> bool:
    (top, left), (bottom, right) = wanted.first, wanted.last
    return top <= place[0] <= bottom and left <= place[1] <= right


def _value(rows: Rows, place: Place) -> Value:
    row = rows[place[0]] if place[0] < len(rows) else ()
    return row[place[1]] if place[1] < len(row) else None
