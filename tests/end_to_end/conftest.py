"""A headless Chromium and axe-core; their absence is shown as a skip, or is a failure where they are required."""

import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

from sxresearch.paths import ROOT
from tests.end_to_end.opened import Opened

REQUIRED = "SXRESEARCH_REQUIRE_BROWSER"
AXE = "axe-core@4.14.1"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def _absent(reason: str) -> NoReturn:
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{reason}, and {REQUIRED}=1 requires it")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each module: while it runs, its event loop bars the way of those that drive kernels."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        _absent(f"no Chromium on PATH (looked for {', '.join(_NAMES)})")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    with browser.new_context() as context:
        yield Opened(context.new_page())


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, fetched once with npm into build/, which git does not keep."""
    kept = ROOT / "build" / f"{AXE.replace('@', '-')}.js"
    if not kept.is_file():
        kept.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            _fetch_axe(Path(folder)).replace(kept)  # in one step: several test processes may be at it
    return kept.read_text(encoding="utf-8")


def _fetch_axe(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        _absent("no npm on PATH, so no axe-core")
    fetched = subprocess.run([npm, "pack", AXE, "--silent"], cwd=folder, capture_output=True, text=True, check=False)
    if fetched.returncode:
        _absent(f"npm could not fetch {AXE}: {fetched.stderr.strip()[-300:]}")
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        script = package.extractfile("package/axe.min.js")
        assert script is not None
        (folder / "axe.min.js").write_bytes(script.read())
    return folder / "axe.min.js"
