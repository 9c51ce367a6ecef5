"""What the count model believes before any count: eight exponential priors on a grid, and a level that says nothing."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.counts import count_gaussian, count_paths, count_search
from sxresearch.projection.counts.count_data import EventCounts, Family
from tests.projection.count_panels import BIRTHS, log_paths

STEPS = [0.004, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32]
LEVEL_STEPS = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6]


@pytest.mark.parametrize(
    ("column", "mean", "steps"),
    [
        (count_gaussian.LEVEL, 0.40, LEVEL_STEPS),
        (count_gaussian.OWN_DRIFT, 0.01, STEPS),
        (count_gaussian.OWN_WALK, 0.10, STEPS),
        (count_gaussian.EXCESS, 0.05, STEPS),
        (count_gaussian.DRIFT, 0.08, STEPS),
        (count_gaussian.WALK, 0.02, STEPS),
        (count_gaussian.YEAR, 0.012, STEPS),
        (count_gaussian.SLOPE, 0.037, STEPS),
    ],
    ids=["level", "own drift", "own walk", "excess", "drift", "walk", "year", "slope"],
)
def test_each_step_of_the_grid_has_its_share_of_an_exponential_prior(column: int, mean: float, steps: list[float]):
    """By scipy: what lies nearer to a step than to its neighbours, as ratios; the outer steps have the rest."""
    edges = [0.0, *(np.sqrt(low * high) for low, high in pairwise(steps)), np.inf]
    share = np.diff(stats.expon(scale=mean).cdf(edges))
    assert share.sum() == pytest.approx(1.0)
    sds = np.zeros((len(steps), 8))
    sds[:, column] = steps
    found = count_search.log_posterior(sds, lambda points: np.zeros(len(points)))
    np.testing.assert_allclose(np.exp(found), share, rtol=1e-6)


def test_doubling_the_spread_of_the_overall_level_changes_next_to_nothing(monkeypatch: pytest.MonkeyPatch):
    exposure = np.repeat(BIRTHS[:, None], 10, axis=1)
    events = np.random.default_rng(2).poisson(
        exposure * np.exp(log_paths(np.random.default_rng(1), 5e-3, exposure.shape))
    )
    counts = EventCounts(events.astype(float), exposure, 1000.0, Family.POISSON)
    usual = count_paths.fit_paths(counts, 3)
    monkeypatch.setattr(count_gaussian, "COMMON_LEVEL_SD", 4.0)
    vague = count_paths.fit_paths(counts, 3)
    sd = np.sqrt(usual.covariance[:, -1, -1])
    assert np.abs((vague.mean - usual.mean)[:, -1] / sd).max() < 0.01
    np.testing.assert_allclose(np.sqrt(vague.covariance[:, -1, -1]), sd, rtol=0.01)
