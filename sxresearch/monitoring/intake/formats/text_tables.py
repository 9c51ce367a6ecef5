"""Delimited text cut into rows, with the line on which each begins; a stray quotation mark never swallows rows."""

import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS = ("\t", ",", ";", "|")
SAMPLE_LINES = 200
_BREAK = re.compile(r"\r\n|\n|\r")
_DECLARED = re.compile(r"\ufeff?sep=(.)(?:\r\n|\n|\r|\Z)", re.IGNORECASE)


class OpenQuote(ValueError):
    """A quotation mark opens on line ``line`` and closes so late that it is unclear where the rows end."""

    def __init__(self, line: int):
        super().__init__(f"quotation mark opened on line {line}")
        self.line = line


@dataclass(frozen=True)
class TextTable:
    """Rows of fields, the line number of each (from 1), and the sign between fields."""

    rows: list[list[str]]
    lines: list[int]
    delimiter: str


def text_table(text: str) -> TextTable:
    """Cut a text into rows and fields.

    A field in quotation marks may hold delimiters and line breaks. A quotation mark that opens a field and is not
    closed right before a delimiter or the end of a line is a letter like any other.

    Raises
    ------
    OpenQuote
        If a quoted field runs over line breaks in such a way that it holds a row or changes the number of columns.
    """
    line = 1
    declared = _DECLARED.match(text)
    if declared:
        text, line = text[declared.end() :], 2
    delimiter = declared[1] if declared else sniffed(text)
    if '"' not in text:
        rows = [part.split(delimiter) for part in _BREAK.split(text)]
        return TextTable(rows, list(range(line, line + len(rows))), delimiter)
    return _quoted_table(text, delimiter, line)


def sniffed(text: str) -> str:
    """The delimiter that cuts most of the first lines into equally many fields; of several the one giving more."""
    lines = [line for line in _BREAK.split(text[: SAMPLE_LINES * 2000])[:SAMPLE_LINES] if line.strip()]
    scores = {
        delimiter: _evenness([_outside_quotes(line).count(delimiter) for line in lines]) for delimiter in DELIMITERS
    }
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best][0] else ","


def _evenness(counts: list[int]) -> tuple[int, int]:
    """How many lines have the commonest number of delimiters (0 left out), and that number."""
    common = Counter(count for count in counts if count).most_common(1)
    if not common:
        return 0, 0
    number, lines = common[0]
    return lines, number


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line) if '"' in line else line


def _quoted_table(text: str, delimiter: str, line: int) -> TextTable:
    field = re.compile(rf'"((?:[^"]|"")*)"(?={re.escape(delimiter)}|[\r\n]|\Z)')
    rows: list[list[str]] = []
    lines: list[int] = []
    suspects: list[tuple[int, int, int]] = []
    at, end = 0, len(text)
    while True:
        row, at, after, swallowed = _row(text, at, field, delimiter, line)
        rows.append(row)
        lines.append(line)
        suspects += [(len(rows) - 1, opened, count) for opened, count in swallowed]
        line = after
        if at > end:
            break
    _check_quotes(rows, suspects)
    return TextTable(rows, lines, delimiter)


def _row(
    text: str, at: int, field: re.Pattern[str], delimiter: str, line: int
) -> tuple[list[str], int, int, list[tuple[int, int]]]:
    """One row: its fields, where the next begins (beyond the end: none) and its line, and fields over several lines."""
    row: list[str] = []
    swallowed: list[tuple[int, int]] = []
    while True:
        quoted = field.match(text, at) if text.startswith('"', at) else None
        if quoted:
            row.append(quoted[1].replace('""', '"'))
            breaks = len(_BREAK.findall(quoted[1]))
            if breaks:
                swallowed.append((line, quoted[1].count(delimiter)))
            line, at = line + breaks, quoted.end()
        else:
            stop = _next(text, at, delimiter)
            row.append(text[at:stop])
            at = stop
        if not text.startswith(delimiter, at):
            break
        at += 1
    found = _BREAK.match(text, at)
    return row, (found.end() if found else len(text) + 1), line + 1, swallowed


def _next(text: str, at: int, delimiter: str) -> int:
    ends = [text.find(sign, at) for sign in (delimiter, "\n", "\r")]
    return min((end for end in ends if end >= 0), default=len(text))


def _check_quotes(rows: list[list[str]], suspects: list[tuple[int, int, int]]) -> None:
    """Refuse a field over several lines that holds as many delimiters as a row has, or makes its row odd."""
    if not suspects:
        return
    several = {row for row, _, _ in suspects}
    others = Counter(len(row) for number, row in enumerate(rows) if number not in several and any(row))
    width = others.most_common(1)[0][0] if others else max(len(row) for row in rows)
    for number, line, delimiters in suspects:
        odd = len(rows[number]) > width or (delimiters and len(rows[number]) != width)
        if odd or (delimiters and delimiters >= width - 1):
            raise OpenQuote(line)
