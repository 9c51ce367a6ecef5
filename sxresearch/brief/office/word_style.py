"""The look of a Word document: paper, type, header and footer."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from sxresearch.brief.charts.palette import BAD, INK, MUTED, six_digits
from sxresearch.language import say
from sxresearch.office_files import MADE
from sxresearch.safe_text import visible
from sxresearch.terms import Language

TEXT_WIDTH = 17.0  # cm between the margins of A4
_MARGIN = 2.0  # cm
_LATIN = "Times New Roman"
BODY, HEADING = "宋体", "黑体"
_FALLBACK = {
    BODY: "SimSun,Songti SC,Noto Serif CJK SC,Source Han Serif SC",
    HEADING: "SimHei,Heiti SC,Noto Sans CJK SC,Noto Sans SC",
}
"""What Word, WPS and LibreOffice may take where a machine lacks the font (``w:altName``)."""

_SIZES = {
    "Normal": 10.5, "Title": 20, "Subtitle": 10.5, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11, "Caption": 9,
}  # fmt: skip
_LANGUAGES = {Language.ZH: ("zh-CN", "en-US"), Language.EN: ("zh-CN", "en-GB")}


def new_document(title: str, language: Language, mark: str) -> Any:
    """An empty A4 document; ``mark`` stands at the head of every page when it is not empty."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    _styles(document, language)
    _fonts(document)
    set_properties(document, title, language)
    if mark:
        run = section.header.paragraphs[0].add_run(mark)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(10), RGBColor.from_string(six_digits(BAD))
        section.header.paragraphs[0].alignment = 1
    _page_numbers(section, language)
    return document


def _styles(document: Any, language: Language) -> None:
    for name, size in _SIZES.items():
        style = document.styles[name]
        heading = name not in ("Normal", "Caption", "Subtitle")
        style.font.size, style.font.bold, style.font.italic = Pt(size), heading, False
        style.font.color.rgb = RGBColor.from_string(six_digits(MUTED if name in ("Caption", "Subtitle") else INK))
        typeface(style.element.get_or_add_rPr(), HEADING if heading else BODY)
    text = document.styles["Normal"].paragraph_format
    text.space_after, text.line_spacing = Pt(4), 1.25
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Caption"].paragraph_format.space_after = Pt(2)
    east, latin = _LANGUAGES[language]
    for item in document.styles.element.iter(qn("w:lang")):
        item.set(qn("w:val"), latin)
        item.set(qn("w:eastAsia"), east)


def typeface(properties: Any, east: str) -> None:
    """Give run properties the Chinese font ``east`` beside the Latin one, free of the theme's fonts."""
    old = properties.find(qn("w:rFonts"))
    if old is not None:
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for side in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{side}"), _LATIN)
    fonts.set(qn("w:eastAsia"), east)
    properties.insert(0, fonts)


def _fonts(document: Any) -> None:
    """Name the alternatives of the Chinese fonts in the font table."""
    part = next(item for item in document.part.package.iter_parts() if str(item.partname).endswith("fontTable.xml"))
    root = parse_xml(part.blob)
    for name, others in _FALLBACK.items():
        for known in root.findall(qn("w:font")):
            if known.get(qn("w:name")) == name:
                root.remove(known)
        root.append(parse_xml(f'<w:font {nsdecls("w")} w:name="{name}"><w:altName w:val="{others}"/></w:font>'))
    part._blob = serialize_part_xml(root)


def set_properties(document: Any, title: str, language: Language) -> None:
    """Title, language, author and dates, of which none changes from run to run."""
    about = document.core_properties
    about.title, about.language = str(visible(title))[:250], _LANGUAGES[language][0 if language is Language.ZH else 1]
    about.author = about.last_modified_by = "sxresearch"
    about.comments = ""
    about.created = about.modified = MADE
    about.revision = 1


def _page_numbers(section: Any, language: Language) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 1
    before, between, after = say("pack-page", language, page="|", pages="|").split("|")
    _numbered(paragraph, [before, "PAGE", between, "NUMPAGES", after])


def _numbered(paragraph: Any, pieces: Sequence[str]) -> None:
    for position, text in enumerate(pieces):
        if position % 2 == 0:
            paragraph.add_run(text)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), text)
        run = OxmlElement("w:r")
        number = OxmlElement("w:t")
        number.text = "1"
        run.append(number)
        field.append(run)
        paragraph._p.append(field)
