"""A workbook as we write every one: no text becomes a formula or a link, and equal content gives equal bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from sxresearch.brief.office.office_files import MADE

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@contextmanager
def workbook(target: Path | IO[bytes], **about: str) -> Iterator[Any]:
    """A workbook to be filled; it is written to ``target`` at the end. ``about`` are its title, author and so on."""
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": MADE, **about})
        yield book
