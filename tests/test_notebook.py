"""What a run worked out once is given to its notebooks for the very same question, and for no other."""

import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import sxresearch as sx
from sxresearch import notebook
from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.notebook import RunAnswers, remember
from sxresearch.paths import PLANS
from tests.batch.conftest import REGIONS, observations_csv

CITIES = REGIONS[1:]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def answers(data: Path) -> Iterator[RunAnswers]:
    yield remember(CITIES, PLANS, str(data))
    notebook._remembered = None


@pytest.fixture
def nothing_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("judging.assess", "reading.load_inputs", "past.panel_record", "earlier.assess_year_before"):
        monkeypatch.setattr(f"sxresearch.notebook.{name}", None)


@pytest.mark.usefixtures("nothing_is_computed")
def test_the_same_question_is_answered_from_memory(answers: RunAnswers, data: Path):
    inputs = sx.load_inputs(PLANS, str(data))
    assert inputs is answers.inputs
    one = sx.assess(inputs, regions=[CITIES[1]])
    assert set(one.verdicts["region"]) == {CITIES[1]}
    pd.testing.assert_frame_equal(one.verdicts, answers.judged.assessment.of_region(CITIES[1]).verdicts)
    assert sx.panel_record(inputs, CITIES[0]) is sx.panel_record(inputs, CITIES[1]) is answers.judged.records["cities"]
    before = sx.year_before(inputs, CITIES[1]).known_then.verdicts
    pd.testing.assert_frame_equal(before, answers.judged.before.known_then.of_region(CITIES[1]).verdicts)
    assert set(before["as_of"]) == {2022}


@pytest.mark.usefixtures("nothing_is_computed")
def test_the_last_year_of_the_data_may_be_named_or_left_out(answers: RunAnswers):
    assert sx.panel_record(answers.inputs, CITIES[0], 2023) is sx.panel_record(answers.inputs, CITIES[0])
    pd.testing.assert_frame_equal(
        sx.assess(answers.inputs, [CITIES[0]], 2023).verdicts, sx.assess(answers.inputs, [CITIES[0]]).verdicts
    )


def test_equal_inputs_are_not_the_same_inputs(answers: RunAnswers, data: Path, monkeypatch):
    """Identity decides: what is equal today may have been read from files that changed meanwhile."""
    other = load_inputs(PLANS, str(data))
    asked = []
    monkeypatch.setattr(notebook.judging, "assess", lambda *given, **_: asked.append(given))
    monkeypatch.setattr(notebook.past, "panel_record", lambda *given: asked.append(given))
    sx.assess(other, [CITIES[0]])
    sx.panel_record(other, CITIES[0])
    assert [given[0] for given in asked] == [other, other]


@pytest.mark.parametrize("years", [{"as_of": 2022}, {"target_year": 2024}])
def test_other_years_are_judged_anew(years: dict, answers: RunAnswers):
    found = sx.assess(answers.inputs, [CITIES[0]], **years).verdicts
    pd.testing.assert_frame_equal(found, assess(answers.inputs, [CITIES[0]], **years).verdicts)
    known = answers.judged.assessment.of_region(CITIES[0]).verdicts
    assert not found["p_attain"].equals(known["p_attain"])


def test_a_region_that_was_not_judged_is_judged_anew(answers: RunAnswers):
    assert "140000" not in answers.judged.assessment.regions
    assert set(sx.assess(answers.inputs, ["140000"]).verdicts["region"]) == {"140000"}


def test_a_file_that_changed_since_is_read_anew(answers: RunAnswers, data: Path):
    state = data.stat()
    text = data.read_text(encoding="utf-8")
    try:
        data.write_text(text.replace("12.0", "11.0"), encoding="utf-8")  # the same size
        os.utime(data, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
        assert sx.load_inputs(PLANS, str(data)) is not answers.inputs
    finally:
        data.write_text(text, encoding="utf-8")
        os.utime(data, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert sx.load_inputs(PLANS, str(data)) is answers.inputs


def test_other_paths_or_a_register_of_one_s_own_are_read_anew(answers: RunAnswers, data: Path):
    assert sx.load_inputs(PLANS, [data, data.with_name("none.csv")][:1]) is answers.inputs
    assert sx.load_inputs(PLANS, data, answers.inputs.register) is not answers.inputs


def test_without_a_run_nothing_is_remembered(data: Path, monkeypatch):
    monkeypatch.setattr(notebook, "_remembered", None)
    assert sx.load_inputs(PLANS, data) is not sx.load_inputs(PLANS, data)
