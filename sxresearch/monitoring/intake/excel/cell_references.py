"""References in formulas, in the notation of Excel (``A1``, ``$B$2:C3``, ``'2024年'!D5``)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sxresearch.monitoring.intake.formats.sheets import Place

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""The size of a sheet in Excel; LibreOffice and WPS go no further."""

_SHEET = r"(?:(?P<sheet>'(?:[^']|'')+'|[^\s!'\"(),;:=<>+*/^&{}%-]+)!)?"
_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_REFERENCE = re.compile(rf"{_SHEET}(?P<first>{_CELL})(?::(?P<last>{_CELL}))?(?![A-Za-z0-9_(.!])")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_PARTS = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_BEFORE = re.compile(r"[A-Za-z0-9_.\]\u4e00-\u9fff]")


@dataclass(frozen=True)
class Range:
    """A rectangle of cells that a formula refers to; ``sheet`` is empty for the formula's own."""

    sheet: str
    first: Place
    last: Place


@lru_cache(maxsize=20_000)
def column_index(letters: str) -> int:
    """``A`` is 0, ``XFD`` 16383."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(index: int) -> str:
    """0 is ``A``."""
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(place: Place) -> str:
    """A place as a spreadsheet names it: (0, 0) is ``A1``."""
    return f"{column_letters(place[1])}{place[0] + 1}"


def place_of(reference: str) -> Place | None:
    """The place of a reference such as ``$B$2``; none for what is no cell."""
    found = _PARTS.fullmatch(reference.strip())
    if not found:
        return None
    row, column = int(found[4]) - 1, column_index(found[2])
    return (row, column) if 0 <= row < MAX_ROWS and column < MAX_COLUMNS else None


def range_of(reference: str) -> tuple[Place, Place] | None:
    """First and last place of ``A1:C3``, or of a single cell."""
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return None
    return (min(start[0], end[0]), min(start[1], end[1])), (max(start[0], end[0]), max(start[1], end[1]))


def references_in(formula: str) -> list[Range]:
    """The cells that a formula names, texts in quotation marks left out; names and whole columns are not looked up."""
    found = []
    bare = _TEXT.sub('""', formula)
    for match in _REFERENCE.finditer(bare):
        if match.start() and not match["sheet"] and _BEFORE.match(bare[match.start() - 1]):
            continue
        places = range_of(match["first"].replace("$", "") + ":" + (match["last"] or match["first"]).replace("$", ""))
        if places:
            found.append(Range(_unquoted(match["sheet"] or ""), *places))
    return found


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads ``rows`` further down and ``columns`` further right; parts with ``$`` stay."""
    pieces, at = [], 0
    for text in _TEXT.finditer(formula):
        pieces += [_moved(formula[at : text.start()], rows, columns), text[0]]
        at = text.end()
    return "".join([*pieces, _moved(formula[at:], rows, columns)])


def _moved(piece: str, rows: int, columns: int) -> str:
    def move(match: re.Match[str]) -> str:
        sheet = f"{match['sheet']}!" if match["sheet"] else ""
        ends = [
            _PARTS.sub(lambda part: _part(part, rows, columns), end) for end in (match["first"], match["last"]) if end
        ]
        return sheet + ":".join(ends)

    return _REFERENCE.sub(move, piece)


def _part(part: re.Match[str], rows: int, columns: int) -> str:
    letters = part[2] if part[1] else column_letters((column_index(part[2]) + columns) % MAX_COLUMNS)
    number = part[4] if part[3] else str((int(part[4]) - 1 + rows) % MAX_ROWS + 1)
    return f"{part[1]}{letters}{part[3]}{number}"


def _unquoted(sheet: str) -> str:
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
