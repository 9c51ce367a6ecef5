"""The validator itself: every rule has a notebook that breaks it, and only it."""

from pathlib import Path

import nbformat
import pytest

from tests.notebooks.rules import NoNotebook, broken_rules, notebooks_in

FIXTURES = Path(__file__).parent / "fixtures"
BROKEN = {
    "kept_output": "outputs and execution counts must be stripped",
    "long_cells": "median of at most 4 lines per cell, found 8",
    "no_heading": "one heading of the first level expected, found 0",
    "too_many_cells": "at most 12 code cells, found 13",
    "too_many_lines": "at most 60 lines of code, found 63",
    "two_headings": "one heading of the first level expected, found 2",
    "two_parameter_cells": "one cell tagged parameters expected, found 2",
    "uncommented_parameter": "parameter region has no comment",
    "without_parameters": "one cell tagged parameters expected, found 0",
}


@pytest.mark.parametrize(("name", "sentence"), BROKEN.items())
def test_a_bad_notebook_is_caught(name: str, sentence: str):
    assert sentence in broken_rules(FIXTURES / "bad" / f"{name}.ipynb")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("def half(x):\n    return x / 2", "FunctionDef"),
        ("class Half:\n    pass", "ClassDef"),
        ("h = lambda x: x / 2", "Lambda"),
    ],
)
def test_a_definition_is_caught(tmp_path: Path, code: str, kind: str):
    notebook = nbformat.read(FIXTURES / "raises.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(code, id="definition"))
    nbformat.write(notebook, tmp_path / "defines.ipynb")
    assert broken_rules(tmp_path / "defines.ipynb") == [f"a notebook defines nothing, found {kind}"]


def test_every_bad_notebook_has_its_case():
    assert {path.stem for path in notebooks_in(FIXTURES / "bad")} == set(BROKEN)


def test_a_good_notebook_breaks_no_rule():
    assert broken_rules(FIXTURES / "raises.ipynb") == []


def test_a_folder_without_notebooks_is_an_error(tmp_path: Path):
    with pytest.raises(NoNotebook):
        notebooks_in(tmp_path)
