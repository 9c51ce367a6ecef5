"""Which browser of the machine can print a page: Edge, Chrome and Chromium, wherever each system keeps them."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ON_THE_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
"""Commands by which they are called, in the order of preference."""
SPOKEN_NAMES = ("Microsoft Edge", "Google Chrome", "Chromium")

_WINDOWS_ROOTS = ("ProgramFiles(x86)", "ProgramFiles", "ProgramW6432", "LOCALAPPDATA")
_WINDOWS_PROGRAMS = (  # Edge first: every Windows has it
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"
_APP_PATH_NAMES = ("msedge.exe", "chrome.exe", "chromium.exe")
_MAC_PROGRAMS = tuple(f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Microsoft Edge", "Chromium"))


def browser() -> Path | None:
    """The first browser found that can print a page, none where there is none."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    if sys.platform.startswith("win32"):
        yield from _windows_folders()
        yield from _windows_app_paths()
    elif sys.platform.startswith("darwin"):
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / program for program in _MAC_PROGRAMS)
    yield from (Path(found) for name in ON_THE_PATH if (found := shutil.which(name)))


def _windows_folders() -> Iterator[Path]:
    roots = [Path(folder) for name in _WINDOWS_ROOTS if (folder := os.environ.get(name))]
    yield from (root / program for program in _WINDOWS_PROGRAMS for root in roots)


def _windows_app_paths() -> Iterator[Path]:
    """Where Windows itself looks for a program that is not on the PATH."""
    if not sys.platform.startswith("win32"):
        return
    import winreg

    for name in _APP_PATH_NAMES:
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                yield Path(winreg.QueryValue(root, rf"{_APP_PATHS}\{name}").strip('"'))
            except OSError:  # not registered
                continue
