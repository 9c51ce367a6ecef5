"""Printing a page to PDF with the browser of the machine, as a reader's browser would print it."""

import subprocess
import tempfile
from pathlib import Path

from sxresearch.brief.page.browsers import SPOKEN_NAMES, browser
from sxresearch.errors import SxError
from sxresearch.files import publish_bytes
from sxresearch.text_encoding import decoded

SECONDS = 120.0
"""A brief prints in a few seconds; what takes this long hangs."""

_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer")
_SHOWN = 300  # characters of what the browser said last


class NoPdf(SxError):
    """A page could not be printed."""


def find_browser() -> Path:
    """The path of a browser that can print.

    Raises
    ------
    NoPdf
        If there is none.
    """
    found = browser()
    if found is None:
        raise NoPdf.of("pdf-no-browser", names=", ".join(SPOKEN_NAMES))
    return found


def write_pdf(page: Path, out: Path) -> Path:
    """Print the HTML file ``page`` to ``out``, which is complete or as it was.

    Raises
    ------
    NoPdf
        If there is no browser, or it prints nothing.
    """
    program = find_browser()
    # a helper process of the browser may hold its profile a moment longer: what is left there is the system's to clean
    with tempfile.TemporaryDirectory(prefix="sx-pdf-", ignore_cleanup_errors=True) as room:
        printed = Path(room) / "page.pdf"
        said = _print([str(program), *_OPTIONS, f"--user-data-dir={Path(room) / 'profile'}"], page, printed)
        if not printed.is_file():
            raise NoPdf.of("pdf-failed", str(page), problem=said)
        return publish_bytes(out, printed.read_bytes())


def _print(command: list[str], page: Path, printed: Path) -> str:
    """Let the browser print; gives the end of what it said, or its exit code."""
    try:
        ended = subprocess.run(
            [*command, f"--print-to-pdf={printed}", page.resolve().as_uri()],
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"> {SECONDS:.0f} s"
    except OSError as problem:
        return str(problem)
    words = decoded(ended.stderr) or ended.stderr.decode(errors="replace")  # a Chinese Windows speaks GBK
    return words.strip()[-_SHOWN:] or str(ended.returncode)
