"""From a path to its sheets: the one entry to files of every kind."""

import hashlib
from pathlib import Path

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.xls_sheets import xls_sheets
from sxresearch.monitoring.intake.excel.xlsx_sheets import xlsx_sheets
from sxresearch.monitoring.intake.formats.file_kind import READ, FileKind, kind_of
from sxresearch.monitoring.intake.formats.html_sheets import html_sheets
from sxresearch.monitoring.intake.formats.limits import MAX_FILE, MEGABYTE
from sxresearch.monitoring.intake.formats.ods_sheets import ods_sheets
from sxresearch.monitoring.intake.formats.parquet_sheets import parquet_sheet
from sxresearch.monitoring.intake.formats.sheets import Sheet, SheetFile
from sxresearch.monitoring.intake.formats.text_sheets import text_sheet
from sxresearch.patience import patiently


def read_sheets(path: Path) -> SheetFile:
    """Every sheet of a file, whatever its name says the file is.

    Numbers arrive as floats, as they are stored (those shown as per cent are marked); dates and times as
    :class:`~datetime.datetime`, :class:`~datetime.time` or :class:`~datetime.timedelta`, also a year that was
    formatted as a date; cells of nothing but spaces as None; cells that show an error as None, and marked.
    Hidden sheets are there without their cells.

    Raises
    ------
    BadObservations
        If the file is missing, can't be opened, is empty, damaged, too large, protected by a password, or of a kind
        that is not read.
    """
    content = file_content(path)
    kind = kind_of(content, path.name)
    if kind not in READ:
        raise BadObservations.of(f"intake-kind-{kind}", str(path))
    sheets, date1904 = _sheets(kind, content, path)
    return SheetFile(str(path), kind.value, hashlib.sha256(content).hexdigest(), tuple(sheets), date1904)


def file_content(path: Path) -> bytes:
    """The bytes of a file.

    Raises
    ------
    BadObservations
        If it is missing, a folder, locked, empty or too large.
    """
    try:
        if not path.exists():
            raise BadObservations.of("intake-missing", str(path))
        if not path.is_file():
            raise BadObservations.of("intake-no-file", str(path))
        if path.stat().st_size > MAX_FILE:
            raise BadObservations.of("intake-too-large", str(path), most=str(MAX_FILE // MEGABYTE))
        content = patiently(path.read_bytes)
    except (OSError, ValueError) as problem:
        raise BadObservations.of("intake-locked", str(path), problem=str(problem)) from problem
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadObservations.of("intake-empty", str(path))
    return content


def _sheets(kind: FileKind, content: bytes, path: Path) -> tuple[list[Sheet], bool]:
    where = str(path)
    match kind:
        case FileKind.XLSX:
            return xlsx_sheets(content, where)
        case FileKind.XLS:
            return xls_sheets(content, where)
        case FileKind.ODS:
            return ods_sheets(content, where)
        case FileKind.HTML:
            return html_sheets(content, where), False
        case FileKind.PARQUET:
            return [parquet_sheet(content, where, path.stem)], False
        case _:
            return [text_sheet(content, where, path.stem)], False
