"""Judged in parts or in one go: the same verdicts, the same year before, the same record."""

from dataclasses import fields, replace

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.parts import run_parts
from sxresearch.assessment.parts.run_parts import (
    PartAnswers,
    VerdictsAsked,
    YearBeforeAsked,
    answered,
    part_tasks,
    past_asked,
)
from sxresearch.assessment.track_record.past_targets import judge_past_targets
from sxresearch.assessment.track_record.record import TrackRecord, inputs_of_peers, track_record
from sxresearch.assessment.verdict import Details
from sxresearch.assessment.year_before import assess_year_before
from sxresearch.plan.regions import PEER_LEVELS

CITIES, COUNTY = ("140100", "140200", "140300"), "140105"
SOME = ("maternal_mortality_ratio", "neonatal_mortality_rate", "under5_mortality_rate", "women_average_life_expectancy")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    """The cities' synthetic figures of a few indicators, some of them revised, and those of one as a county's."""
    whole = load_inputs()
    known = whole.observations
    asked = {target.indicator for plan in whole.plans for _, _, target in plan.places()}
    names = [*SOME, *sorted(asked - {None, *SOME})[:6]]
    mine = known.table[known.table["indicator"].isin(names) & (known.table["region"] != "100000")]
    county = mine[mine["region"] == CITIES[0]].assign(region=COUNTY)
    table = pd.concat([mine, county], ignore_index=True).assign(reported_at="2025-06-01")
    earlier = table[(table["year"] == 2021) & table["indicator"].isin(SOME[:2])]
    earlier = earlier.assign(value=earlier["value"] * 1.1, reported_at="2022-06-01").reset_index(drop=True)
    return replace(whole, observations=replace(known, table=table, superseded=earlier))


@pytest.fixture(scope="module")
def parts(inputs: Inputs) -> tuple[PartAnswers, VerdictsAsked, YearBeforeAsked]:
    verdicts, before = VerdictsAsked(CITIES, None, None), YearBeforeAsked(CITIES, None, None)
    questions = [past_asked(inputs, "cities", None), verdicts, before]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_parts, "FIGURES_PER_PART", _of(inputs, "cities") // 4)
        tasks = list(part_tasks(inputs, questions))
    assert len({task.place for task in tasks}) == 4
    assert sum(len(task.part.inputs.observations.table) for task in tasks) == 3 * _of(inputs, "cities")
    return PartAnswers(tuple(answered(task) for task in reversed(tasks))), verdicts, before


def _of(inputs: Inputs, peers: str) -> int:
    return len(inputs_of_peers(inputs, peers).observations.table)


def _same(here: pd.DataFrame, there: pd.DataFrame) -> None:
    """Equal but for the last bits: a vectorised logarithm depends on an element's place in the array."""
    pd.testing.assert_frame_equal(here, there, rtol=1e-12, atol=1e-12)


def test_the_verdicts_are_those_of_one_assessment(parts, inputs: Inputs):
    found, asked, _ = parts
    mine, whole = found.verdicts(asked, inputs), assess(inputs, CITIES, details=Details.ALL)
    for name in ("verdicts", "fans", "scenarios"):
        assert len(getattr(whole, name)) > 0
        _same(getattr(mine, name), getattr(whole, name))


def test_the_year_before_is_that_of_one_assessment(parts, inputs: Inputs):
    found, _, asked = parts
    mine, whole = found.year_before(asked, inputs), assess_year_before(inputs, CITIES)
    assert set(whole.revisions["region"]) == set(CITIES)
    pd.testing.assert_frame_equal(mine.revisions, whole.revisions)
    for name in ("known_then", "known_now"):
        _same(getattr(mine, name).verdicts, getattr(whole, name).verdicts)
        assert getattr(mine, name).fans.empty


def test_the_record_is_that_of_all_panels_together(parts, inputs: Inputs):
    found, _, _ = parts
    mine = found.record(past_asked(inputs, "cities", None), inputs)
    whole = track_record(inputs_of_peers(inputs, "cities"))
    assert whole.judged > 100
    for name in [field.name for field in fields(TrackRecord)]:
        here, there = getattr(mine, name), getattr(whole, name)
        if isinstance(there, pd.DataFrame):
            _same(here, there)
        elif name in ("against_base_rate", "one_sided"):
            assert repr(here)[:40] == repr(there)[:40]
        else:
            assert here == there


@pytest.mark.parametrize("as_of", [None, 2021])
def test_a_part_looks_as_far_ahead_as_the_farthest_question_of_all(as_of: int | None, inputs: Inputs):
    asked = past_asked(inputs, "cities", as_of)
    found = judge_past_targets(inputs_of_peers(inputs, "cities"), asked.last).reach
    assert 1 < asked.reach == found


@pytest.mark.parametrize(("share", "cities", "county"), [(2.0, 1, 1), (1.0, 1, 1), (0.5, 2, 1), (0.34, 2, 1)])
def test_how_many_parts_a_level_has_follows_from_its_own_figures(
    share: float, cities: int, county: int, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
):  # fmt: skip
    """A part holds ``share`` of the cities' figures; the county has a twelfth to a fourteenth of them."""
    asked = []
    monkeypatch.setattr(run_parts, "FIGURES_PER_PART", int(share * _of(inputs, "cities")))
    monkeypatch.setattr(run_parts, "chunks_of", lambda _plans, count, **_rest: asked.append(count) or [])
    list(part_tasks(inputs, [VerdictsAsked((*CITIES, COUNTY), None, None)]))
    assert asked == [cities, county]


@pytest.mark.parametrize(
    ("figures", "count"),
    [(0, 1), (9_999, 1), (10_000, 2), (59_999, 11), (60_000, 12), (649_999, 12), (650_000, 13), (10**7, 200)],
)
def test_small_levels_have_a_dozen_parts_and_large_ones_parts_of_fifty_thousand(figures: int, count: int):
    assert run_parts.part_count(figures) == count


def test_a_part_holds_its_own_figures_only(inputs: Inputs, monkeypatch):
    monkeypatch.setattr(run_parts, "FIGURES_PER_PART", _of(inputs, "cities") // 4)
    tasks = list(part_tasks(inputs, [VerdictsAsked((*CITIES, COUNTY), None, None)]))
    assert {task.part.peers for task in tasks} == {"cities", "counties"}
    for peers in ("cities", "counties"):
        parts = [task.part.inputs for task in tasks if task.part.peers == peers]
        held = [set(part.observations.table["indicator"]) for part in parts]
        assert sum(map(len, held)) == len(set.union(*held))
        codes = {code for part in parts for code in part.observations.table["region"]}
        assert {PEER_LEVELS[inputs.regions[code].level] for code in codes} == {peers}
        assert all(part.extent.regions == inputs.extent.regions for part in parts)
        assert {part.observations.sources for part in parts} == {()}


def test_a_question_is_asked_of_its_own_levels_only(inputs: Inputs):
    tasks = list(part_tasks(inputs, [past_asked(inputs, "cities", None), VerdictsAsked((COUNTY,), None, None)]))
    assert [(task.part.peers, type(task.question).__name__) for task in tasks] == [
        ("cities", "PastAsked"),
        ("counties", "VerdictsAsked"),
    ]
