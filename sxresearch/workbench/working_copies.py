"""Working copies of the notebooks: users open and save these; the templates are never within reach of Ctrl+S.

A folder of copies is served instead of the templates with a read-only contents manager: a copy can be changed, run and
saved as every notebook can, ``git status`` stays clean, and nothing in JupyterLab needs to be replaced. A copy that its
user changed is never overwritten; one that nobody changed follows its template.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sxresearch.errors import SxError
from sxresearch.files import publish_bytes, publish_text
from sxresearch.paths import NOTEBOOKS

FOLDER = "notebooks"
"""Of the copies, in the folder that JupyterLab shows."""
START = "start.ipynb"
_GIVEN = ".given.json"  # what was copied: name to the hash of the template then


class CopyState(StrEnum):
    """What became of the copy of a template."""

    COPIED = "copied"
    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True)
class WorkingCopy:
    """A copy in the user's folder; CHANGED: the user's own changes stand, though the template is newer."""

    path: Path
    state: CopyState


def working_copies(root: Path, templates: Path = NOTEBOOKS) -> tuple[WorkingCopy, ...]:
    """Bring the copies in ``root/notebooks`` up to date.

    Raises
    ------
    SxError
        If there are no templates, or the folder is that of the templates or lies in it.
    NotWritable
        If the folder can't be written into.
    """
    sources = sorted(templates.glob("*.ipynb"))
    if not sources:
        raise SxError.of("lab-without-notebooks", str(templates))
    folder = (root / FOLDER).resolve()
    if folder == templates.resolve() or templates.resolve() in folder.parents:
        raise SxError.of("lab-root-templates", str(root))
    given = _given(folder)
    copies = tuple(_copied(source, folder, given.get(source.name, "")) for source in sources)
    hashes = {item.path.name: given.get(item.path.name, "") for item in copies if item.state is CopyState.CHANGED}
    fresh = {source.name: _hash(source) for source in sources}
    publish_text(folder / _GIVEN, json.dumps({**fresh, **hashes}, indent=1) + "\n")
    return copies


def changed(copies: Iterable[WorkingCopy]) -> list[str]:
    """Names of the copies that their user changed while the template was renewed."""
    return [item.path.name for item in copies if item.state is CopyState.CHANGED]


def _copied(source: Path, folder: Path, given: str) -> WorkingCopy:
    path, template = folder / source.name, _hash(source)
    there = _hash(path) if path.is_file() else ""
    if there and there != given and there != template:
        return WorkingCopy(path, CopyState.KEPT if given == template else CopyState.CHANGED)
    if there == template:
        return WorkingCopy(path, CopyState.KEPT)
    publish_bytes(path, source.read_bytes())
    return WorkingCopy(path, CopyState.COPIED)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _given(folder: Path) -> dict[str, str]:
    """What was copied before; nothing where that can't be read: copies that differ then count as the user's own."""
    try:
        found = json.loads((folder / _GIVEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
