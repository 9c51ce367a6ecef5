"""What holds of every rule, whatever the figures: the best is never a failure, and digits never turn a verdict."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.assessment.assess import assess
from sxresearch.plan.regions import Regions
from sxresearch.terms import Flag, Status
from tests.assessment.small_world import CITY, small_world

LOWER = {"better": "lower", "lower": 0, "upper": 100}
HIGHER = {"better": "higher", "lower": 0, "upper": 100}
BEST = {"lower": 0.0, "higher": 100.0}
RULES = [
    (LOWER, {"rule": "decrease"}),
    (HIGHER, {"rule": "increase"}),
    (LOWER, {"rule": "at_most", "value": 12.5}),
    (LOWER, {"rule": "at_most", "value": 12.5, "strict": True}),
    (LOWER, {"rule": "reduce_from_base", "value": 20}),
    (HIGHER, {"rule": "at_least", "value": 95}),
    (HIGHER, {"rule": "keep_at_least", "value": 95}),
    (HIGHER, {"rule": "around", "value": 85}),
]
NAMES = [item["rule"] + ("_strict" if "strict" in item else "") for _, item in RULES]


def verdicts(indicator: dict, target: dict, series: list[dict[int, float]]) -> pd.DataFrame:
    """One city per series, all judged at once."""
    named = {f"14{place:04d}": {"total": figures} for place, figures in enumerate(series, start=100)}
    world = small_world(indicator=indicator, target=target, series=named)
    first, *rest = world.regions
    below = Regions({first.code: first} | {item.code: replace(item, parent=first.code) for item in rest})
    found = assess(replace(world, regions=below), list(named)).verdicts
    assert len(found) == len(series)
    return found


TENTHS = st.lists(st.integers(1, 999), min_size=1, max_size=25)
MOVES = st.lists(
    st.tuples(st.integers(1, 9998), st.integers(1, 9998), st.floats(-0.99, 0.99)), min_size=1, max_size=25
)  # fmt: skip


@pytest.mark.parametrize(("indicator", "target"), RULES, ids=NAMES)
@settings(max_examples=3, deadline=None)
@given(TENTHS, st.sampled_from([2025, 2026]))
def test_the_best_possible_value_never_fails(indicator, target, bases, last):
    """From any base to the best possible value in the target year."""
    best = BEST[indicator["better"]]
    found = verdicts(indicator, target, [{2020: base / 10, 2025: best, last: best} for base in bases])
    assert set(found["status"]) == {Status.MET}
    assert set(found["flag"]) == {Flag.NONE}


@pytest.mark.parametrize(("indicator", "target"), RULES, ids=NAMES)
@pytest.mark.parametrize("last", [2023, 2025])
def test_the_best_possible_value_held_never_fails(indicator, target, last):
    best = BEST[indicator["better"]]
    row = verdicts(indicator, target, [dict.fromkeys(range(2013, last + 1), best)]).iloc[0]
    if target["rule"] == "reduce_from_base":
        assert row["status"] == Status.NOT_ASSESSABLE
        return
    assert row["met_now"] == 1
    assert row["flag"] == Flag.NONE


@pytest.mark.parametrize(("indicator", "target"), RULES, ids=NAMES)
@settings(max_examples=4, deadline=None)
@given(MOVES)
def test_less_than_the_last_digit_turns_a_verdict_only_across_the_target(indicator, target, moves):
    """Figures with two decimals: the target year's is moved by less than a unit of the second."""
    figures = np.array([hundredths / 100 for _, hundredths, _ in moves])
    moved = figures + np.array([part * 0.01 for _, _, part in moves])
    before, after = (
        verdicts(
            indicator,
            target,
            [{2020: base / 100, 2025: value} for (base, _, _), value in zip(moves, values, strict=True)],
        )
        for values in (figures, moved)
    )
    goal = before["target_value"].to_numpy() - (4.25 if target["rule"] == "around" else 0.0)  # 5 % of 85
    turned = (before["status"] != after["status"]).to_numpy()
    across = (np.minimum(figures, moved) - 1e-9 <= goal) & (goal <= np.maximum(figures, moved) + 1e-9)
    assert across[turned].all()


@pytest.mark.parametrize("decided", [True, False])
def test_the_status_and_the_probability_are_about_one_event(decided):
    """A published figure on one side of the printed base is never called the other side, however many cases."""
    counts = {"numerator": {"zh": "例", "en": "cases"}, "denominator": {"zh": "人", "en": "persons"}}
    rate = {"better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate", "decimals": 2, **counts}
    figures = {year: 30.0 - (year - 2012) + (year % 3) for year in range(2012, 2024)} | (
        {2025: 16.0} if decided else {}
    )
    world = small_world(indicator=rate, target={"rule": "decrease"}, series={CITY: {"total": figures}}, counts=2e5)
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert np.isnan(row["p_attain"]) is np.bool_(decided)
    assert row["shortfall"] < 0
    assert decided or (row["p_attain"] > 0.5 and row["p_underlying"] > 0.5)
