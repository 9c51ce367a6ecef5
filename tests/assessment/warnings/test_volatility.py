"""Where a region begins to be volatile, by the percentage points of F in textbooks; counting noise by hand."""

import numpy as np
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.warnings.volatility import (
    LEVEL,
    chance_of_such_steps,
    residual_steps,
    variance_of_counted_figures,
    volatile_regions,
)
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.combination import project
from sxresearch.projection.panel import Panel
from sxresearch.terms import Group
from tests.assessment.small_world import small_world

WORDS = {"zh": "甲", "en": "A"}
PLAIN = {"better": "higher", "unit": "ratio", "measure": "mean"}  # no bounds: steps count in the unit
DEATHS = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip


def panel(values: np.ndarray | float, size: float = np.nan, **given) -> Panel:
    fields = {"id": "a", "name": WORDS, "definition": WORDS, "decimals": 1, "numerator": WORDS, "denominator": WORDS}
    grid = np.atleast_2d(np.asarray(values, dtype=float))
    return Panel(
        Indicator.model_validate(fields | PLAIN | given), Group.TOTAL,
        tuple(f"14{row + 1:04d}" for row in range(len(grid))), 2024 - grid.shape[1] + np.arange(grid.shape[1]),
        grid, np.full(grid.shape, size), np.zeros(grid.shape, dtype=bool),
    )  # fmt: skip


def test_rate_by_hand():
    # 15 per 100 000 of 20 000 births are 3 deaths: the log of a count of 3 has variance 1/3 (delta method)
    maternal = panel(15.0, 20_000, unit="per_100k", lower=0, better="lower", measure="rate")
    assert variance_of_counted_figures(maternal)[0, 0] == pytest.approx(1 / 3, rel=1e-6)


def test_share_by_hand():
    # logit: 1/(N p (1 − p)) = 1/(1000 · 0.4 · 0.6), less the small offset that keeps 0 and 100 finite
    share = panel(40.0, 1000, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert variance_of_counted_figures(share)[0, 0] == pytest.approx(1 / 240, rel=0.05)


def test_unknown_denominator_gives_no_noise():
    share = panel(40.0, np.nan, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert np.isnan(variance_of_counted_figures(share)[0, 0])


# --- where the test begins -----------------------------------------------------------------


def zigzag(step: float, steps: int = 10) -> np.ndarray:
    """Figures that go up and down by ``step`` in turn; with an even number of steps there is no drift."""
    return 50.0 + step * (np.arange(steps + 1) % 2)


@pytest.mark.parametrize(
    ("others", "limit"),
    [(1, 8.47), (2, 4.82), (5, 3.47), (10, 3.12), (116, 2.83)],
)
def test_the_ratio_of_mean_squares_at_which_a_region_stands_out(others, limit):
    """Ten steps have nine degrees of freedom, over 1.5 six: F(6, 6 · others) at 1 %, from tables."""
    for factor, stands_out in ((0.995, False), (1.005, True)):
        left = np.tile(np.resize([1.0, -1.0], 10), (others + 1, 1))
        left[0] *= np.sqrt(limit * factor)
        chances = chance_of_such_steps(left, np.full(left.shape, np.nan))
        assert (chances < LEVEL).tolist() == [stands_out, *[False] * others]


def test_counting_noise_is_expected_and_no_volatility():
    """Ten squares of 1 less nine times .45 of counting leave .661 a step; with 3 of its own, 3.661 is expected."""
    left = np.tile(np.resize([1.0, -1.0], 10), (11, 1))
    noise = np.full(left.shape, 0.45)
    noise[0] = 3.0
    for factor, stands_out in ((0.995, False), (1.005, True)):
        left[0] = np.sign(left[0]) * np.sqrt(3.12 * 3.661 * 0.9 * factor)  # its mean square is 10/9 of the square
        assert (chance_of_such_steps(left, noise)[0] < LEVEL) == stands_out


@pytest.mark.parametrize(("steps", "volatile"), [(3, False), (4, True)])
def test_four_steps_are_needed(steps, volatile):
    values = np.stack([zigzag(size, steps) for size in (500.0, 1.0, 1.0)])
    assert volatile_regions(project(panel(values), 2025))[0] == volatile


@pytest.mark.parametrize(("steps", "volatile"), [(7, False), (8, True)])
def test_alone_it_turns_seven_times_of_seven(steps, volatile):
    """Up and down at random, seven turns of seven have probability 1/128, six of six 1/64."""
    assert volatile_regions(project(panel(zigzag(3.0, steps)), 2025)).tolist() == [volatile]


def test_alone_a_step_within_the_printed_precision_is_no_turn():
    assert not volatile_regions(project(panel(zigzag(0.1, 10)), 2025)).any()


def test_what_all_regions_share_makes_none_volatile():
    rng = np.random.default_rng(3)
    shared = np.cumsum(rng.normal(0, 5, 11))
    values = 50 + shared + np.cumsum(rng.normal(0, 1, (6, 11)), axis=1)
    left, _ = residual_steps(panel(values))
    assert np.nanstd(left) < 1.5


def test_the_median_of_the_others_is_taken_off_from_six_regions_on():
    for regions, shared in ((5, 0.0), (6, 1.0)):
        values = np.tile(zigzag(4.0), (regions, 1))
        left, _ = residual_steps(panel(values))
        size = np.nanmax(np.abs(np.diff(panel(values).working)))
        np.testing.assert_allclose(np.abs(left[:, 1:]), size * (1 - shared), atol=1e-12)


@pytest.mark.parametrize(("deaths", "volatile"), [(11.96, False), (11.97, True)])
def test_volatile_beyond_counting_noise(deaths, volatile):
    """Eight steps between 100 and 119.6 or 119.7 deaths: 8·log²(x/100)/(1/100 + 1/x) is 13.96 and 14.09.

    The 95th percentile of chi-square with seven degrees of freedom is 14.07.
    """
    figures = {2015 + place: deaths if place % 2 else 10.0 for place in range(9)}
    world = small_world(
        indicator=DEATHS, target={"rule": "at_most", "value": 9}, series={"140001": {"total": figures}}, counts=1e6
    )
    warned = assess(world, ["140001"]).verdicts.iloc[0]["warnings"].split(";")
    assert ("volatile" in warned) is volatile


# --- the stated false-alarm rate -------------------------------------------------------------


@pytest.mark.parametrize("regions", [3, 6, 11, 117])
def test_one_percent_of_alike_regions_at_most(regions):
    """Steps with the tails that the projection assumes, Student t with ten degrees of freedom; ten figures each."""
    rng, judged, flagged = np.random.default_rng(8), 0, 0
    while judged < 6_000:
        values = 50 + np.cumsum(rng.standard_t(10, (regions, 10)), axis=1)
        left, noise = residual_steps(panel(values))
        flagged += int((chance_of_such_steps(left, noise) < LEVEL).sum())
        judged += regions
    assert flagged / judged < 0.013
