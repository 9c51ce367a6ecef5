"""What changed since the plan began, in the indicator's unit and with a finding."""

from dataclasses import replace

import numpy as np
import pytest

import sxresearch as sx
from sxresearch.assessment.effect.plan_effect import (
    MANY_BEFORE,
    MANY_SINCE,
    SHOWN_BELOW,
    EffectFinding,
    expected_by_chance,
    shown,
)
from sxresearch.assessment.effect.power import power_of
from sxresearch.errors import BadParameter
from tests.assessment.small_world import CITY, small_world

MEAN = {"better": "higher", "measure": "mean", "unit": "years", "decimals": 2}
TARGET = {"rule": "at_least", "value": 90}


def world(jump: float = 0.0, *, better: str = "higher", cities: int = 1, first: int = 2010, last: int = 2024, seed=1):
    rng = np.random.default_rng(seed)
    years = range(first, last + 1)
    series = {}
    for number in range(cities):
        z = 50 + 0.1 * rng.standard_normal(len(years)).cumsum()
        series[str(140100 + 100 * number)] = {
            "total": {y: v + jump * (y >= 2021) for y, v in zip(years, z, strict=True)}
        }
    return small_world(indicator={**MEAN, "better": better}, target=TARGET, series=series)


@pytest.mark.parametrize(
    ("jump", "better", "finding"),
    [
        (0.0, "higher", EffectFinding.NOT_SHOWN),
        (3.0, "higher", EffectFinding.BETTER),
        (-3.0, "higher", EffectFinding.WORSE),
        (-3.0, "lower", EffectFinding.BETTER),
        (3.0, "lower", EffectFinding.WORSE),
        (3.0, "band", EffectFinding.CHANGED),
    ],
)
def test_findings(jump, better, finding):
    found = sx.effect(world(jump, better=better), CITY, "first")
    assert found.finding is finding
    assert (found.before, found.since, found.began, found.last_year) == (11, 4, 2021, 2024)
    assert found.distance is not None and (found.distance.p < SHOWN_BELOW) is (finding is not EffectFinding.NOT_SHOWN)
    assert found.distance.low < found.distance.value < found.distance.high


def test_the_distance_lies_between_the_figure_and_the_former_course():
    found = sx.effect(world(3.0), CITY, "first")
    assert found.latest - found.former == pytest.approx(found.distance.value)
    assert found.level.value == pytest.approx(3.0, abs=0.5)


def test_what_is_detectable_is_detectable():
    found = sx.effect(world(), CITY, "first")
    error = (found.distance.high - found.distance.value) / 2.200985160082949  # t of 11 degrees of freedom, 97.5 %
    assert power_of(found.detectable, error, 11) == pytest.approx(0.8, abs=1e-6)


def test_a_region_borrows_from_its_peers():
    alone, among = (sx.effect(world(cities=count), CITY, "first") for count in (1, 11))
    assert (alone.regions, alone.common) == (1, None)
    assert among.regions == 11 and among.common is not None


@pytest.mark.parametrize(
    ("first", "last", "finding", "few"),
    [
        (2018, 2024, EffectFinding.TOO_FEW, True),
        (2017, 2022, EffectFinding.TOO_FEW, True),
        (2017, 2023, EffectFinding.NOT_SHOWN, True),
        (2021 - MANY_BEFORE, 2020 + MANY_SINCE, EffectFinding.NOT_SHOWN, False),
        (2022 - MANY_BEFORE, 2020 + MANY_SINCE, EffectFinding.NOT_SHOWN, True),
        (2021 - MANY_BEFORE, 2019 + MANY_SINCE, EffectFinding.NOT_SHOWN, True),
    ],
)
def test_few_figures_are_said_to_be_few(first, last, finding, few):
    found = sx.effect(world(first=first, last=last, seed=3), CITY, "first")
    assert (found.finding, found.few) == (finding, few)
    assert (found.distance is None) is (finding is EffectFinding.TOO_FEW)
    assert (MANY_BEFORE, MANY_SINCE) == (8, 5)


def test_a_series_that_stands_still_has_no_answer():
    inputs = small_world(
        indicator=MEAN, target=TARGET, series={CITY: {"total": dict.fromkeys(range(2010, 2025), 99.0)}}
    )
    assert sx.effect(inputs, CITY, "first").finding is EffectFinding.STILL


def test_a_break_is_never_bridged():
    broken = {**MEAN, "breaks": [{"year": 2019, "reason": {"zh": "改", "en": "new"}}]}
    figures = {year: 50.0 + (year % 3) for year in range(2010, 2025)}
    found = sx.effect(small_world(indicator=broken, target=TARGET, series={CITY: {"total": figures}}), CITY, "first")
    assert (found.finding, found.before) == (EffectFinding.TOO_FEW, 2)


def test_later_years_are_not_looked_at():
    whole = world(last=2024)
    table = whole.observations.table
    cut = replace(whole, observations=replace(whole.observations, table=table[table["year"] <= 2023]))
    assert sx.effect(whole, CITY, "first", as_of=2023) == sx.effect(cut, CITY, "first")


def test_no_share_passes_its_bound():
    rng = np.random.default_rng(8)
    figures = {year: 99.0 + 0.5 * rng.random() for year in range(2010, 2025)}
    share = {"better": "higher", "lower": 0, "upper": 100}
    found = sx.effect(small_world(indicator=share, target=TARGET, series={CITY: {"total": figures}}), CITY, "first")
    assert 0 <= found.former <= 100
    assert found.detectable is None or found.former + found.detectable < 100


def test_all_that_plans_ask_for_and_what_chance_alone_would_show():
    found = sx.effects(world(3.0), CITY)
    assert [item.indicator.id for item in found] == ["first"]
    assert expected_by_chance(found) == pytest.approx(0.05)
    assert list(shown(found)) == list(found)


@pytest.mark.parametrize(
    ("region", "indicator", "group", "words"),
    [("999999", "first", "total", "999999"), (CITY, "third", "total", "third"), (CITY, "first", "both", "both")],
)
def test_what_is_unknown_is_refused_by_name(region, indicator, group, words):
    with pytest.raises(BadParameter, match=words):
        sx.effect(world(), region, indicator, group)
