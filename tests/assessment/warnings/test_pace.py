"""The pace so far and the pace needed."""

import numpy as np
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.warnings.pace import falls_short
from tests.assessment.small_world import CITY, small_world

PLAIN = {"better": "higher", "unit": "ratio", "measure": "mean"}


def verdict(figures: dict[int, float]):
    world = small_world(
        indicator=PLAIN, target={"rule": "at_least", "value": 90}, series={CITY: {"total": figures}}
    )  # fmt: skip
    return assess(world, [CITY]).verdicts.iloc[0]


@pytest.mark.parametrize(
    ("figures", "change"),
    [
        # from the base year 2020: (60 − 54)/3
        ({2018: 50.0, 2019: 58.0, 2020: 54.0, 2022: 59.0, 2023: 60.0}, 2.0),
        # no figure in the base year, the last five years: (60 − 50)/5; four years would be .5, six 2.5
        ({2015: 10.0, 2016: 40.0, 2017: 45.0, 2018: 50.0, 2019: 58.0, 2021: 59.0, 2022: 59.0, 2023: 60.0}, 2.0),
        # the first of the last five years has none: (60 − 58)/4
        ({2016: 40.0, 2017: 45.0, 2019: 58.0, 2021: 59.0, 2022: 59.0, 2023: 60.0}, 0.5),
        # the last two lie further apart: (60 − 45)/6
        ({2015: 10.0, 2016: 40.0, 2017: 45.0, 2023: 60.0}, 2.5),
    ],
)
def test_observed_change_per_year(figures, change):
    assert verdict(figures)["observed_change_per_year"] == pytest.approx(change)


def test_required_change_per_year_by_hand():
    assert verdict({2020: 54.0, 2021: 55.0, 2023: 60.0})["required_change_per_year"] == pytest.approx((90 - 60) / 2)


def test_stretches_of_as_many_years_as_are_left_end_to_end():
    """Two years are left; ten figures hold four stretches: 2014–16 +2, 16–18 +30, 18–20 +30.5, 20–22 … by hand."""
    values = [50.0, 51.0, 52.0, 60.0, 82.0, 83.0, 52.0, 53.0, 54.0, 60.0]  # 2014 … 2023; 30 more are needed
    row = verdict(dict(zip(range(2014, 2024), values, strict=True)))
    # from the end: 2021–23 +7, 2019–21 −30, 2017–19 +23, 2015–17 +9: none as fast as +30
    assert (row["episodes"], row["episodes_at_pace"]) == (4, 0)
    values[5] = 23.0  # 2019: now 2019–21 is +30
    row = verdict(dict(zip(range(2014, 2024), values, strict=True)))
    assert (row["episodes"], row["episodes_at_pace"]) == (4, 1)


@pytest.mark.parametrize(
    ("required", "observed", "short"),
    [
        (2.0, 2.0, False),
        (2.0, 1.99, True),  # too slow
        (2.0, -3.0, True),  # away from the target
        (-1.4, 0.15, True),
        (-1.4, -1.4, False),
        (-1.4, -1.39, True),
        (0.0, -1.0, False),  # nothing is required
        (np.nan, 1.0, False),
        (1.0, np.nan, False),
    ],
)
def test_a_pace_falls_short_when_slower_than_required_or_the_wrong_way(required, observed, short):
    assert bool(falls_short(np.array([required]), np.array([observed]))[0]) is short
