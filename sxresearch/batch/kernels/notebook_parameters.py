"""The notebook of a run, and the parameters that it says it takes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.reader import NotJSONError
from papermill import inspect_notebook

from sxresearch.errors import BadParameter, Fault
from sxresearch.file_content import bytes_of


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that has a cell of parameters.

    Raises
    ------
    BadParameter
        If the file is missing, no notebook, or has no parameters: papermill would then put the
        values on top, and the notebook would run with others.
    """
    try:
        notebook: NotebookNode = nbformat.reads(bytes_of(path, BadParameter).decode("utf-8"), as_version=4)
    except (NotJSONError, nbformat.ValidationError, UnicodeDecodeError, AttributeError) as cause:
        raise BadParameter.of("notebook-form", str(path), problem=type(cause).__name__) from cause
    if not isinstance(notebook, NotebookNode):  # a form older than version 4
        raise BadParameter.of("notebook-form", str(path), problem="nbformat < 4")
    if not parameter_names(notebook):
        raise BadParameter.of("notebook-without-parameters", str(path))
    return notebook


def parameter_names(notebook: NotebookNode) -> tuple[str, ...]:
    """Names in the notebook's own ``parameters`` cell, in order."""
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
    return tuple(inspect_notebook(notebook))


def check_names(given: Mapping[str, Any], notebook: NotebookNode, path: Path) -> None:
    """Refuse a parameter that the notebook does not know (papermill would only warn)."""
    known = parameter_names(notebook)
    faults = [
        Fault.of("parameter-unknown", str(path), name=name, known=", ".join(known))
        for name in given
        if name not in known
    ]
    if faults:
        raise BadParameter(faults)
