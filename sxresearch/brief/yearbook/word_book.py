"""The yearbook as a Word document: a chapter for each field, a table for each indicator, definition, sources."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sxresearch.brief.charts.palette import HEAD, six_digits
from sxresearch.brief.office.word_blocks import heading, paragraph, table
from sxresearch.brief.office.word_style import TEXT_WIDTH, new_document
from sxresearch.brief.yearbook.contents import Yearbook, YearbookTable, explanation
from sxresearch.brief.yearbook.contents import heading as title_of
from sxresearch.files import publish_bytes
from sxresearch.language import say, word
from sxresearch.office_files import sealed
from sxresearch.safe_text import visible

_TWIPS = 567  # per cm
_REGION, _GROUP = 2.6, 1.6  # cm
_HALF_POINTS = 16  # size of the text in tables


def write_word_book(book: Yearbook, out: Path) -> Path:
    """Write the yearbook to ``out`` (.docx); the same book gives the same bytes."""
    document = new_document(book.title, book.language, book.mark)
    document.add_paragraph(visible(book.title), style="Title")
    _notes(document, book)
    for field in book.fields:
        heading(document, field.field.title.in_language(book.language))
        for item in field.tables:
            _indicator(document, book, item)
        names = [item.name.in_language(book.language) for item in field.unreported]
        if names:
            joined = say("brief-list-separator", book.language).join(names)
            paragraph(document, f"{say('yearbook-unreported', book.language)}: {joined}", size=9)
    buffer = io.BytesIO()
    document.save(buffer)
    return publish_bytes(out, sealed(buffer.getvalue()))


def _notes(document: Any, book: Yearbook) -> None:
    language = book.language
    if book.synthetic:
        note = say("yearbook-synthetic-note", language)
        paragraph(document, f"{say('brief-synthetic-mark', language)}: {note}", bold=True)
    heads = [say("yearbook-col-sign", language), say("yearbook-col-meaning", language)]
    rows = [[sign, meaning] for sign, meaning in book.legend]
    table(document, say("yearbook-legend", language), heads, rows, widths=[2, 15])


def _indicator(document: Any, book: Yearbook, item: YearbookTable) -> None:
    language = book.language
    heading(document, title_of(item.indicator, language), 2)
    paragraph(document, explanation(item.indicator, language), size=9)
    heads = [say("yearbook-col-region", language), say("yearbook-col-group", language), *map(str, book.years)]
    empty = say("yearbook-empty", language)
    lines = [
        [
            line.region.title(language),
            word("group", line.group, language),
            *(empty if figure is None else figure.text(language) for figure in line.figures),
        ]
        for line in item.lines
    ]
    document.element.body.insert_element_before(_long_table(heads, lines), "w:sectPr")
    sources = say("brief-list-separator", language).join(item.sources)
    paragraph(document, say("yearbook-sources", language, sources=sources), size=8)


def _long_table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Any:
    """A table as XML in one go: hundreds of regions would take minutes cell by cell."""
    year = (TEXT_WIDTH - _REGION - _GROUP) / (len(heads) - 2)
    widths = [round(cm * _TWIPS) for cm in (_REGION, _GROUP, *[year] * (len(heads) - 2))]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_row(heads, widths, head=True), *(_row(line, widths, head=False) for line in lines)]
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(texts: Sequence[str], widths: Sequence[int], *, head: bool) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{six_digits(HEAD)}"/>' if head else ""
    bold = "<w:b/>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>{_alignment(place)}</w:pPr><w:r><w:rPr>{bold}'
        f'<w:sz w:val="{_HALF_POINTS}"/></w:rPr><w:t xml:space="preserve">{escape(str(visible(text)))}</w:t></w:r>'
        "</w:p></w:tc>"
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _alignment(place: int) -> str:
    return '<w:jc w:val="right"/>' if place > 1 else ""
