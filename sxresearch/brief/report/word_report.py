"""An evaluation report as an editable Word document: styles say what is generated and what people still write."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph

from sxresearch.brief.charts.palette import STATUS_COLOURS, six_digits
from sxresearch.brief.charts.pictures import pictures
from sxresearch.brief.content.wording import sentence_gap
from sxresearch.brief.office.word_blocks import describe, gallery, head_line, shade
from sxresearch.brief.report.blocks import (
    Blank,
    Block,
    GeneratedText,
    ReportCell,
    ReportCharts,
    ReportContent,
    ReportHeading,
    ReportTable,
)
from sxresearch.brief.report.report_style import (
    BLANK,
    BLANK_CELL,
    GENERATED,
    GENERATED_CELL,
    NUMBER,
    place_of_the_report,
    report_document,
)
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.office_files import sealed
from sxresearch.safe_text import visible


def write_word_report(report: ReportContent, out: Path, template: Path | None = None) -> Path:
    """Write the report to ``out`` (.docx); the same report and template give the same bytes.

    ``template`` is a panel's letterhead, see :mod:`sxresearch.brief.report.report_style`.

    Raises
    ------
    BadParameter
        If the template is no Word document.
    """
    document = report_document(report, template)
    place = place_of_the_report(document)
    written = _WordReport(document, report)
    first = written.masthead()
    for block in report.blocks:
        written.add(block)
    if place is not None:
        _move_to(place, document, first)
    buffer = io.BytesIO()
    document.save(buffer)
    return publish_bytes(out, sealed(buffer.getvalue()))


def _move_to(place: Any, document: Any, first: Any) -> None:
    """Move what was written at the end of the letterhead, from ``first`` on, to its place, which goes."""
    items = list(document.element.body)
    for item in items[items.index(first) :]:
        if item.tag != qn("w:sectPr"):
            place._p.addprevious(item)
    document.element.body.remove(place._p)


class _WordReport:
    """A report in the making."""

    def __init__(self, document: Any, report: ReportContent):
        self.document, self.report, self.language = document, report, report.language
        self._numbers = iter(report.sentences)
        self._makers: dict[type, Callable[[Any], None]] = {
            ReportHeading: self._heading,
            GeneratedText: self._text,
            Blank: self._blank,
            ReportTable: self._table,
            ReportCharts: self._charts,
        }

    def add(self, block: Block) -> None:
        """Write the next block."""
        self._makers[type(block)](block)

    def masthead(self) -> Any:
        """Title, what it is about, and how the draft is used; gives the first element."""
        title = self.document.add_paragraph(visible(self.report.title), style="Title")
        for line in self.report.about:
            self.document.add_paragraph(visible(line), style="Subtitle")
        if self.report.synthetic:
            note = f"{say('brief-synthetic-mark', self.language)}: {say('report-synthetic-note', self.language)}"
            self.document.add_paragraph(visible(note), style=say(BLANK, self.language))
        self.document.add_paragraph(visible(self.report.note), style=say(BLANK, self.language))
        return title._p

    def _heading(self, block: ReportHeading) -> None:
        self.document.add_paragraph(visible(block.text), style=f"Heading {block.level}")

    def _text(self, block: GeneratedText) -> None:
        made = self.document.add_paragraph(style=say(GENERATED, self.language))
        for position, sentence in enumerate(block.sentences):
            known = next(self._numbers)
            made.add_run(visible(sentence.text))
            made.add_run(say("report-number", self.language, number=known.number), style=say(NUMBER, self.language))
            if position + 1 < len(block.sentences):
                made.add_run(sentence_gap(self.language))

    def _blank(self, block: Blank) -> None:
        text = say("report-blank", self.language, asked=block.asked)
        self.document.add_paragraph(visible(text), style=say(BLANK, self.language))

    def _charts(self, block: ReportCharts) -> None:
        shown = zip(pictures(block.panels), block.panels, strict=True)
        gallery(self.document, ((picture, panel.title, panel.finding) for picture, panel in shown))

    def _table(self, block: ReportTable) -> None:
        self.document.add_paragraph(visible(block.caption), style="Caption")
        width = self._text_width()
        made = self.document.add_table(rows=len(block.rows) + 1, cols=len(block.heads))
        if "Table Grid" in self.document.styles:
            made.style = "Table Grid"
        made.autofit = False
        sizes = [Cm(width * share / sum(block.widths)) for share in block.widths]
        for column, size in zip(made.columns, sizes, strict=True):
            column.width = size
        heads = tuple(map(ReportCell, block.heads))
        for position, (line, cells) in enumerate(zip(made._tbl.tr_lst, (heads, *block.rows), strict=True)):
            head_line(line, head=position == 0)
            for box, cell, size in zip(line.tc_lst, cells, sizes, strict=True):
                box.width = size
                self._cell(box, cell, head=position == 0)
        describe(made, block.caption)
        self.document.add_paragraph(style=say(GENERATED_CELL, self.language))

    def _cell(self, box: Any, cell: ReportCell, *, head: bool) -> None:
        block = Paragraph(box.p_lst[0], self.document)
        block.style = self.document.styles[say(BLANK_CELL if cell.by_hand else GENERATED_CELL, self.language)]
        text = cell.text or (say("report-blank-cell", self.language) if cell.by_hand else "")
        run = block.add_run(visible(text))
        run.bold = head or None
        if cell.status is not None:
            run.font.color.rgb = RGBColor.from_string(six_digits(STATUS_COLOURS[cell.status]))
        if head:
            shade(box)

    def _text_width(self) -> float:
        """Centimetres between the margins of the last section."""
        section = self.document.sections[-1]
        return float((section.page_width - section.left_margin - section.right_margin) / Cm(1))
