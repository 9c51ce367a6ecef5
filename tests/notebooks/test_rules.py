"""The validator itself: every rule has a notebook that breaks it, and only it."""

from pathlib import Path

import pytest

from tests.notebooks.rules import NoNotebook, broken_rules, notebooks_in

FIXTURES = Path(__file__).parent / "fixtures"
BROKEN = {
    "defines_class": "a notebook defines nothing, found ClassDef",
    "defines_function": "a notebook defines nothing, found FunctionDef",
    "defines_lambda": "a notebook defines nothing, found Lambda",
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


def test_every_bad_notebook_has_its_case():
    assert {path.stem for path in notebooks_in(FIXTURES / "bad")} == set(BROKEN)


def test_a_good_notebook_breaks_no_rule():
    assert broken_rules(FIXTURES / "raises.ipynb") == []


def test_a_folder_without_notebooks_is_an_error(tmp_path: Path):
    with pytest.raises(NoNotebook):
        notebooks_in(tmp_path)
