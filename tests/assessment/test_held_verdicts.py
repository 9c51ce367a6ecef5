"""The verdicts that held figures bear on: what is judged of a part says what judging everything says."""

from dataclasses import replace

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.held_verdicts import held_figures_of, held_verdicts, verdicts_with_held
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.parts import run_parts
from sxresearch.assessment.parts.run_parts import HeldAsked, PartAnswers, answered, part_tasks
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Details
from sxresearch.monitoring.contract import HELD
from tests.batch.few_cases import CITY, COUNTIES
from tests.brief.quality.test_page import reports

REGIONS = (CITY, *COUNTIES)
SERIES = ["region", "indicator", "group"]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """One slip of the pen: the city's infant mortality ten times too high in 2023."""
    path = tmp_path_factory.mktemp("data") / "few.csv"
    reports().to_csv(path, index=False)
    return load_inputs(observations=path)


def everything(inputs: Inputs, *, used: bool) -> pd.DataFrame:
    """The verdicts about the held series, picked from an assessment of all targets on all figures."""
    table = inputs.observations.table
    table = table.assign(**{HELD: ""}) if used else table
    whole = assess(
        replace(inputs, observations=replace(inputs.observations, table=table)), REGIONS, details=Details.NONE
    )
    series = held_figures_of(inputs, REGIONS, None)[SERIES].drop_duplicates()
    return whole.verdicts.merge(series, on=SERIES).reset_index(drop=True)


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    assert list(found.columns) == list(VERDICT_COLUMNS)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, check_exact=True)


def test_only_the_series_with_held_figures_are_judged_and_the_answers_are_those_of_the_whole(inputs: Inputs):
    held = held_figures_of(inputs, REGIONS, None)
    assert held[[*SERIES, "year"]].to_numpy().tolist() == [[CITY, "infant_mortality_rate", "total", 2023]]
    found = held_verdicts(inputs, REGIONS, None)
    assert set(found.used["region"]) == set(found.without["region"]) == {CITY}
    assert set(found.used["indicator"]) == {"infant_mortality_rate"}
    same(found.without, everything(inputs, used=False))
    same(found.used, everything(inputs, used=True))
    assert (found.used["latest_year"].max(), found.without["latest_year"].max()) == (2023, 2022)


def test_a_slip_in_a_later_year_than_the_one_asked_for_is_not_looked_at(inputs: Inputs):
    assert held_figures_of(inputs, REGIONS, 2022).empty
    assert verdicts_with_held(inputs, REGIONS, 2022, None).empty
    assert held_figures_of(inputs, COUNTIES, None).empty


def test_judged_in_the_parts_of_a_run_they_are_the_same(inputs: Inputs, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run_parts, "FIGURES_PER_PART", 30)
    asked = HeldAsked(REGIONS, None, None)
    tasks = list(part_tasks(inputs, [asked]))
    assert len(tasks) > 1
    answers = PartAnswers(tuple(map(answered, tasks)))
    same(answers.with_held(asked, inputs), held_verdicts(inputs, REGIONS, None).used)
    assert sum(len(found.answer) > 0 for found in answers.answers) == 1  # the other parts hold nothing back


def test_where_nothing_is_held_there_is_a_table_without_rows(inputs: Inputs):
    table = inputs.observations.table
    clean = replace(inputs, observations=replace(inputs.observations, table=table.assign(**{HELD: ""})))
    asked = HeldAsked(REGIONS, None, None)
    found = PartAnswers(tuple(map(answered, part_tasks(clean, [asked])))).with_held(asked, clean)
    assert list(found.columns) == list(VERDICT_COLUMNS)
    assert found.empty
