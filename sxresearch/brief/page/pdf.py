"""Printing a page to PDF with the Chromium of the machine, as a reader's browser would print it."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from sxresearch.errors import SxError
from sxresearch.files import publish_bytes

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SECONDS = 120.0
"""A brief prints in a few seconds; what takes this long hangs."""

_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer")
_SHOWN = 300  # characters of what the browser said last


class NoPdf(SxError):
    """A page could not be printed."""


def find_browser() -> str:
    """The path of a Chromium.

    Raises
    ------
    NoPdf
        If there is none.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise NoPdf.of("pdf-no-browser", names=", ".join(BROWSERS))
    return found


def write_pdf(page: Path, out: Path) -> Path:
    """Print the HTML file ``page`` to ``out``, which is complete or as it was.

    Raises
    ------
    NoPdf
        If there is no Chromium, or it prints nothing.
    """
    browser = find_browser()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".pdf-") as room:
        printed = Path(room) / "page.pdf"
        command = [browser, *_OPTIONS, f"--user-data-dir={room}/profile", f"--print-to-pdf={printed}"]
        try:
            ended = subprocess.run(
                [*command, page.resolve().as_uri()], capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as problem:
            raise NoPdf.of("pdf-failed", str(page), problem=f"> {SECONDS:.0f} s") from problem
        if not printed.is_file():
            raise NoPdf.of("pdf-failed", str(page), problem=ended.stderr.strip()[-_SHOWN:] or str(ended.returncode))
        return publish_bytes(out, printed.read_bytes())
