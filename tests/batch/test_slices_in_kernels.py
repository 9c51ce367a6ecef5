"""A brief from its slice has the bytes of one whose notebook read and judged everything for itself."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.paths import BRIEF, PLANS
from sxresearch.region_slice import Asked, RunSlices
from sxresearch.run_answers import answers_of
from tests.batch.few_cases import CITY, SHOWN, few_cases

pytestmark = pytest.mark.long
REGIONS = (CITY, SHOWN[0])
TELL = (
    "import sys; from sxresearch.brief.page import markup; "
    "print([*sys.modules, *(name for _, name in markup._environment().cache.keys())])"
)
"""Prints the modules of a process, and the templates that it has compiled."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("few") / "few.csv"
    few_cases().to_csv(path, index=False)
    return path


def _executed(kernels: Kernels, parameters: dict[str, Any], own: bytes = b"") -> str:
    notebook = nbformat.read(BRIEF, as_version=4)
    return nbformat.writes(kernels.execute(notebook, parameters, seconds=600.0, own=own).notebook)


@pytest.mark.parametrize("internal", [False, True])
def test_the_bytes_are_those_of_the_notebook_alone(internal: bool, file: Path):
    inputs = load_inputs(PLANS, file)
    slices = RunSlices(answers_of(inputs, REGIONS), Asked.of(PLANS, [str(file)], None, None), internal)
    given = {"observations": [str(file)], **({"internal": True} if internal else {})}
    with Kernels() as fresh, Kernels(forked=True) as forked:
        fresh.share(slices.common, "zh")
        forked.share(slices.common, "zh")
        for region in REGIONS:
            parameters, own = {"region": region, **given}, slices.of(region)
            alone = _executed(fresh, parameters)
            assert _executed(forked, parameters, own) == alone
            assert _executed(fresh, parameters, own) == alone


def test_a_kernel_with_a_slice_reads_no_other_file(file: Path):
    """The files of figures are gone when the brief is made."""
    inputs = load_inputs(PLANS, file)
    slices = RunSlices(answers_of(inputs, REGIONS[:1]), Asked.of(PLANS, ["gone.csv"], None, None), internal=False)
    parameters = {"region": REGIONS[0], "observations": ["gone.csv"]}
    with Kernels(forked=True) as kernels:
        kernels.share(slices.common, "zh")
        assert "SXRESEARCH" not in _executed(kernels, parameters, slices.of(REGIONS[0]))


def test_a_forked_kernel_finds_all_that_a_brief_needs_loaded_and_compiled(file: Path):
    """What is forgotten there each brief would load for itself: libraries, and the templates of its sections."""
    prepared = f"from sxresearch.batch.kernels.fork_server import prepare; prepare(); {TELL}"
    known = subprocess.run([sys.executable, "-c", prepared], check=True, capture_output=True, text=True).stdout
    inputs = load_inputs(PLANS, file)
    slices = RunSlices(answers_of(inputs, REGIONS[:1]), Asked.of(PLANS, [str(file)], None, None), internal=False)
    notebook = nbformat.read(BRIEF, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(TELL))
    parameters = {"region": REGIONS[0], "observations": [str(file)]}
    with Kernels(forked=True) as kernels:
        kernels.share(slices.common, "zh")
        executed = kernels.execute(notebook, parameters, seconds=600.0, own=slices.of(REGIONS[0])).notebook
    found = executed.cells[-1].outputs[0].text
    assert "targets.html.j2" in found
    assert set(ast.literal_eval(found)) - set(ast.literal_eval(known)) == {"runpy"}  # python -m
