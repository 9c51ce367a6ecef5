"""Gaps through the whole assessment: nothing of later years is looked at, and counts carry their noise."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.events import joint_draws
from sxresearch.projection.counts.published_figure import published_draws
from tests.assessment.small_world import CITY, small_world

RATE = {"better": "lower", "lower": 0, "unit": "per_mille", "measure": "rate", "groups": ["total", "urban", "rural"]}
GAP = {"rule": "narrow_gap", "group": "urban", "second_group": "rural"}


def world(last: int, **more):
    """Town 5, country 10 falling by .3 a year, both with a ripple, up to the year ``last``."""
    years = range(2012, last + 1)
    urban = {year: 5.0 + 0.1 * (year % 3) for year in years}
    rural = {year: 10.0 - 0.3 * (year - 2012) + 0.1 * (year % 2) for year in years}
    return small_world(indicator=RATE | more, target=GAP, series={CITY: {"urban": urban, "rural": rural}})


def test_later_figures_change_no_bit_of_an_earlier_answer():
    full, cut = (assess(world(last), [CITY], as_of=2022).verdicts for last in (2024, 2022))
    pd.testing.assert_frame_equal(full, cut, check_exact=True)


def test_a_gap_that_closes_steadily_is_expected_to_go_on():
    row = assess(world(2023), [CITY]).verdicts.iloc[0]
    assert row["p_attain"] > 0.9
    assert row["shortfall"] < -1.0


@pytest.mark.parametrize(("bounded", "variance"), [(False, 10.0), (True, 9.9)])
def test_counts_behind_drawn_rates_vary_as_poisson_and_binomial(bounded, variance):
    """Ten of a thousand, per mille: 10, and 10 · .99."""
    chances, _ = joint_draws.counting()
    drawn = published_draws(np.full((4096, 1), 10.0), np.array([1000.0]), 1000.0, chances, bounded=bounded)
    assert drawn.mean() == pytest.approx(10, abs=0.05)
    assert drawn.var() == pytest.approx(variance, rel=0.05)
    nothing = published_draws(np.full((4, 1), 10.0), np.array([0.0]), 1000.0, chances[:4], bounded=bounded)
    assert np.isnan(nothing).all()
