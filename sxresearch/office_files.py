"""What Word and Excel files need alike: text that can do no harm, and bytes that do not change from run to run."""

import io
import zipfile
from datetime import datetime

from sxresearch.safe_text import visible

MADE = datetime(2000, 1, 1)
"""The date that every file carries: a true one would make two equal runs differ."""

LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_UNIX = 3  # said on every system, so that the bytes are the same
_FORMULA = tuple("=+-@＝＋－＠|\t\r\n")  # a spreadsheet may take a text that begins so for a formula


def neutralised(text: str) -> str:
    """A text that no spreadsheet takes for a formula, without invisible controls, short enough for a cell."""
    shown = str(visible(text))[:LONGEST_CELL]
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def sealed(document: bytes) -> bytes:
    """The same office file without the times of its parts and the name of the operating system."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(target, "w") as copy:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _ZIP_TIME)
            entry.create_system = _UNIX
            copy.writestr(entry, source.read(part), compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()
