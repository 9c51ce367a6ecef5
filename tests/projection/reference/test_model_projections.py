"""Every single-series model's projection: known answers, statsmodels' own intervals, and refusals as values."""

import numpy as np
import pytest

from sxresearch.assessment.series import open_store
from sxresearch.projection.ensemble.ensemble_members import WALK
from sxresearch.projection.panel import Panel
from sxresearch.projection.reference.model_projections import (
    BINOMIAL,
    DRIFT,
    OVERDISPERSED,
    POISSON,
    TREND,
    ModelProjection,
    RefusedModel,
    model_projections,
)
from sxresearch.terms import Group
from tests.assessment.small_world import CITY, small_world

RATE = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip
SHARE = {
    "better": "higher", "lower": 0, "upper": 100,
    "numerator": {"zh": "甲", "en": "a"}, "denominator": {"zh": "乙", "en": "b"},
}  # fmt: skip
UNEVEN = (12.0, 10.5, 11.0, 8.0, 9.5, 7.0, 6.5)


def panel_of(figures: dict[int, float], indicator: dict, counts: float | None = None) -> Panel:
    world = small_world(
        indicator=indicator, target={"rule": "at_most", "value": 1}, series={CITY: {"total": figures}}, counts=counts
    )
    panel = open_store(world, (CITY,), max(figures), 2025).get("first", Group.TOTAL).panel
    assert panel is not None
    return panel


def found(figures: dict[int, float], indicator: dict = RATE, counts: float | None = None) -> dict:
    panel = panel_of(figures, indicator, counts)
    return {item.name: item for item in model_projections(panel, CITY, (WALK,), 2025)}


def test_a_rate_that_halves_every_year_goes_on_halving():
    models = found({year: 64 / 2 ** (year - 2014) for year in range(2014, 2021)}, counts=12.8e6)
    assert models.keys() == {TREND, DRIFT, WALK.name, POISSON, OVERDISPERSED}
    for name in (TREND, DRIFT, POISSON):
        assert models[name].years == (2021, 2022, 2023, 2024, 2025)
        assert models[name].median == pytest.approx([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32], rel=1e-6)
    assert models[WALK.name].median == pytest.approx([1.0] * 5)


@pytest.mark.filterwarnings("ignore:omni_normtest")
def test_the_lines_interval_is_that_of_statsmodels():
    models = found(dict(enumerate(UNEVEN, 2014)))
    line = models[TREND]
    ahead = line.results.get_prediction([[1.0, 11.0]]).summary_frame(alpha=0.2)
    assert line.lower80[-1] == pytest.approx(np.exp(ahead["obs_ci_lower"].iloc[0]))
    assert line.upper80[-1] == pytest.approx(np.exp(ahead["obs_ci_upper"].iloc[0]))


def test_the_count_regressions_interval_is_that_of_statsmodels():
    level = found(dict(enumerate(UNEVEN, 2014)), counts=2e6)[POISSON]
    ahead = level.results.get_prediction([[1.0, 11.0]]).summary_frame(alpha=0.2)
    assert level.median[-1] == pytest.approx(1e5 * ahead["mean"].iloc[0])
    assert level.lower80[-1] == pytest.approx(1e5 * ahead["mean_ci_lower"].iloc[0])
    assert level.upper80[-1] == pytest.approx(1e5 * ahead["mean_ci_upper"].iloc[0])


def test_a_share_gets_the_logistic_regression():
    models = found(dict(enumerate((20.0, 21.0, 20.0, 19.0), 2017)), SHARE, 1000)
    assert BINOMIAL in models
    assert models[BINOMIAL].median == pytest.approx([models[BINOMIAL].median[0]] * 5, rel=0.2)


def test_residuals_stand_at_the_year_of_their_figure():
    """A walk's are the steps over their root mean square: log 2, −log 2, log 2, 0."""
    models = found(dict(enumerate([8.0, 16.0, 8.0, 16.0, 16.0], 2015)))
    root = np.sqrt(3 / 4)
    assert models[WALK.name].residuals == pytest.approx({2016: 1 / root, 2017: -1 / root, 2018: 1 / root, 2019: 0})
    assert set(models[TREND].residuals) == {2015, 2016, 2017, 2018, 2019}
    assert set(models[DRIFT].residuals) == {2016, 2017, 2018, 2019}


def test_too_few_figures_are_a_refusal_that_counts_them():
    models = found({2019: 8.0, 2020: 7.0})
    assert all(isinstance(item, RefusedModel) for item in models.values())
    assert {item.reason.points for item in models.values()} == {2}


def test_a_projection_that_does_not_fit_its_years_can_not_be_made():
    with pytest.raises(ValueError, match="per year"):
        ModelProjection("a", (2021, 2022), np.zeros(1), np.zeros(1), np.zeros(1), None, {})
