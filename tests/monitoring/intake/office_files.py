"""Small office files for the tests, each kind made by an independent writer or by hand."""

import zipfile
from pathlib import Path

import xlsxwriter
import xlwt

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
)


def write_xlsx(path: Path, *rows: list, **options) -> Path:
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("数据")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def write_xls(path: Path, *rows: list) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("数据")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    book.save(str(path))
    return path


def write_ods(path: Path, tables: str, styles: str = "", settings: str = "", manifest: str = "") -> Path:
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?>{_ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{settings}{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", ODS_TYPE)
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", manifest)
    return path


def ods_cell(value: float | str | None, **attributes: str) -> str:
    given = "".join(f' {name.replace("__", ":").replace("_", "-")}="{text}"' for name, text in attributes.items())
    if value is None:
        return f"<table:table-cell{given}/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"{given}><text:p>{value}</text:p></table:table-cell>'
    kind = "" if "office__value_type" in attributes else ' office:value-type="float"'
    return f'<table:table-cell{kind} office:value="{value}"{given}><text:p>{value}</text:p></table:table-cell>'


def ods_table(*rows: list, name: str = "数据") -> str:
    inside = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{inside}</table:table>'


def changed_part(source: Path, target: Path, part: str, old: str, new: str) -> Path:
    """A zipped file with one piece of text in a part replaced."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                text = data.decode("utf-8")
                assert old in text, (part, old)
                data = text.replace(old, new).encode("utf-8")
            after.writestr(name, data)
    return target
