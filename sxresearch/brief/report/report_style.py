"""The look of an evaluation report: of our own making, or a panel's letterhead with our styles added to it.

Styles, not a template language: a panel's .docx keeps page, header, footer and fonts; the report stands where its
paragraph ``{{report}}`` (in either language) is, or at its end, and nothing in the file is ever executed.
"""

import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor

from sxresearch.brief.charts.palette import BAD, MUTED, six_digits
from sxresearch.brief.office.word_style import BODY, HEADING, new_document, set_properties, typeface
from sxresearch.brief.report.blocks import ReportContent
from sxresearch.errors import BadParameter
from sxresearch.language import say
from sxresearch.terms import Language

_BODY_SIZE, _TABLE_SIZE, _LINE = 14.0, 9.0, 26.0  # points: 四号 text, 小五 tables, line spacing
_HEADINGS = {"Title": 22, "Subtitle": 12, "Heading 1": 16, "Heading 2": 14, "Heading 3": 14, "Caption": 10.5}
_TWIPS = 20  # per point
GENERATED, GENERATED_CELL = "report-style-generated", "report-style-generated-cell"
BLANK, BLANK_CELL, NUMBER = "report-style-blank", "report-style-blank-cell", "report-style-number"


def report_document(report: ReportContent, template: Path | None) -> Any:
    """An empty document for the report, with every style that it uses.

    Raises
    ------
    BadParameter
        If the template is no Word document.
    """
    document = new_document(report.title, report.language, report.mark) if template is None else _letterhead(template)
    if template is None:
        _own_look(document)
    else:
        set_properties(document, report.title, report.language)
        _mark_every_page(document, report.mark)
    _add_styles(document, report.language)
    return document


def place_of_the_report(document: Any) -> Any | None:
    """The paragraph of a letterhead that says where the report goes; none where it says nothing."""
    places = {say("report-place", language) for language in Language}
    return next((block for block in document.paragraphs if block.text.strip() in places), None)


def check_template(template: Path | None) -> None:
    """Refuse a letterhead that is no Word document, before anything is computed.

    Raises
    ------
    BadParameter
        If it is none.
    """
    if template is not None:
        _letterhead(template)


def _letterhead(template: Path) -> Any:
    try:
        return Document(str(template))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError) as cause:
        raise BadParameter.of("report-template", str(template)) from cause


def _own_look(document: Any) -> None:
    for name, size in _HEADINGS.items():
        document.styles[name].font.size = Pt(size)
    document.styles["Title"].paragraph_format.alignment = 1
    document.styles["Subtitle"].paragraph_format.alignment = 1
    normal = document.styles["Normal"]
    normal.font.size = Pt(_BODY_SIZE)
    normal.paragraph_format.line_spacing = Pt(_LINE)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title", "Caption", "Subtitle"):
        document.styles[name].paragraph_format.line_spacing = 1.15
        document.styles[name].paragraph_format.keep_with_next = True


def _mark_every_page(document: Any, mark: str) -> None:
    """The mark at the head of every page of a letterhead, first and even pages included."""
    if not mark:
        return
    for position, section in enumerate(document.sections):
        for header in (section.header, section.first_page_header, section.even_page_header):
            if header.is_linked_to_previous:
                if position:  # it shows the header of the section before, which bears the mark
                    continue
                header.is_linked_to_previous = False
            first = header.paragraphs[0]
            block = first.insert_paragraph_before() if first.text or first.runs else first
            run = block.add_run(mark)
            run.bold, run.font.size, run.font.color.rgb = True, Pt(10), RGBColor.from_string(six_digits(BAD))
            block.alignment = 1


def _add_styles(document: Any, language: Language) -> None:
    """The styles of a report, unless the letterhead has them in its own way."""
    _paragraph_style(document, say(GENERATED, language), indent=True)
    _paragraph_style(document, say(BLANK, language), colour=BAD)
    _paragraph_style(document, say(GENERATED_CELL, language), _TABLE_SIZE)
    _paragraph_style(document, say(BLANK_CELL, language), _TABLE_SIZE, colour=BAD)
    for name in _HEADINGS:  # a letterhead made elsewhere may lack them
        if name not in document.styles:
            made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.font.bold, made.font.size = True, Pt(_HEADINGS[name])
            typeface(made.element.get_or_add_rPr(), HEADING)
    if say(NUMBER, language) not in document.styles:
        made = document.styles.add_style(say(NUMBER, language), WD_STYLE_TYPE.CHARACTER)
        made.font.superscript, made.font.color.rgb = True, RGBColor.from_string(six_digits(MUTED))
        made.quick_style = True


def _paragraph_style(
    document: Any, name: str, size: float | None = None, *, indent: bool = False, colour: str = ""
) -> None:
    if name in document.styles:
        return
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style, made.quick_style = document.styles["Normal"], True
    if size is not None:
        made.font.size = Pt(size)
    if size == _TABLE_SIZE:
        made.paragraph_format.line_spacing, made.paragraph_format.space_after = 1.0, Pt(0)
        typeface(made.element.get_or_add_rPr(), BODY)
    if colour:
        made.font.color.rgb = RGBColor.from_string(six_digits(colour))
    if indent:
        _two_characters(made)


def _two_characters(style: Any) -> None:
    """The first line two characters in, as Chinese text has it."""
    properties = style.element.get_or_add_pPr()
    indent = OxmlElement("w:ind")
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(int(_BODY_SIZE * 2 * _TWIPS)))  # for what doesn't know firstLineChars
    properties.append(indent)
