"""The rules that every notebook of the toolkit keeps: it tells one story and calls the package."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from papermill import inspect_notebook

from sxresearch.brief.page.export import CELL_TAG

MOST_CELLS = 12
"""Code cells that tell the story; those that show a section of the brief are as many as it has sections, and
``tests/brief/test_one_home.py`` holds them to that list."""
MOST_LINES = 60
MOST_LINES_IN_THE_MIDDLE = 4
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class NoNotebook(Exception):
    """A folder that should hold notebooks holds none: a check of nothing must not pass."""


def notebooks_in(folder: Path) -> list[Path]:
    """The notebooks of a folder.

    Raises
    ------
    NoNotebook
        If there is none.
    """
    found = sorted(folder.glob("*.ipynb"))
    if not found:
        raise NoNotebook(f"no notebook in {folder}")
    return found


def broken_rules(path: Path) -> list[str]:
    """A sentence for every rule that the notebook breaks."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
    return [
        *_headings(notebook),
        *_parameters(notebook),
        *_size(notebook),
        *_definitions(notebook),
        *_left_overs(notebook),
    ]


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _headings(notebook: NotebookNode) -> Iterator[str]:
    lines = [line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    found = sum(line.startswith("# ") for line in lines)
    if found != 1:
        yield f"one heading of the first level expected, found {found}"


def _parameters(notebook: NotebookNode) -> Iterator[str]:
    tagged = sum("parameters" in cell.metadata["tags"] for cell in notebook.cells)
    if tagged != 1:
        yield f"one cell tagged parameters expected, found {tagged}"
    for name, about in inspect_notebook(notebook).items():
        if not about["help"]:
            yield f"parameter {name} has no comment"


def _size(notebook: NotebookNode) -> Iterator[str]:
    lines = [sum(bool(line.strip()) for line in cell.source.splitlines()) for cell in _code(notebook)]
    telling = [cell for cell in _code(notebook) if CELL_TAG not in cell.metadata["tags"]]
    if len(telling) > MOST_CELLS:
        yield f"at most {MOST_CELLS} code cells, found {len(telling)}"
    if sum(lines) > MOST_LINES:
        yield f"at most {MOST_LINES} lines of code, found {sum(lines)}"
    if lines and statistics.median(lines) > MOST_LINES_IN_THE_MIDDLE:
        yield f"median of at most {MOST_LINES_IN_THE_MIDDLE} lines per cell, found {statistics.median(lines):g}"


def _definitions(notebook: NotebookNode) -> Iterator[str]:
    for cell in _code(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, _DEFINITIONS):
                yield f"a notebook defines nothing, found {type(node).__name__}"


def _left_overs(notebook: NotebookNode) -> Iterator[str]:
    if any(cell.outputs or cell.execution_count is not None for cell in _code(notebook)):
        yield "outputs and execution counts must be stripped"
