"""Pairs against statsmodels and by hand: the difference and the mean are each a series of their own."""

import numpy as np
import pytest

from sxresearch.assessment.events import joint_draws
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.paired import common_scale, project_pair
from sxresearch.projection.panel import Panel
from sxresearch.projection.reference.ensemble_recomputation import recompute_panel
from sxresearch.terms import Group

WORDS = {"zh": "甲", "en": "A"}
RATE = {"unit": "per_mille", "lower": 0, "better": "lower", "measure": "rate"}
SHARE = {"unit": "percent", "lower": 0, "upper": 100, "better": "higher", "measure": "share"}


def panel(values: np.ndarray, group: Group = Group.URBAN, first: int = 2012, **given) -> Panel:
    fields = {"id": "a", "name": WORDS, "definition": WORDS, "decimals": 1, "groups": ["total", "urban", "rural"]}
    regions = tuple(f"14{row + 1:04d}" for row in range(len(values)))
    blank = np.full(values.shape, np.nan)
    return Panel(
        Indicator.model_validate(fields | RATE | given), group, regions, first + np.arange(values.shape[1]),
        values, blank, np.zeros(values.shape, dtype=bool),
    )  # fmt: skip


def made(regions: int = 4, years: int = 9, seed: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Two rates that fall together, with noise of their own."""
    rng = np.random.default_rng(seed)
    level = 2.5 + np.cumsum(rng.normal(-0.03, 0.1, (regions, years)), axis=1)
    return tuple(np.exp(level + shift + rng.normal(0, 0.03, level.shape)) for shift in (0.0, 0.4))


def test_difference_and_mean_agree_with_statsmodels():
    urban, rural = made()
    found = project_pair(panel(urban), panel(rural, Group.RURAL), 2023)
    expected = {"difference": np.log(urban) - np.log(rural), "mean": (np.log(urban) + np.log(rural)) / 2}
    for name, z in expected.items():
        other = recompute_panel(z.T, 3)
        ours = getattr(found, name).default
        for column in ("location", "spread", "df"):
            np.testing.assert_allclose(getattr(ours, column)[-1], getattr(other, column)[-1], rtol=1e-8)


def test_the_median_gap_of_a_steady_pair_by_hand():
    # urban 10, rural 20 in every year: mean log √200, difference log ½, so the medians are 10 and 20
    found = project_pair(panel(np.full((1, 9), 10.0)), panel(np.full((1, 9), 20.0)), 2023)
    urban, rural = found.draws(2023, np.arange(len(found.regions)), joint_draws.pair(), joint_draws.student_uniforms())
    assert np.median(rural / urban) == pytest.approx(2, rel=1e-3)
    assert np.median(urban * rural) == pytest.approx(200, rel=1e-2)


def test_what_moves_both_alike_leaves_their_ratio_alone():
    urban, _ = made(regions=1)
    alike, alone = (project_pair(panel(urban), panel(rural), 2023) for rural in (2 * urban, made(1, seed=9)[1]))
    mixing = joint_draws.student_uniforms()
    spread = [
        np.log(np.divide(*item.draws(2023, np.arange(len(item.regions)), joint_draws.pair(), mixing))).std()
        for item in (alike, alone)
    ]
    assert spread[0] < 0.75 * spread[1]


@pytest.mark.parametrize(
    ("common", "later", "known"),
    [(2, False, False), (3, False, False), (4, False, False), (5, False, True), (9, False, True), (8, True, False)],
)
def test_a_pair_of_its_own_needs_five_common_years_and_the_same_last_one(common, later, known):
    urban, rural = (item.copy() for item in made(regions=1))
    rural[:, : 9 - common] = np.nan
    if later:
        rural[:, -1] = np.nan
    assert project_pair(panel(urban), panel(rural), 2023).known(2023).tolist() == [known]


@pytest.mark.parametrize(("peers", "known"), [(7, False), (8, True)])
def test_three_common_years_need_eight_regions(peers, known):
    urban, rural = made(regions=peers)
    rural[:, :6] = np.nan
    assert project_pair(panel(urban), panel(rural), 2023).known(2023).all() == known


def test_only_like_scales_can_be_subtracted():
    values = np.full((1, 9), 50.0)
    share, rate, step = panel(values, **SHARE), panel(values), panel(values, **SHARE | {"measure": "step"})
    assert common_scale(share, rate) is None
    assert project_pair(share, rate, 2023) is None
    assert project_pair(share, step, 2023) is None
    assert project_pair(share, share, 2023) is not None


def test_only_regions_that_both_panels_hold():
    urban, rural = made(regions=4)
    found = project_pair(panel(urban), panel(rural[:3]), 2023)
    assert found.regions == ("140001", "140002", "140003")
    assert project_pair(panel(urban[:0]), panel(rural), 2023) is None
