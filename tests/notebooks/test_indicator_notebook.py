"""The notebook on one indicator, executed: on printed figures, with and without ipywidgets, and its numbers."""

import re

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.kernels.notebook_parameters import read_notebook
from sxresearch.paths import DATA, NOTEBOOKS

NATION, INDICATOR = "100000", "maternal_mortality_ratio"
REAL = DATA / "observations" / "china-national.csv"
WIDGET = "application/vnd.jupyter.widget-view+json"
HIDDEN = 'import sys\n\nsys.modules["ipywidgets"] = None'


def executed(source: NotebookNode) -> NotebookNode:
    given = {"region": NATION, "indicator": INDICATOR, "observations": [str(REAL)]}
    with Kernels() as kernels:
        return kernels.execute(source, given, seconds=300.0).notebook


@pytest.fixture(scope="module")
def with_widgets() -> NotebookNode:
    return executed(read_notebook(NOTEBOOKS / "indicator.ipynb"))


def pages(notebook: NotebookNode) -> str:
    outputs = (item for cell in notebook.cells for item in cell.get("outputs", []))
    return "".join(item.data.get("text/html", "") for item in outputs if "data" in item)


def test_its_table_says_what_the_assessment_says(with_widgets: NotebookNode):
    inputs = load_inputs(observations=REAL)
    table = assess(inputs, regions=[NATION]).verdicts
    mine = table[(table["indicator"] == INDICATOR) & (table["group"] == "total")]
    assert len(mine) > 0
    words = re.sub(r"<[^>]+>", " ", pages(with_widgets))
    for row in mine.itertuples():
        assert f"{row.latest_value:.1f}".rstrip("0").rstrip(".") in words
        assert f"{row.projected:.2f}" in words
    assert "演示数据" not in words


def test_every_drawing_is_there_and_states_its_finding(with_widgets: NotebookNode):
    html = pages(with_widgets)
    found = re.findall(r"<svg[^>]*role=\"img\".*?<desc[^>]*>(.*?)</desc>", html, re.DOTALL)
    assert len(found) >= 3
    assert all(len(text) > 10 for text in found)


def test_with_ipywidgets_there_is_a_form(with_widgets: NotebookNode):
    assert WIDGET in with_widgets.cells[-1].outputs[0].data


def test_without_ipywidgets_it_runs_and_says_what_to_do(with_widgets: NotebookNode):
    bare = nbformat.read(NOTEBOOKS / "indicator.ipynb", as_version=4)
    bare.cells.insert(0, new_code_cell(HIDDEN, id="hidden"))
    for cell in bare.cells:
        cell.metadata.setdefault("tags", [])
    found = executed(bare)
    assert WIDGET not in found.cells[-1].outputs[0].data
    assert "ipywidgets" in found.cells[-1].outputs[0].data["text/html"]
