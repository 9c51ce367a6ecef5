"""Do two reports folders say the same? For whoever moves code without meaning to change a word.

``python -m tests.compare_reports OLD NEW`` takes two folders, of two runs or of two packs, and compares the visible
text of every page (briefs, overview, index), the verdict table, and every Word and Excel file. What names the run,
the code or a path may differ. Exit code 1 where anything else does.
"""

import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import load_workbook

_HASH = re.compile(r"\b[0-9a-f]{12,64}\b|\d+(\.\d+)? ?(秒|seconds|s)\b")
_PATH = re.compile(r"(?:/[\w.\-]+){2,}")
SHOWN = 12
"""Lines of difference printed per file."""


def main(old: Path, new: Path) -> int:
    """Print every difference; the number of files that differ."""
    differing = 0
    for name in sorted({*names(old), *names(new)}):
        lines = list(difference(old / name, new / name))
        if lines:
            differing += 1
            print(f"✗ {name}", *lines[:SHOWN], sep="\n    ")
        else:
            print(f"✓ {name}")
    return differing


def names(folder: Path) -> Iterator[str]:
    """Files that are compared, relative to the folder."""
    for path in folder.rglob("*"):
        if path.suffix in _READERS and path.name != "runs.html":
            yield str(path.relative_to(folder))


def difference(old: Path, new: Path) -> Iterator[str]:
    """Lines that stand in one of the two only."""
    if not (old.is_file() and new.is_file()):
        yield f"only in {'the new' if new.is_file() else 'the old'} folder"
        return
    read = _READERS[old.suffix]
    for line in difflib.unified_diff(read(old), read(new), lineterm="", n=0):
        if not line.startswith(("---", "+++", "@@")):
            yield line[:300]


def _neutral(text: str) -> str:
    return _PATH.sub("<path>", _HASH.sub("<hash>", text.strip()))


def _page(path: Path) -> list[str]:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    for unseen in soup(["script", "style"]):
        unseen.decompose()
    return [_neutral(line) for line in soup.get_text("\n").splitlines() if line.strip()]


def _word(path: Path) -> list[str]:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return [_neutral(text) for text in [*(item.text for item in document.paragraphs), *cells] if text.strip()]


def _excel(path: Path) -> list[str]:
    book = load_workbook(path)
    return [
        _neutral(f"{sheet.title}!{cell.coordinate}={cell.value!r}")
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def _table(path: Path) -> list[str]:
    table = pd.read_parquet(path)
    return [f"{name}: {row!r}" for name in table for row in table[name].tolist()]


_READERS = {".html": _page, ".docx": _word, ".xlsx": _excel, ".parquet": _table}

if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]), Path(sys.argv[2])) else 0)
