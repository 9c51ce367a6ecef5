"""Rates behind counts: chance taken out, and intervals that cover."""

import numpy as np
import pytest

from benchmarks.disparity import coverage_table
from sxresearch.assessment.disparity.true_rates import CountedPlaces, chance_alone, draw_rates

BIRTHS = np.full(11, 20_000.0)


def rates(events, exposure=BIRTHS):
    return CountedPlaces(np.array(events, dtype=float), exposure, 1e5, share=False)


def test_a_handful_of_deaths_is_told_from_no_difference_by_nothing():
    few = rates([1, 3, 2, 0, 4, 2, 1, 2, 3, 2, 2])
    assert chance_alone(few) > 0.5
    drawn = draw_rates(few)
    assert np.median(np.ptp(drawn, axis=1)) < 0.5 * np.ptp(few.events / few.exposure * 1e5)


def test_large_differences_stay():
    many = rates([100, 300, 200, 50, 400, 250, 150, 220, 330, 260, 210])
    assert chance_alone(many) < 1e-6
    assert np.median(np.ptp(draw_rates(many), axis=1)) == pytest.approx(np.ptp(many.events) / 20_000 * 1e5, rel=0.1)


def test_q_by_hand():
    """Log rates of (e + ½)/E with variances 1/(e + ½): weights are the counts with their halves."""
    found = CountedPlaces(np.array([9.5, 19.5]), np.array([100.0, 100.0]), 1.0, share=False)
    z, weight = np.log([0.1, 0.2]), np.array([10.0, 20.0])
    q = np.sum(weight * (z - np.average(z, weights=weight)) ** 2)
    assert q == pytest.approx(10 * 20 / 30 * np.log(2) ** 2)
    assert chance_alone(found) == pytest.approx(0.07342, abs=1e-4)  # χ² with one degree of freedom of 3.2030


def test_the_same_counts_give_the_same_draws():
    one, other = (draw_rates(rates([1, 3, 2, 0, 4, 2, 1, 2, 3, 2, 2])) for _ in range(2))
    assert (one == other).all()


def test_shares_stay_between_nothing_and_all():
    drawn = draw_rates(CountedPlaces(np.array([0.0, 50, 100, 99]), np.full(4, 100.0), 100.0, share=True))
    assert drawn.min() >= 0 and drawn.max() <= 100


@pytest.mark.parametrize(("events", "exposure"), [([1.0, -1], [2.0, 2]), ([1.0, 1], [2.0, 0]), ([1.0], [2.0, 2])])
def test_counts_that_are_none_are_refused(events, exposure):
    with pytest.raises(ValueError, match="events from 0"):
        CountedPlaces(np.array(events), np.array(exposure), 1.0, share=False)


def test_intervals_cover_and_those_of_plain_simulation_do_not():
    """200 panels of 11 cities: error of a share of .95 is .0154; three of these below are allowed."""
    table = coverage_table(200, seed=5)
    apart = table[table["spread"] > 0]
    assert (apart["ours"] >= 0.95 - 3 * np.sqrt(0.95 * 0.05 / 200)).all(), table
    assert (apart["ours"] >= apart["plain"]).all()
    alike = table[table["spread"] == 0]
    assert (alike["called different"] <= 0.05 + 4 * np.sqrt(0.05 * 0.95 / 200)).all(), table
