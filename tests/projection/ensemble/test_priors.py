"""The documented defaults, each by a case small enough to be worked out by hand."""

import numpy as np
import pytest

from sxresearch.projection.ensemble.common_trend import split
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, WALK, Member
from sxresearch.projection.ensemble.ensemble_weights import combine
from sxresearch.projection.ensemble.kalman import Part, filter_members
from sxresearch.projection.ensemble.rolling_origin import default_origins
from sxresearch.projection.grouping import Groups

SURE = 1e12  # degrees of freedom: a step variance that no figure changes


def panel_of(count: int) -> Groups:
    return Groups(np.zeros(count, dtype=int))


def test_one_figure_of_one_region():
    """Yearly steps of 5 %; over them the seven members' variances one year ahead are, in step variances,
    1, 1 + .02, 1 + .1, 2·.5 + 1 + .1, and 1 + damping²·shock/(1 − damping²): 1.0853, 1.1778, 1.8526; their mean is
    1.33367. Two years ahead 2, 2 + 4·.02, 2 + 4·.1, 1 more, and 2 + (damping + damping²)²·shock/(1 − damping²) +
    damping²·shock: 2.3240, 2.6400, 5.2400; mean 2.86914. The width is .86, the degrees of freedom 1, and 10 for the
    tails: 1/(1/1 + 1/10)."""
    found = default_origins(np.zeros((1, 1)), np.zeros(1, dtype=int), 2)
    np.testing.assert_allclose(found.spread[:, 0, 0], 0.86 * 0.05 * np.sqrt([1.33367, 2.86914]), rtol=1e-5)
    np.testing.assert_allclose(found.df[:, 0, 0], 10 / 11)


def test_one_figure_of_four_regions():
    """The path in common: 1 + .81·.4/.19 = 2.70526, with noise .5 one more; mean 3.20526, width .96. The own part: half
    of the step variance (own_df 4 has the mean 4/(4 − 2)); walks with noise 0, .5, 2, 8 have 1, 2, 5, 17, damped
    trends .08526 more, momentum 1.85263; mean 5.79930, width .86, degrees of freedom 4."""
    found = default_origins(np.zeros((1, 4)), np.zeros(4, dtype=int), 1)
    common, own = 0.96**2 * 0.0025 * 3.20526, 0.86**2 * 0.00125 * 5.79930
    np.testing.assert_allclose(found.shared[0, 0], common, rtol=1e-5)
    np.testing.assert_allclose(found.spread[0, 0] ** 2, common + own, rtol=1e-5)
    welch = (common + own) ** 2 / (common**2 / 1 + own**2 / 4)
    np.testing.assert_allclose(found.df[0, 0], 1 / (1 / welch + 1 / 10), rtol=1e-5)


@pytest.mark.parametrize(("regions", "ratio"), [(4, 0.84), (16, 0.42)])
def test_what_regions_share_is_expected_to_be_a_part_of_what_is_their_own(regions: int, ratio: float):
    """Half of the regions rise by .1, half fall by as much, the path stays: its variance is centred on
    .42/√regions · .1², in the panel without any step on .05²."""
    steps = 0.1 * np.where(np.arange(regions) % 2, 1.0, -1.0)
    moved, still = (
        default_origins(np.stack([np.zeros(regions), by]), np.zeros(regions, dtype=int), 1).shared[0, -1, 0]
        for by in (steps, np.zeros(regions))
    )
    assert moved / still == pytest.approx(ratio)


def test_a_path_is_led_by_no_region_however_steady():
    """Forty years of two regions at ±.1 around a third that never moves. Their step variances are (4·2/3 + 40)/44 of
    their mean square, the third's is a quarter of the panel's mean (2/3 of that square), not a sixteenth. When the two
    rise together the path goes 2/.9697 : (2/.9697 + 6) of the way."""
    years = 41
    own = 0.1 * (np.arange(years) % 2)
    z = np.stack([own, -own, np.zeros(years)], axis=1)
    before = split(z, panel_of(3), DEFAULT).path[-1, 0]
    rise = np.vstack([z, z[-1] + [1e-4, 1e-4, 0.0]])
    gone = split(rise, panel_of(3), DEFAULT).path[-1, 0] - before
    assert gone == pytest.approx(1e-4 * 2.0625 / 8.0625, rel=1e-3)


def level_after(figures: list[float]) -> tuple[float, float]:
    """Level and its variance (in step variances of .1²) of a walk after the last figure."""
    part = Part((WALK,), lambda *_: np.array([[0.01]]), SURE, DEFAULT)
    states = filter_members(np.array(figures)[:, None], part).states
    return float(states.level[-1, 0, 0]), float(states.level_var[-1, 0, 0])


@pytest.mark.parametrize(
    ("figures", "level", "variance"),
    [
        ([0, 0, 0, 0, 0.29], 0.29, 0.0),  # within three standard deviations
        ([0, 0, 0, 0, 0.31], 0.305, 0.0025),  # .01 beyond: half of it is believed, .25·.01²/.1²
        ([0, 0, 0, 0, 1.0], 0.65, 12.25),
        ([0, 0, 0, 1.0], 1.0, 0.0),  # the variance rests on 1 + .93 squares only, fewer than 2.5
    ],
)
def test_a_far_step_is_half_believed(figures: list[float], level: float, variance: float):
    assert level_after(figures) == pytest.approx((level, variance), abs=1e-9)


def test_a_year_counts_by_the_square_root_of_its_regions():
    """Four regions with the same figures say √4 as much on the members as one."""
    z = np.random.default_rng(1).normal(size=(9, 1)).cumsum(axis=0)
    members = (WALK, Member("drift", 0.0, 0.0, 1.0, 1.0))
    odds = []
    for count in (1, 4):
        part = Part(members, lambda *_: np.array([[0.01]]), SURE, DEFAULT)
        weights = combine(np.repeat(z, count, axis=1), part, panel_of(count), 1).weights[0, 5, :, 0]
        odds.append(np.log(weights[0] / weights[1]))
    assert odds[1] == pytest.approx(2 * odds[0])


def test_a_member_is_judged_from_two_figures_on():
    z = np.array([[0.0], [1.0], [1.5]])
    part = Part((WALK, Member("drift", 0.0, 0.0, 1.0, 1.0)), lambda *_: np.array([[0.01]]), SURE, DEFAULT)
    weights = combine(z, part, panel_of(1), 1).weights[0, :, 0, 0]
    np.testing.assert_allclose(weights[:2], 0.5)
    assert weights[2] < 0.4  # the drift foretold 1.5, the walk 1
