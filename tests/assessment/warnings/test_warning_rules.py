"""Where each warning begins."""

from types import SimpleNamespace

import numpy as np
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.warnings.warning_rules import hard_to_reach
from tests.assessment.small_world import small_world

# --- where each rule begins, by the warnings of the verdict table --------------------------

PLAIN = {"better": "higher", "unit": "ratio", "measure": "mean"}  # no bounds: steps count in the unit


def warned(series: dict[str, dict[int, float]], kind: str, indicator: dict = PLAIN, **more) -> bool:
    """Whether the first region is warned of ``kind``."""
    target = {"rule": "at_least", "value": 90} | more.pop("target", {})
    grouped = {code: {"total": figures} for code, figures in series.items()}
    world = small_world(indicator=indicator, target=target, series=grouped, **more)
    return kind in assess(world, [next(iter(series))]).verdicts.iloc[0]["warnings"].split(";")


@pytest.mark.parametrize(
    ("latest", "stalled"),
    [(59.9, False), (60.0, True), (66.9, True), (67.0, False)],
)
def test_stalled_below_a_fifth_of_the_pace_needed(latest, stalled):
    """From 60.0 in 2020 to 90 in 2025: 6.9 points in three years are .199 of 23.1 in two, 7.0 are .203 of 23.0."""
    figures = {2018: 60.0, 2019: 60.0, 2020: 60.0, 2021: 60.0, 2022: 60.0, 2023: latest}
    assert warned({"140001": figures}, "stalled") is stalled


@pytest.mark.parametrize(("latest", "stale"), [(2022, False), (2021, True)])
def test_stale_from_two_years_behind(latest, stale):
    """The region's newest figure of any indicator stands in 2023."""
    target = {"rule": "at_least", "value": 90}
    series = {"140001": {"total": dict.fromkeys(range(2015, latest + 1), 50.0), "second/total": {2023: 1.0}}}
    world = small_world(indicator=PLAIN, target=target, series=series, second=PLAIN)
    assert ("stale" in assess(world, ["140001"]).verdicts.iloc[0]["warnings"].split(";")) is stale


@pytest.mark.parametrize(
    ("last", "worse"),
    [
        ([49.8, 49.7], False), ([49.8, 49.6], True), ([49.9, 49.6], True),
        ([50.0, 49.0], False), ([50.1, 49.0], False), ([49.0, 49.1], False),
    ],
)  # fmt: skip
def test_worsening_twice_in_a_row_beyond_chance(last, worse):
    """Steps of ±.1 before: variance .04/3, over two years .0267; t with 3 degrees of freedom at 5 % is 2.353: .384."""
    figures = dict(zip(range(2017, 2024), [50.0, 50.1, 50.0, 50.1, 50.0, *last], strict=True))
    assert warned({"140001": figures}, "worsening") is worse


@pytest.mark.parametrize(("value", "stalled"), [(55.5, False), (55.7, True)])
def test_stalled_only_where_chance_would_hardly_slow_a_region_on_course_so_much(value, stalled):
    """Six steps of ±3 and three of 0 about no drift: variance 54/8, of a mean over three years 1.5².

    t with 8 degrees of freedom at 5 % is 1.860, so nothing gained falls behind from 2.79 a year on.
    """
    figures = {2014 + place: 50.0 + 3.0 * (place % 2) for place in range(7)} | dict.fromkeys(range(2021, 2024), 50.0)
    target = {"rule": "at_least", "value": value}
    assert warned({"140001": figures}, "stalled", target=target) is stalled


@pytest.mark.parametrize(("p", "hard"), [(0.499, True), (0.5, False)])
def test_hard_to_reach_below_one_half(p, hard):
    judged = SimpleNamespace(outcome=SimpleNamespace(p_attain=np.array([p]), decided=np.array([np.nan])))
    assert hard_to_reach(judged)[0] == hard
