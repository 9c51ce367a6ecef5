"""Text files: CSV, tab or semicolon text in any of the encodings offices use, whatever the file is named."""

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import Budget
from sxresearch.monitoring.intake.formats.sheets import Sheet
from sxresearch.monitoring.intake.formats.text_tables import OpenQuote, TextTable, text_table

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\0\0": "utf-32-le",
    b"\0\0\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32)))) - {"\x1a", "\x1c", "\x1d", "\x1e", "\x1f"}
MOST_UTF8_FAULTS = 0.2
"""Share of letters beyond ASCII that may be broken for a text to count as damaged UTF-8, not as GB18030."""


def text_sheet(content: bytes, path: str, name: str) -> Sheet:
    """The one sheet of a text file; line numbers are those of an editor.

    Raises
    ------
    BadObservations
        If the encoding is unknown, or a quotation mark makes it unclear where rows end.
    """
    text = decoded_text(content, path)
    try:
        table = text_table(text)
    except OpenQuote as problem:
        raise BadObservations.of("intake-open-quote", f"{path}:{problem.line}", line=str(problem.line)) from None
    return _sheet(table, CellGrid(Budget(path)), name)


def _sheet(table: TextTable, grid: CellGrid, name: str) -> Sheet:
    for number, row in enumerate(table.rows):
        grid.put_row(number, [grid.text(field) if field else None for field in row])
        table.rows[number] = []
    grid.errors_in_texts()
    sheet = grid.sheet(name)
    lines = table.lines[: len(sheet.rows)]
    true_lines = lines != list(range(1, len(lines) + 1))
    return Sheet(name, sheet.rows, sheet.marks, lines=tuple(lines) if true_lines else ())


def decoded_text(content: bytes, path: str) -> str:
    """The text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else GB18030.

    Raises
    ------
    BadObservations
        If it is in none of these, is no text, or is UTF-8 with broken letters.
    """
    encoding, skipped = _encoding(content)
    try:
        text = content[skipped:].decode(encoding)
    except UnicodeDecodeError as problem:
        text = _chinese(content, path, problem) if encoding == "utf-8" and not skipped else ""
        if not text:
            raise BadObservations.of("intake-encoding", path) from problem
    if not _CONTROLS.isdisjoint(text):
        raise BadObservations.of("intake-kind-binary", path)
    return text.rstrip("\x1a").removeprefix("\ufeff")


def _encoding(content: bytes) -> tuple[str, int]:
    """The encoding, and how many bytes its mark takes."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return encoding, len(mark)
    if b"\0" not in content:
        return "utf-8", 0
    even, odd = content[::2].count(0), content[1::2].count(0)
    return ("utf-16-le", 0) if odd > even else ("utf-16-be", 0)


def _chinese(content: bytes, path: str, problem: UnicodeDecodeError) -> str:
    """The text as GB18030; UTF-8 with a few broken letters is refused, GB18030 would turn it into other letters."""
    lenient = content.decode("utf-8", errors="replace")
    broken, beyond = lenient.count("\ufffd"), sum(letter > "\x7f" for letter in lenient)
    if broken <= MOST_UTF8_FAULTS * beyond:
        line = content[: problem.start].count(b"\n") + 1
        raise BadObservations.of("intake-broken-utf8", f"{path}:{line}", line=str(line)) from problem
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
