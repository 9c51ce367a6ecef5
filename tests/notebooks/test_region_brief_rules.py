"""The notebook tells one story and defines nothing."""

import ast
import re

import nbformat
import pytest

from sxresearch.brief.page.export import CELL_TAG
from sxresearch.brief.page.sections import SECTIONS
from sxresearch.paths import NOTEBOOKS

NOUNS = ["plan", "monitoring", "projection", "assessment", "brief"]


@pytest.fixture(scope="module")
def notebook():
    return nbformat.read(NOTEBOOKS / "region_brief.ipynb", as_version=4)


@pytest.fixture(scope="module")
def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_it_is_short(code):
    lines = sum(len(cell.source.splitlines()) for cell in code)
    telling = [cell for cell in code if CELL_TAG not in cell.metadata.get("tags", [])]
    assert len(telling) <= 12 - len(NOUNS)
    assert lines <= 60


def test_it_defines_no_function(code):
    tree = ast.parse("\n".join(cell.source for cell in code))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_it_stores_no_outputs(code):
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


def test_it_has_one_title_and_one_section_per_noun(notebook):
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert len(re.findall(r"^# ", prose, re.MULTILINE)) == 1
    assert [line.split("/ ")[1].split(":")[0] for line in re.findall(r"^## .*", prose, re.MULTILINE)] == NOUNS


def test_its_parameters_are_the_agreed_ones_each_with_a_comment(code):
    tagged = [cell for cell in code if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    lines = tagged[0].source.splitlines()
    assert [line.split(" = ")[0] for line in lines] == [
        "region",
        "as_of",
        "target_year",
        "plans",
        "plan_ids",
        "observations",
        "lang",
        "internal",
    ]
    assert all("  # " in line for line in lines)


def test_the_parts_of_the_brief_are_cells_that_call_the_package(code):
    shown = [cell.source.splitlines()[-1] for cell in code if CELL_TAG in cell.metadata.get("tags", [])]
    assert shown == [f"sx.{section.make.__name__}(content)" for section in SECTIONS]
