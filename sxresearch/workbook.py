"""A workbook as we write every one: no text becomes a formula or a link, and equal content gives equal bytes."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from sxresearch.office_files import MADE, sealed

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@contextmanager
def workbook(target: Path | IO[bytes], font: Mapping[str, Any] | None = None, **about: str) -> Iterator[Any]:
    """A workbook to be filled; it is written to ``target`` at the end.

    ``font`` (``font_name``, ``font_size``) is that of cells without a format, by which columns are measured; ``about``
    are title, author and so on.
    """
    options = _OPTIONS if font is None else {**_OPTIONS, "default_format_properties": dict(font)}
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": MADE, **about})
        yield book
    document = sealed(written.getvalue())
    if isinstance(target, Path):
        target.write_bytes(document)
    else:
        target.write(document)
