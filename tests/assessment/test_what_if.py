"""What if: the chances along given paces, held to scipy's t distribution and to what must be so."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from sxresearch.assessment import what_if
from sxresearch.assessment.assess import assess, judged_series
from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.verdict import Details
from sxresearch.assessment.what_if import Lenders, Scenario, lenders_of
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Group, Level
from tests.assessment.small_world import small_world

CODES = [f"14{place:02d}00" for place in range(1, 10)]
YEARS = range(2014, 2024)


def _world(value: float = 90.0, rule: str = "at_least"):
    """Nine cities of one province, each rising from 70 % by its own pace: 0.4, 0.5, … 1.2 points a year."""
    noise = np.random.default_rng(7).normal(0, 0.3, (len(CODES), len(YEARS)))
    series = {
        code: {"total": {year: round(70 + (0.4 + 0.1 * place) * step + noise[place, step], 1)
                         for step, year in enumerate(YEARS)}}
        for place, code in enumerate(CODES)
    }  # fmt: skip
    indicator = {"better": "higher", "lower": 0.0, "upper": 100.0, "groups": ["total"]}
    world = small_world(indicator=indicator, target={"rule": rule, "value": value}, series=series)
    cities = {code: Region(code, code, "", Level.CITY, "140000") for code in CODES}
    regions = Regions({"140000": Region("140000", "省", "", Level.PROVINCE, None), **cities})
    return replace(world, regions=regions, plans=(world.plans[0].model_copy(update={"applies_to": "140000"}),))


@pytest.fixture(scope="module")
def world():
    return _world()


@pytest.fixture(scope="module")
def judged(world):
    return assess(world, CODES, details=Details.ALL)


def _row(judged, code, scenario):
    table = judged.scenarios
    return table[(table["region"] == code) & (table["scenario"] == scenario)].iloc[0]


def test_nobody_who_does_not_ask_is_told(world):
    assert assess(world, CODES).scenarios.empty


def test_the_chance_is_that_of_a_t_distribution_around_the_path(world, judged):
    ((_, series, _, year),) = judged_series(world, tuple(CODES))
    outlook, latest = series.predictive(year), series.latest_value
    for place, code in enumerate(CODES):
        for scenario in ("stays", "own"):
            row = _row(judged, code, scenario)
            end = latest[place] + row["pace"] * (year - 2023)
            location, cut = outlook.scale.forward([end, 90.0 - 0.05])
            expected = stats.t.sf((cut - location) / outlook.spread[place], outlook.df[place])
            assert row["p"] == pytest.approx(expected, abs=1e-12)


def test_the_required_pace_ends_on_the_target_and_its_chance_is_about_a_half(judged):
    chances = judged.scenarios.loc[judged.scenarios["scenario"] == "required", "p"]
    assert len(chances) == len(CODES)
    assert chances.between(0.5, 0.56).all()  # half a printed unit above one half


def test_the_paces_are_those_that_the_verdict_prints(judged):
    for verdict in judged.verdicts.itertuples():
        assert _row(judged, verdict.region, "own")["pace"] == verdict.observed_change_per_year
        assert _row(judged, verdict.region, "required")["pace"] == verdict.required_change_per_year


def test_the_best_peer_is_the_fastest_of_the_others(judged):
    paces = judged.verdicts.set_index("region")["observed_change_per_year"]
    for code in CODES:
        row = _row(judged, code, "best_peer")
        assert row["peer"] == paces.drop(code).idxmax()
        assert row["pace"] == paces.drop(code).max()


def test_a_faster_pace_never_lowers_the_chance(judged):
    for code in CODES:
        mine = judged.scenarios[judged.scenarios["region"] == code].sort_values("pace")
        assert mine["p"].is_monotonic_increasing


def test_a_province_is_held_against_its_cities(world):
    assert lenders_of(world, "first", Group.TOTAL, ("140000", "140100")).codes == {
        "140000": frozenset(CODES),
        "140100": frozenset(CODES) - {"140100"},
    }


def test_nobody_is_told_the_pace_of_a_suppressed_county(world):
    hidden = frozenset(CODES[-2:])
    ((_, series, _, _),) = judged_series(world, tuple(CODES))
    lenders = Lenders({code: frozenset(CODES) - {code} for code in CODES}, hidden)
    question = _question(world)
    _, names = what_if._best_peer(series, question, lenders)
    assert not set(names) & hidden


def _question(world):
    target = world.plans[0].fields[0].goals[0].targets[0]
    return Question(target, 2021, 2025, 2020, np.full(len(CODES), 90.0), np.zeros(len(CODES), dtype=bool))


def test_what_is_decided_or_met_has_no_such_path():
    easy = assess(_world(50.0), CODES, details=Details.ALL)
    assert set(easy.scenarios["scenario"]) == {"stays", "own", "best_peer"}  # who is there needs no pace
    assert set(Scenario) == {"stays", "own", "best_peer", "required"}
