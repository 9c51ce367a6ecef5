"""Funnels: exact limits around the common rate, by the size of a region; few regions and common events are left out."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.brief.content.regions.funnels import Zone, attainment_funnel, limits, rate_funnels, side
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.terms import Language
from tests.brief.several import BIRTHS, DEATHS, make_several


def cities():
    return members(*make_several(), Language.ZH)[1:]


@pytest.mark.parametrize("binomial", [False, True])
def test_limits_hold_the_stated_share_of_the_distribution(binomial: bool):
    """Interpolated as in Spiegelhalter (2005), the tail lies between those of the two neighbouring counts."""
    size, common = np.array([500.0, 5000.0]), 0.02
    found = limits(size, common, binomial=binomial) * size[:, None]
    law = stats.binom(size.astype(int), common) if binomial else stats.poisson(size * common)
    for column, tail in enumerate((0.001, 0.025, 0.975, 0.999)):
        assert np.all(law.cdf(np.floor(found[:, column])) <= tail + 1e-12)
        assert np.all(law.cdf(np.ceil(found[:, column])) >= tail - 1e-12)


def test_limits_draw_together_with_size():
    found = limits(np.array([1e3, 1e4, 1e5]), 0.01, binomial=False)
    widths = found[:, 2] - found[:, 1]
    assert widths[0] > widths[1] > widths[2]
    assert np.all(np.diff(found, axis=1) > 0)


def test_a_rare_rate_is_shown_against_the_common_rate_of_all_regions():
    (funnel,) = rate_funnels(cities())
    assert funnel.title == "孕产妇死亡率（农村）"
    assert funnel.centre == pytest.approx(sum(DEATHS[1:]) / sum(BIRTHS[1:]) * 1e5)
    assert [dot.region for dot in funnel.dots] == ["太原市", "大同市", "阳泉市", "长治市", "晋城市"]
    assert [dot.rate for dot in funnel.dots] == pytest.approx(
        [d / b * 1e5 for d, b in zip(DEATHS[1:], BIRTHS[1:], strict=True)]
    )


def test_chance_is_told_from_what_is_more_than_chance():
    """51 deaths in 167,000 births: 13.7 are to be expected in Changzhi, where 30 were counted."""
    (funnel,) = rate_funnels(cities())
    zones = {dot.region: dot.zone for dot in funnel.dots}
    assert zones["长治市"] is Zone.FAR_ABOVE
    assert zones["阳泉市"] is Zone.INSIDE  # 2 deaths where 3.7 were to be expected
    changzhi = next(dot for dot in funnel.dots if dot.region == "长治市")
    assert changzhi.expected == pytest.approx(45_000 * 51 / 167_000)
    assert side(funnel, changzhi, Language.ZH) == "差于 99.8% 界"


def test_attainment_has_its_own_funnel_with_the_assessable_targets_as_size():
    funnel = attainment_funnel(cities())
    assert funnel is not None
    assert {dot.exposure for dot in funnel.dots} == {10.0}
    assert all(dot.events <= dot.exposure for dot in funnel.dots)


def test_too_few_regions_are_not_compared():
    assert attainment_funnel(cities()[:2]) is None
    assert rate_funnels(cities()[:2]) == ()
