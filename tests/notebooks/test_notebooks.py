"""The notebooks of the toolkit: their rules, a run under nbval, and numbers in an executed copy."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.kernels.notebook_parameters import parameter_names, read_notebook
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.content.headline import read_headline
from sxresearch.paths import BRIEF, DATA, NOTEBOOKS, ROOT
from sxresearch.terms import Flag, Language, RuleKind
from tests.notebooks.rules import broken_rules, notebooks_in

ALL = notebooks_in(NOTEBOOKS)  # an error when there is none
NATION = "100000"
MINUTES = ("data_quality", "final_evaluation", "midterm_evaluation", "overview", "region_brief", "track_record")
"""Notebooks that judge or replay many regions: run with the long tests."""
_SHORT_AND_LONG = [pytest.param(path, id=path.stem, marks=[pytest.mark.long] * (path.stem in MINUTES)) for path in ALL]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_notebook_keeps_the_rules(path: Path):
    assert broken_rules(path) == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_notebook_compares_its_own_parameters_before_it_reads_anything(path: Path):
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert "sx.check_parameters(globals())" in cells[1]
    assert "sx.load_inputs" not in cells[0]


def test_the_brief_takes_what_the_batch_gives():
    plans = ("shanxi-women-2021-2025",)
    everything = Parameters("plans", ("data.csv",), 2023, 2025, Language.ZH, plans, internal=True).given()
    assert set(parameter_names(read_notebook(BRIEF))) == {"region", *everything}


@pytest.mark.parametrize("path", _SHORT_AND_LONG)
def test_a_notebook_runs_from_top_to_bottom_under_nbval(path: Path):
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "--nbval-current-env", "-p", "no:cacheprovider", "-q"]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    ended = subprocess.run(
        [*command, "-c", os.devnull, "--rootdir", str(path.parent), str(path)],
        capture_output=True, text=True, check=False, env=surroundings, timeout=300,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout
    cells = sum(cell.cell_type == "code" for cell in nbformat.read(path, as_version=4).cells)
    assert re.search(rf"\b{cells} passed", ended.stdout), ended.stdout


def test_an_executed_brief_holds_the_numbers_of_the_assessment():
    """The nation, on printed figures: what the page says is what the table says."""
    real = DATA / "observations" / "china-national.csv"
    with Kernels() as kernels:
        given = {"region": NATION, **Parameters(observations=(str(real),), lang=Language.EN).given()}
        headline = read_headline(kernels.execute(read_notebook(BRIEF), given, seconds=300.0).notebook)
    inputs = load_inputs(observations=real)
    table = assess(inputs, regions=[NATION]).verdicts
    apart = {plan.id for plan in inputs.plans if plan.counted_apart}
    measurable = table[(table["rule"] != RuleKind.QUALITATIVE) & ~table["plan"].isin(apart)]
    counts = headline["counts"]
    assert counts["measurable"] == len(measurable) > 0
    assert counts["urgent"] == (measurable["flag"] == Flag.URGENT).sum()
    assert counts["not_assessable"] == measurable["p_attain"].isna().sum()
    assert not headline["synthetic"]
    assert headline["language"] == "en"
