"""Edges of the one-series rules: what is asked for before there is an answer."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.assessment.assess import assess, judged_series
from tests.assessment.small_world import CITY, small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100}
RISING = {"better": "lower", "lower": 0, "upper": 100}
FIGURES = {year: 80.0 + (year - 2012) * 0.5 + (year % 3) * 0.4 for year in range(2012, 2024)}


def asked(rule: str, value: float) -> tuple[float, str]:
    world = small_world(indicator=SHARE, target={"rule": rule, "value": value}, series={CITY: {"total": FIGURES}})
    row = assess(world, [CITY]).verdicts.iloc[0]
    return row["p_attain"], row["reason_zh"]


def test_an_upper_bound_is_told_below_two_thirds_only():
    """Of every township at once the region's own level gives an upper bound only: from .66 on it says nothing."""
    plain = {value: asked("at_least", value)[0] for value in (round(85.5 + 0.1 * step, 1) for step in range(8))}
    assert any(0.66 <= p < 0.70 for p in plain.values()) and any(0.62 < p < 0.66 for p in plain.values())
    for value, p in plain.items():
        bound, reason = asked("every_unit_at_least", value)
        assert (bound == p) == (p < 0.66)
        assert ("不等于每个乡镇都达标" in reason) == (p >= 0.66)


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (2017, 2023, ""), (2018, 2023, "规划实施前的数据不足 4 年"), (2017, 2022, "规划期内的数据不足 3 年"),
    ],
)  # fmt: skip
def test_a_change_of_slope_needs_four_figures_to_the_base_year_and_three_after_it(first, last, says):
    figures = {year: 10.0 + 0.5 * (year - 2017) + 0.1 * (year % 2) for year in range(first, last + 1)}
    world = small_world(indicator=RISING, target={"rule": "slow_down"}, series={CITY: {"total": figures}})
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert bool(np.isfinite(row["p_attain"])) is (says == "")
    assert says in row["reason_zh"]


def test_the_rise_before_is_the_line_that_scipy_fits():
    """Seven figures to the base year 2020, one of them missing; what came later has no say."""
    figures = {year: 20.0 + 0.7 * (year - 2013) + 0.3 * (year % 3) for year in range(2013, 2024) if year != 2016}
    world = small_world(indicator=RISING, target={"rule": "slow_down"}, series={CITY: {"total": figures}})
    row = assess(world, [CITY]).verdicts.iloc[0]
    years = np.array([year for year in figures if year <= row["base_year"]])
    shares = np.array([figures[year] for year in years])
    ((_, series, _, _),) = judged_series(world, (CITY,))
    line = stats.linregress(years, series.scale.forward(shares))
    ahead = series.scale.forward(figures[row["base_year"]]) + line.slope * (row["target_year"] - row["base_year"])
    assert line.slope > 0
    assert row["target_value"] == pytest.approx(float(series.scale.back(ahead)), rel=1e-9)
