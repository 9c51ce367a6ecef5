"""Pieces of a Word document: headings, paragraphs, tables with repeated heads, described pictures."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from sxresearch.brief.charts.palette import HEAD, STATUS_COLOURS, six_digits
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.office.word_style import TEXT_WIDTH
from sxresearch.safe_text import visible
from sxresearch.terms import Status

_PER_LINE = 2  # pictures beside one another
_AIR = 0.3  # cm that a picture stays narrower than its share of the line
_SMALL = 9.0  # points: the least that official tables are set in


@dataclass(frozen=True)
class Marked:
    """The text of a cell in the colour of a status."""

    text: str
    status: Status


Cell = str | Marked


def status_cell(row: TargetRow) -> Marked:
    """Shape and word of a target's status."""
    return Marked(f"{row.symbol} {row.status_word}", row.status)


def heading(document: Any, text: str, level: int = 1) -> None:
    """A real heading."""
    document.add_heading(visible(text), level)


def paragraph(document: Any, text: str, *, bold: bool = False, size: float | None = None) -> None:
    """A paragraph; nothing for an empty text."""
    if not text:
        return
    run = document.add_paragraph().add_run(visible(text))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)


def bullets(document: Any, texts: Iterable[str], style: str = "List Bullet") -> None:
    """A list."""
    for text in texts:
        document.add_paragraph(visible(text), style=style)


def table(
    document: Any,
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    widths: Sequence[float],
    size: float = _SMALL,
) -> None:
    """A table with a caption above it; its head is repeated on every page. ``widths`` are shares of the text width."""
    lines = list(rows)
    document.add_paragraph(visible(caption), style="Caption")
    made = document.add_table(rows=len(lines) + 1, cols=len(heads), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    whole = sum(widths)
    sizes = [Cm(TEXT_WIDTH * share / whole) for share in widths]
    for column, width in zip(made.columns, sizes, strict=True):
        column.width = width
    for position, (line, texts) in enumerate(zip(made.rows, [heads, *lines], strict=True)):
        head_line(line._tr, head=position == 0)
        for cell, text, width in zip(line.cells, texts, sizes, strict=True):
            cell.width = width
            _fill(cell, text, size=size, head=position == 0)
    describe(made, caption)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def head_line(line: Any, *, head: bool) -> None:
    """A line of a table (``w:tr``) that stays whole; a head is repeated on every page."""
    properties = line.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: Any, text: Cell, *, size: float, head: bool) -> None:
    block = cell.paragraphs[0]
    block.paragraph_format.space_after, block.paragraph_format.line_spacing = Pt(0), 1.0
    shown = text.text if isinstance(text, Marked) else text
    run = block.add_run(visible(shown))
    run.font.size, run.bold = Pt(size), head or None
    if isinstance(text, Marked):
        run.font.color.rgb = RGBColor.from_string(six_digits(STATUS_COLOURS[text.status]))
    if head:
        shade(cell._tc)


def shade(box: Any) -> None:
    """The ground of a head's cell (``w:tc``)."""
    ground = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", six_digits(HEAD))):
        ground.set(qn(f"w:{key}"), value)
    box.get_or_add_tcPr().append(ground)


def describe(made: Any, caption: str) -> None:
    """A title for screen readers."""
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), visible(caption)[:250])
    made._tbl.tblPr.append(title)


def gallery(document: Any, drawings: Iterable[tuple[bytes, str, str]]) -> None:
    """Pictures two beside one another; each comes with a name and an alternative text."""
    block = None
    for position, (picture, name, description) in enumerate(drawings):
        if position % _PER_LINE == 0 or block is None:
            block = document.add_paragraph()
            block.paragraph_format.space_after, block.paragraph_format.line_spacing = Pt(2), 1.0
        shape = block.add_run().add_picture(io.BytesIO(picture), width=Cm(TEXT_WIDTH / _PER_LINE - _AIR))
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")  # unset, LibreOffice adds a margin of its own
        about = shape._inline.docPr
        about.set("name", visible(name)[:200])
        about.set("descr", visible(description))
