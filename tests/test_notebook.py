"""What a run worked out once is given to its notebooks for the very same question, and for no other."""

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import sxresearch as sx
from sxresearch import notebook
from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.assessment.verdict import Details
from sxresearch.assessment.year_before import assess_year_before
from sxresearch.brief.content.panel_record import panel_record
from sxresearch.paths import PLANS
from sxresearch.region_slice import COMMON_FILE, VARIABLE, Asked, RunSlices
from sxresearch.run_answers import RunAnswers, answers_of
from tests.batch.conftest import REGIONS, observations_csv

CITIES = REGIONS[1:]
CITY = CITIES[1]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(data: Path) -> RunAnswers:
    return answers_of(load_inputs(PLANS, str(data)), CITIES)


@pytest.fixture
def given(run: RunAnswers, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunAnswers:
    """This process is a kernel that makes the brief of CITY: its slice and the common part lie in a folder."""
    slices = RunSlices(run, Asked.of(PLANS, [str(data)], None, None), internal=False)
    (tmp_path / COMMON_FILE).write_bytes(slices.common)
    (tmp_path / "k1.slice").write_bytes(slices.of(CITY))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "k1.slice"))
    monkeypatch.setattr(notebook, "_given", None)
    return run


@pytest.fixture
def nothing_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("judging.assess", "reading.load_inputs", "past.panel_record", "earlier.assess_year_before"):
        monkeypatch.setattr(f"sxresearch.notebook.{name}", None)


@pytest.mark.usefixtures("nothing_is_computed")
def test_the_question_of_the_run_is_answered_from_the_slice(given: RunAnswers, data: Path):
    inputs = sx.load_inputs(PLANS, str(data))
    assert inputs is sx.load_inputs(PLANS, str(data))
    one = sx.assess(inputs, regions=[CITY])
    assert set(one.verdicts["region"]) == {CITY}
    for name in ("verdicts", "fans", "scenarios"):
        there = getattr(given.judged.assessment.of_region(CITY), name)
        pd.testing.assert_frame_equal(getattr(one, name), there, check_exact=True)
    record = sx.panel_record(inputs, CITY)
    pd.testing.assert_frame_equal(record.cases, given.judged.records["cities"].cases, check_exact=True)
    before = sx.year_before(inputs, CITY).known_then.verdicts
    pd.testing.assert_frame_equal(before, given.judged.before.known_then.of_region(CITY).verdicts)
    assert set(before["as_of"]) == {2022}


@pytest.mark.usefixtures("given", "nothing_is_computed")
def test_the_last_year_of_the_data_may_be_named_or_left_out(data: Path):
    inputs = sx.load_inputs(PLANS, str(data))
    assert sx.panel_record(inputs, CITY, 2023) is sx.panel_record(inputs, CITY)
    pd.testing.assert_frame_equal(sx.assess(inputs, [CITY], 2023).verdicts, sx.assess(inputs, [CITY]).verdicts)


@pytest.mark.usefixtures("given")
def test_equal_inputs_are_not_the_same_inputs(data: Path, monkeypatch):
    """Identity decides: what is equal today may have been read from files that changed meanwhile."""
    other = load_inputs(PLANS, str(data))
    sx.load_inputs(PLANS, str(data))
    asked = []
    monkeypatch.setattr(notebook.judging, "assess", lambda *given, **_: asked.append(given))
    monkeypatch.setattr(notebook.past, "panel_record", lambda *given: asked.append(given))
    sx.assess(other, [CITY])
    sx.panel_record(other, CITY)
    assert [given[0] for given in asked] == [other, other]


@pytest.mark.parametrize("years", [{"as_of": 2022}, {"target_year": 2024}])
def test_other_years_are_judged_anew_on_all_figures(years: dict, given: RunAnswers, data: Path):
    """A slice lacks the figures of other counties; what it does not answer is read and judged as a whole."""
    found = sx.assess(sx.load_inputs(PLANS, str(data)), [CITY], **years).verdicts
    pd.testing.assert_frame_equal(found, assess(given.inputs, [CITY], **years).verdicts)
    known = given.judged.assessment.of_region(CITY).verdicts
    assert not found["p_attain"].equals(known["p_attain"])


def test_another_region_is_judged_anew_on_all_figures(given: RunAnswers, data: Path):
    inputs = sx.load_inputs(PLANS, str(data))
    pd.testing.assert_frame_equal(
        sx.assess(inputs, ["140000"]).verdicts, assess(given.inputs, ["140000"], details=Details.ALL).verdicts
    )
    other = sx.year_before(inputs, "140000").known_then.verdicts
    pd.testing.assert_frame_equal(other, assess_year_before(given.inputs, ["140000"]).known_then.verdicts)
    record, there = sx.panel_record(inputs, CITY, 2022), panel_record(given.inputs, CITY, 2022)
    pd.testing.assert_frame_equal(record.cases, there.cases)


@pytest.mark.usefixtures("nothing_is_computed", "given")
def test_a_file_that_changed_since_changes_no_brief_of_the_run(data: Path):
    """The manifest names the file that the run has read: a brief made later rests on the same figures."""
    before = sx.load_inputs(PLANS, str(data))
    text, state = data.read_text(encoding="utf-8"), data.stat()
    try:
        data.write_text(text.replace("12.0", "11.0"), encoding="utf-8")
        assert sx.load_inputs(PLANS, str(data)) is before
    finally:
        data.write_text(text, encoding="utf-8")
        os.utime(data, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    "load",
    [
        lambda data, _register: sx.load_inputs(PLANS, data.with_name("other.csv")),
        lambda data, _register: sx.load_inputs(PLANS, data, as_of=2022),
        lambda data, register: sx.load_inputs(PLANS, data, register),
    ],
    ids=["another file", "another year", "a register of one's own"],
)
def test_another_question_is_read_anew(load: Callable, run: RunAnswers, data: Path):
    other = data.with_name("other.csv")
    other.write_text(data.read_text(encoding="utf-8"), encoding="utf-8")
    assert load(data, run.inputs.register) is not sx.load_inputs(PLANS, data)
    assert len(load(data, run.inputs.register).observations.table) == len(run.inputs.observations.table)


def test_what_all_briefs_share_is_read_by_the_process_that_kernels_are_forked_from(given, data, tmp_path, monkeypatch):
    monkeypatch.setattr(notebook, "_common", None)
    notebook.remember(notebook.read_common(tmp_path / COMMON_FILE))
    (tmp_path / COMMON_FILE).unlink()
    assert sx.load_inputs(PLANS, str(data)).extent.rows == len(given.inputs.observations.table)
    monkeypatch.setattr(notebook, "_common", None)


def test_without_a_run_nothing_is_remembered(data: Path):
    assert sx.load_inputs(PLANS, data) is not sx.load_inputs(PLANS, data)
