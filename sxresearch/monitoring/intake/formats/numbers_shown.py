"""A number with its format: kept, marked as per cent, or turned into the moment it shows."""

from math import isfinite

from sxresearch.monitoring.intake.excel.number_formats import NumberFormat
from sxresearch.monitoring.intake.excel.serial_days import moment_of
from sxresearch.monitoring.intake.formats.cell_grid import SCALED, STRUCK, UNSEEN_ZERO, CellGrid
from sxresearch.monitoring.intake.formats.sheets import Place, Value


def put_number(grid: CellGrid, place: Place, number: float, shown: NumberFormat, date1904: bool) -> Value:
    """What the cell at ``place`` holds.

    A number shown as per cent stays as it is stored and is marked. One shown as a date arrives as that date, also
    where a year was typed and so formatted (2015 shows 1905-07-07): :func:`serial_of` leads back. A number that no
    calendar has stays a number and is marked as a date. One that is not finite is marked as an error, and so is one
    that its format shows in thousands or 万, with digits of its own or not at all: nobody can tell whether what is
    stored or what is seen was meant. A 0 that is shown as a dash, a word or nothing has a mark of its own, and so
    has a number that is struck out. A number behind which its format writes a unit (0.0"‰"), or before which 约,
    arrives as the text that one sees, with all its digits, and is read as if it had been typed so.
    """
    if not isfinite(number):
        grid.error(place, "#NUM!")
        return None
    if shown.plain:
        return number
    if shown.struck and not shown.date:
        if shown.percent(number):
            grid.mark(grid.percent, place)
        grid.error(place, f"{STRUCK}{number!r}")
        return None
    if not shown.date and shown.misleads(number):
        grid.error(place, UNSEEN_ZERO if shown.omits_zero(number) else SCALED)
        return None
    if shown.date:
        moment = moment_of(number, date1904, shown.elapsed)
        if moment is not None:
            return moment
        grid.mark(grid.dates, place)
    elif shown.percent(number):
        grid.mark(grid.percent, place)
    elif any(words := shown.words(number)):
        return grid.text(f"{words[0]}{number!r}{words[1]}")
    return number
