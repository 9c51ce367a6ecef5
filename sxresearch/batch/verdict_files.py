"""The verdict table as a file: CSV and Excel for people, Parquet for programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from sxresearch.assessment.stored_verdicts import save_verdicts
from sxresearch.errors import BadParameter
from sxresearch.files import publish
from sxresearch.office_files import neutralised
from sxresearch.workbook import workbook

_COLUMN_WIDTH = 14  # characters; long texts may run over, numbers fit
PLAIN_SHEET, SYNTHETIC_SHEET = "verdicts", "演示数据 synthetic"
INTERNAL_SHEET = "内部资料 internal"


def check_table_path(path: Path) -> None:
    """Refuse an ending that no writer knows, before anything is computed."""
    if path.suffix.lower() not in _WRITERS:
        raise BadParameter.of("table-kind", str(path), found=path.suffix or "?", expected=" ".join(_WRITERS))


def write_table(table: pd.DataFrame, path: Path, *, internal: bool = False) -> Path:
    """Write ``table`` in the format of the path's ending; the old file stays whole until the new one is.

    In CSV and Excel a text that a spreadsheet could take for a formula gets an apostrophe before it; numbers stay
    numbers. With ``internal`` the sheet is marked 内部资料 in its name and on every printed page.
    """
    check_table_path(path)
    writer = _WRITERS[path.suffix.lower()]
    return publish(path, lambda part: writer(table, part, internal))


def _neutral(table: pd.DataFrame) -> pd.DataFrame:
    safe = table.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = safe[name].astype(object).map(_harmless)
    return safe


def _harmless(cell: Any) -> Any:
    return neutralised(cell) if isinstance(cell, str) else cell


def _write_csv(table: pd.DataFrame, path: Path, _internal: bool) -> None:
    # with a byte order mark: without it Excel on a Chinese Windows reads UTF-8 as GBK
    _neutral(table).to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")


def _write_parquet(table: pd.DataFrame, path: Path, _internal: bool) -> None:
    save_verdicts(table, path)


def _write_xlsx(table: pd.DataFrame, path: Path, internal: bool) -> None:
    safe = _neutral(table).astype(object)
    cells = safe.where(safe.notna(), None)
    with workbook(path) as book:
        sheet = book.add_worksheet(_sheet_name(table, internal))
        if internal:
            sheet.set_header(f"&C&B{INTERNAL_SHEET}")
        sheet.write_row(0, 0, list(cells.columns), book.add_format({"bold": True}))
        for number, row in enumerate(cells.itertuples(index=False), start=1):
            sheet.write_row(number, 0, row)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(cells), len(cells.columns) - 1)
        sheet.set_column(0, len(cells.columns) - 1, _COLUMN_WIDTH)


def _sheet_name(table: pd.DataFrame, internal: bool) -> str:
    marks = [INTERNAL_SHEET] * internal + [SYNTHETIC_SHEET] * _synthetic(table)
    return " ".join(marks) or PLAIN_SHEET


def _synthetic(table: pd.DataFrame) -> bool:
    return "synthetic" in table and bool(table["synthetic"].eq(True).any())


_WRITERS: dict[str, Callable[[pd.DataFrame, Path, bool], object]] = {
    ".csv": _write_csv,
    ".parquet": _write_parquet,
    ".xlsx": _write_xlsx,
}
