"""Cities that began a measure earlier against those that had not."""

import numpy as np
import pytest

import sxresearch as sx
from sxresearch.assessment.effect.earlier_start import StartFinding
from sxresearch.errors import BadParameter
from tests.assessment.small_world import small_world

MEAN = {"better": "higher", "measure": "mean", "unit": "years", "decimals": 2}
CODES = [str(140100 + 100 * number) for number in range(11)]
BEGAN = {CODES[0]: 2021, CODES[3]: 2021, CODES[7]: 2022}


def world(effect: float = 0.0, *, better: str = "higher", apart_before: float = 0.0, cities: int = 11):
    rng = np.random.default_rng(6)
    years = np.arange(2012, 2025)
    series = {}
    for code in CODES[:cities]:
        z = 50 + 0.1 * rng.standard_normal(len(years)).cumsum()
        start = BEGAN.get(code, 9999)
        z = z + effect * (years >= start) + apart_before * np.maximum(years - 2016, 0) * (start < 9999)
        series[code] = {"total": dict(zip(years.tolist(), z, strict=True))}
    return small_world(indicator={**MEAN, "better": better}, target={"rule": "at_least", "value": 90}, series=series)


@pytest.mark.parametrize(
    ("effect", "better", "finding"),
    [
        (0.0, "higher", StartFinding.NOT_SHOWN),
        (2.0, "higher", StartFinding.BETTER),
        (-2.0, "higher", StartFinding.WORSE),
        (-2.0, "lower", StartFinding.BETTER),
        (2.0, "band", StartFinding.CHANGED),
    ],
)
def test_findings(effect, better, finding):
    found = sx.start_effect(world(effect, better=better), "first", BEGAN)
    assert found.finding is finding
    assert (found.starters, found.others) == (3, 8)
    assert found.value == pytest.approx(effect, abs=0.4)
    assert found.least_p == pytest.approx(1 / 495)  # 11!/(2!·1!·8!) ways
    assert found.low < found.value < found.high


def test_starters_that_had_moved_apart_before_say_nothing_of_the_measure():
    found = sx.start_effect(world(2.0, apart_before=1.0), "first", BEGAN)
    assert found.finding is StartFinding.DIFFERED_BEFORE
    assert found.before_p < 0.05


def test_too_few_regions_give_no_comparison():
    assert sx.start_effect(world(cities=3), "first", {CODES[0]: 2021}).finding is StartFinding.NO_COMPARISON
    assert sx.start_effect(world(), "first", {CODES[0]: 2030}).finding is StartFinding.NO_COMPARISON


def test_regions_that_are_unknown_or_none_are_refused():
    with pytest.raises(BadParameter, match="999999"):
        sx.start_effect(world(), "first", {"999999": 2021})
    with pytest.raises(BadParameter, match="–"):
        sx.start_effect(world(), "first", {})
