"""Notebooks made of a template for what a form asks: a copy to open, or a copy that has been executed."""

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.sign import NotebookNotary

from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.kernels.notebook_parameters import parameter_names, read_notebook
from sxresearch.brief.page.export import CELL_TAG, export_html
from sxresearch.files import publish_text, writable
from sxresearch.paths import NOTEBOOKS
from sxresearch.terms import Language
from sxresearch.workbench.working_copies import FOLDER, START

SECONDS = 900.0
"""The longest that a notebook may take."""
_ASSIGNED = re.compile(r"^(?P<name>\w+) = .*?(?P<comment>  #.*)?$")
_BETWEEN = " / "  # a template's heading: Chinese / English


@dataclass(frozen=True)
class MadeNotebook:
    """A notebook in the user's folder, and the page made of it where it makes one."""

    notebook: Path
    page: Path | None = None


def titles(language: Language, templates: Path = NOTEBOOKS) -> dict[str, str]:
    """Name of every template but the start page to its heading."""
    found = {}
    for path in sorted(templates.glob("*.ipynb")):
        if path.name != START:
            found[path.stem] = _heading(nbformat.read(path, as_version=4)).split(_BETWEEN)[language is Language.EN]
    return found


def _heading(notebook: NotebookNode) -> str:
    lines = (line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))


def copy_to_open(name: str, asked: Mapping[str, Any], root: Path, templates: Path = NOTEBOOKS) -> MadeNotebook:
    """A copy of the template ``name`` with what was asked in its cell of parameters; never in place of another file.

    Raises
    ------
    SxError
        If the template can't be read, or the folder can't be written into.
    """
    notebook = read_notebook(templates / f"{name}.ipynb")
    given = _taken(notebook, asked)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = "\n".join(_with_value(line, given) for line in cell.source.splitlines())
    path = _free(root / FOLDER, name, asked)
    publish_text(path, nbformat.writes(notebook) + "\n")
    return MadeNotebook(path)


def copy_executed(name: str, asked: Mapping[str, Any], root: Path, templates: Path = NOTEBOOKS) -> MadeNotebook:
    """The template executed with what was asked; where it has cells of a brief, the page beside it.

    Raises
    ------
    SxError
        If a cell raises, or the notebook takes longer than SECONDS.
    """
    notebook = read_notebook(templates / f"{name}.ipynb")
    executed = _executed(notebook, _taken(notebook, asked))
    NotebookNotary().sign(executed)  # made here and now by our own template: JupyterLab may show what it holds
    path = _free(root / FOLDER, name, asked)
    publish_text(path, nbformat.writes(executed) + "\n")
    if not any(CELL_TAG in cell.metadata.get("tags", []) for cell in executed.cells):
        return MadeNotebook(path)
    page = path.with_suffix(".html")
    with writable(page):
        export_html(executed, page)
    return MadeNotebook(path, page)


def _executed(notebook: NotebookNode, given: Mapping[str, Any]) -> NotebookNode:
    """In a thread of its own: a form's own kernel has an event loop running in this one."""
    with Kernels() as kernels, ThreadPoolExecutor(1) as threads:
        return threads.submit(kernels.execute, notebook, given, seconds=SECONDS).result().notebook


def _taken(notebook: NotebookNode, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the notebook takes of what was asked; a region alone is a list where it takes several."""
    known = parameter_names(notebook)
    several = {"regions": [asked["region"]]} if asked.get("region") else {}
    return {name: value for name, value in {**several, **asked}.items() if name in known and value is not None}


def _with_value(line: str, given: Mapping[str, Any]) -> str:
    found = _ASSIGNED.match(line)
    if found is None or found["name"] not in given:
        return line
    return f"{found['name']} = {given[found['name']]!r}{found['comment'] or ''}"


def _free(folder: Path, name: str, asked: Mapping[str, Any]) -> Path:
    """A path that nothing has yet: the template's name, the region, and a number from the second on."""
    stem = "-".join([name, *filter(None, [asked.get("region")])])
    tried = (folder / f"{stem}{'' if number == 1 else f'-{number}'}.ipynb" for number in range(1, 10_000))
    return next(path for path in tried if not path.exists())
