"""The sheets to read: instructions, what each indicator means, and every name that may be written."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from sxresearch.language import say
from sxresearch.monitoring.template.form import Form
from sxresearch.monitoring.template.names import LISTED, cell_word, cell_words
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.monitoring.template.styles import Styles, for_print, lines_of
from sxresearch.office_files import neutralised
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Regions
from sxresearch.terms import Basis, Language

INSTRUCTIONS = (
    "fill", "unit", "blank", "counts", "status", "basis", "source", "known", "orange", "spare", "protection", "save",
)  # fmt: skip
"""The paragraphs of the instructions, in order: ``template-how-<key>`` of the catalogue."""
_PAGE_WIDTH = 128  # characters of a column as wide as the page
_LARGER = 1.1  # the size of a paragraph's characters, in those of a table
_LINE, _AIR = 14, 4  # points
_DEFINITION_WIDTHS = (22, 18, 9, 10, 30, 14, 14, 10)  # characters
_NAME_WIDTHS = (34, 32, 8, 12, 8, 8, 9, 16)  # characters
_READ_ONLY = {"autofilter": True, "format_columns": True, "format_rows": True}


def write_instructions(sheet: Any, form: Form, styles: Styles) -> None:
    """How the form is filled, in Chinese and below in English."""
    sheet.set_column(0, 0, _PAGE_WIDTH)
    sheet.hide_gridlines(2)
    lines = [(form.title, styles.title, 30), (zh("subtitle", years=_listed_years(form)), styles.text, 20)]
    starts: list[int] = []
    if form.synthetic:
        lines += [(say("template-synthetic", language), styles.warning, 20) for language in Language]
    for language in Language:
        starts.append(len(lines))
        heading = say("template-how-title", language)
        lines.append((heading, styles.heading, 26))
        for number, key in enumerate(INSTRUCTIONS, start=1):
            text = f"{number}. {say(f'template-how-{key}', language)}"
            lines.append((text, styles.text, _height(lines_of(text, _PAGE_WIDTH / _LARGER))))
    for line, (text, look, height) in enumerate(lines):
        sheet.set_row(line, height)
        sheet.write_string(line, 0, neutralised(text), look)
    sheet.set_h_pagebreaks(starts[1:])  # each language on a page of its own
    for_print(sheet, form.title)
    sheet.protect("", _READ_ONLY)


def _height(lines: int) -> int:
    return _LINE * lines + _AIR


def _listed_years(form: Form) -> str:
    return "、".join(map(str, form.years))


def write_definitions(sheet: Any, form: Form, styles: Styles) -> None:
    """What each indicator asked for means: definition, numerator, denominator, groups, department."""
    keys = ("indicator", "aliases", "unit", "groups", "definition", "numerator", "denominator", "department")
    heads = [zh(f"definition-{key}") for key in keys]
    _table(sheet, heads, map(_definition, form.indicators), _DEFINITION_WIDTHS, styles)
    for_print(sheet, form.title)


def _definition(indicator: Indicator) -> list[str]:
    breaks = "".join(zh("break", reason=mark.reason.zh) for mark in indicator.breaks)
    return [
        indicator.name.zh,
        "、".join(indicator.aliases),
        cell_word("unit", indicator.unit.value),
        "、".join(cell_word("group", group.value) for group in indicator.groups),
        indicator.definition.zh + breaks,
        indicator.numerator.zh if indicator.numerator else "",
        indicator.denominator.zh if indicator.denominator else "",
        indicator.department or "",
    ]


def write_names(sheet: Any, form: Form, indicators: Indicators, regions: Regions, styles: Styles) -> dict[str, str]:
    """Every name that may be written; gives the range of cells for the drop-down of each column."""
    every = sorted(indicators.by_id.values(), key=lambda item: item.id not in {used.id for used in form.indicators})
    columns = {
        "indicator": [item.name.zh for item in every],
        "aliases": ["、".join(item.aliases) for item in every],
        **{key: _words(key) for key in LISTED},
        "region": [form.region.code, *(item.code for item in regions if item.parent == form.region.code)],
    }
    columns["region-name"] = [regions[code].name for code in columns["region"]]
    heads = [zh(f"names-{key}") for key in columns]
    _table(sheet, heads, zip_longest(*columns.values(), fillvalue=""), _NAME_WIDTHS, styles)
    for_print(sheet, form.title)
    return {
        key: f"='{zh('sheet-names')}'!${chr(ord('A') + place)}$2:${chr(ord('A') + place)}${len(cells) + 1}"
        for place, (key, cells) in enumerate(columns.items())
    }


def _words(column: str) -> list[str]:
    """What an office may choose: it reports nothing synthetic."""
    return [item.first for item in cell_words(column) if item.member != Basis.SYNTHETIC]


def _table(
    sheet: Any, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], styles: Styles
) -> None:
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, head, styles.head)
    for line, row in enumerate(rows, start=1):
        sheet.set_row(line, _height(max(map(lines_of, row, widths))))
        for place, text in enumerate(row):
            sheet.write_string(line, place, neutralised(text), styles.fixed)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.protect("", _READ_ONLY)
