"""Web pages named .xls, as many reporting systems export them: every table is a sheet, spans are merged ranges."""

import re

from lxml import etree, html

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.cell_references import MAX_COLUMNS, MAX_ROWS
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import MEGABYTE, Budget
from sxresearch.monitoring.intake.formats.sheets import Sheet, Value
from sxresearch.monitoring.intake.formats.text_sheets import decoded_text

MAX_PAGE = 40 * MEGABYTE
"""Largest web page; its tree takes some ten times as much memory."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NATIONAL = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"}


def html_sheets(content: bytes, path: str) -> list[Sheet]:
    """The tables of a web page from top to bottom; one that only holds other tables is passed over.

    Nothing is fetched and no entity of the page's own is resolved.

    Raises
    ------
    BadObservations
        If the page is too large or holds no table.
    """
    if len(content) > MAX_PAGE:
        raise BadObservations.of("intake-too-large", path, most=str(MAX_PAGE // MEGABYTE))
    budget = Budget(path)
    tables = [table for table in _page(content, path).iter("table") if table.find(".//table") is None]
    sheets = [_sheet(table, CellGrid(budget), f"{number}") for number, table in enumerate(tables, start=1)]
    filled = [sheet for sheet in sheets if sheet.rows or not sheet.visible]
    if not filled:
        raise BadObservations.of("intake-no-table", path)
    return filled


def _page(content: bytes, path: str) -> etree._Element:
    text = _text(content, path).replace("\0", "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        page = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as problem:
        raise BadObservations.of("intake-damaged", path, problem=str(problem)) from problem
    if page is None:
        raise BadObservations.of("intake-no-table", path)
    return page


def _text(content: bytes, path: str) -> str:
    """The page's text, in the encoding it names for itself where that fits."""
    found = _CHARSET.search(content[:4096])
    named = found[1].decode("ascii").lower() if found else ""
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) and b"\0" not in content:
        try:
            return content.decode("gb18030" if named in _NATIONAL else named)
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded_text(content, path)


def _sheet(table: etree._Element, grid: CellGrid, name: str) -> Sheet:
    caption = table.find("caption")
    title = _content(caption) if caption is not None else ""
    taken: dict[int, set[int]] = {}
    rows = list(table.iter("tr"))
    for number, row in enumerate(rows):
        cells: list[Value] = []
        spans = taken.pop(number, set())
        for cell in row.iterchildren("td", "th"):
            column = _free(len(cells), spans)
            if column >= MAX_COLUMNS:
                break
            cells += [None] * (column - len(cells))
            cells.append(grid.text(_content(cell)))
            width = min(_span(cell, "colspan"), MAX_COLUMNS - column)
            height = min(_span(cell, "rowspan"), len(rows) - number, MAX_ROWS)
            _note_span(grid, taken, (number, column), height, width)
            cells += [None] * (width - 1)
        if _is_hidden(row):
            grid.hide_rows(number)
        grid.put_row(number, cells)
    grid.errors_in_texts()
    sheet = grid.sheet(title or name)
    return Sheet(sheet.name, (), visible=False) if _is_hidden(table) else sheet


def _note_span(grid: CellGrid, taken: dict[int, set[int]], first: tuple[int, int], height: int, width: int) -> None:
    """Note a cell over several rows or columns, and which columns of the rows below it takes."""
    row, column = first
    if height == width == 1:
        return
    grid.budget.spend(64 * height * width)
    grid.merge(first, (row + height - 1, column + width - 1))
    for below in range(row + 1, row + height):
        taken.setdefault(below, set()).update(range(column, column + width))


def _free(column: int, taken: set[int]) -> int:
    while column in taken:
        column += 1
    return column


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _content(element: etree._Element) -> str:
    """The text a browser shows: spaces joined, a line break for ``<br>``."""
    pieces = []
    for part in element.iter():
        if part is not element and part.tag == "br":
            pieces.append("\n")
        if part.tag not in ("script", "style"):
            pieces.append(_SPACE.sub(" ", part.text or ""))
        if part is not element:
            pieces.append(_SPACE.sub(" ", part.tail or ""))
    return "".join(pieces).replace("\xa0", " ").strip()


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
