"""The form as an Excel workbook; the same form gives the same bytes."""

import io

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.template.entry_sheet import EntrySheet
from sxresearch.monitoring.template.form import Form
from sxresearch.monitoring.template.reference_sheets import write_definitions, write_instructions, write_names
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.monitoring.template.styles import FONT, Styles
from sxresearch.office_files import neutralised
from sxresearch.workbook import workbook

SHEETS = ("how", "entry", "definitions", "names")
"""The sheets in order: ``template-sheet-<key>`` of the catalogue."""


def template_bytes(form: Form, register: Register) -> bytes:
    """The workbook of the form; indicators and regions of ``register`` are the names offered."""
    target = io.BytesIO()
    with workbook(target, FONT, title=neutralised(form.title), author="sxresearch") as book:
        how, entry, definitions, names = (book.add_worksheet(zh(f"sheet-{key}")) for key in SHEETS)
        styles = Styles(book)
        lists = write_names(names, form, register.indicators, register.regions, styles)
        write_instructions(how, form, styles)
        EntrySheet(entry, form, styles, lists).write()
        write_definitions(definitions, form, styles)
        entry.activate()
    return target.getvalue()
