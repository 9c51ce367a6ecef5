"""On simulated panels with known truth: no false effect beyond the nominal rate, coverage, and the power that is said.

Seeds are fixed. A rate p on n independent series has the Monte Carlo error √(p(1 − p)/n); bounds are four of these.
"""

import numpy as np
import pytest
from scipy import stats

from benchmarks.effects import (
    NOISES,
    YEARS,
    false_effects,
    noise,
    panel_coverage,
    power_table,
    start_effects,
)

N = 4000
_ERROR = 4 * np.sqrt(0.05 * 0.95 / N)


@pytest.mark.parametrize("kind", NOISES)
def test_no_false_effect_beyond_the_nominal_rate(kind):
    rates = false_effects(noise(kind, N, len(YEARS), seed=11))
    assert (rates <= 0.05 + _ERROR).all(), rates


def test_a_random_walk_is_called_changed_at_exactly_the_nominal_rate():
    rates = false_effects(noise("walk", N, len(YEARS), seed=12))
    assert rates == pytest.approx([0.05] * 3, abs=_ERROR)


def test_the_power_that_is_said_is_the_power_there_is():
    table = power_table(N, seed=13)
    assert table["said"].to_numpy() == pytest.approx(table["found"].to_numpy(), abs=4 * np.sqrt(0.25 / N))


@pytest.mark.parametrize(("common", "own", "spread"), [(1.0, 1.0, 0.0), (1.0, 0.3, 0.5), (0.5, 1.0, 0.5)])
def test_shrunk_intervals_cover(common, own, spread):
    """300 panels of 11 cities: error of a share near .95 is .0126, bound three of these below."""
    covered = panel_coverage(300, common=common, own=own, spread=spread, seed=14)
    assert (covered.to_numpy() >= 0.95 - 3 * np.sqrt(0.95 * 0.05 / 300)).all(), covered


def test_exchanged_starts_hold_their_level_and_find_what_is_large():
    """100 panels; the test is exact, so that the share below .05 lies within binomial bounds."""
    table = start_effects(100, seed=15)
    most = stats.binom.ppf(0.9999, 100, 0.05) / 100
    assert table.loc["no effect", "shown"] <= most
    assert table.loc["4 yearly steps", "shown"] >= 0.9
    assert (table["covered"] >= 0.95 - 4 * np.sqrt(0.95 * 0.05 / 100)).all()
