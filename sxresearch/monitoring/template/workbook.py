"""The form as an Excel workbook; the same form gives the same bytes."""

import io
from pathlib import Path

import xlsxwriter

from sxresearch.files import publish_bytes
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.template.entry_sheet import EntrySheet
from sxresearch.monitoring.template.form import Form
from sxresearch.monitoring.template.reference_sheets import write_definitions, write_instructions, write_names
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.monitoring.template.styles import FONT, Styles
from sxresearch.office_files import MADE, neutralised, sealed

SHEETS = ("how", "entry", "definitions", "names")
"""The sheets in order: ``template-sheet-<key>`` of the catalogue."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": FONT,
}


def write_template(form: Form, register: Register, out: Path) -> Path:
    """Write the form to ``out`` (.xlsx); indicators and regions of ``register`` are the names offered."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": MADE, "title": neutralised(form.title), "author": "sxresearch"})
        how, entry, definitions, names = (book.add_worksheet(zh(f"sheet-{key}")) for key in SHEETS)
        styles = Styles(book)
        lists = write_names(names, form, register.indicators, register.regions, styles)
        write_instructions(how, form, styles)
        EntrySheet(entry, form, styles, lists).write()
        write_definitions(definitions, form, styles)
        entry.activate()
    return publish_bytes(out, sealed(target.getvalue()))
