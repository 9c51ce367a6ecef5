"""The closed forms of the count model's Gaussian part against the dense normal distribution of all figures at once."""

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.counts import count_paths
from sxresearch.projection.counts.count_data import EventCounts, Family
from sxresearch.projection.counts.count_gaussian import (
    EXCESS,
    LEVEL,
    YEAR,
    CommonPaths,
    Kriging,
    UnitCovariances,
    WorkingObservations,
    own_paths,
    passed_on,
    posterior,
)
from sxresearch.projection.counts.count_likelihood import Likelihood
from sxresearch.projection.counts.count_search import log_posterior
from tests.projection.count_panels import log_paths

SEEN, AHEAD = 5, 2
SDS = np.array(
    [
        [0.4, 0.02, 0.1, 0.05, 0.04, 0.1, 0.03, 0.02],
        [0.4, 0.02, 0.1, 0.05, 0.08, 0.0, 0.2, 0.1],
        [1, 0.1, 0.3, 0, 0, 0, 0, 0],
    ]
)


@pytest.fixture(scope="module")
def working() -> WorkingObservations:
    """Three regions; the second has no figure in its second year."""
    rng = np.random.default_rng(7)
    precision = rng.uniform(5, 50, (3, SEEN))
    precision[1, 1] = 0.0
    return WorkingObservations(rng.normal(0, 0.4, (3, SEEN)), precision)


def dense(
    sds: np.ndarray, working: WorkingObservations, shapes: UnitCovariances
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Covariance of all paths (regions × years as one vector), the places of the figures, and their covariance."""
    own, common = shapes.own_covariance(sds[None])[0], shapes.common_covariance(sds[None])[0]
    regions, years = len(working.z), SEEN + AHEAD
    paths = np.kron(np.ones((regions, regions)), common) + np.kron(np.eye(regions), own)
    cells = [r * years + t for r in range(regions) for t in range(SEEN) if working.precision[r, t] > 0]
    noise = [sds[EXCESS] ** 2 + 1 / v for v in working.precision.ravel() if v > 0]
    return paths, np.array(cells), paths[np.ix_(cells, cells)] + np.diag(noise)


def test_the_likelihood_is_that_of_the_dense_normal_up_to_a_constant(working: WorkingObservations):
    """The constant is the density of the counting noise alone, the same for all standard deviations."""
    shapes = UnitCovariances.of(SEEN, AHEAD)
    z = working.z[working.precision > 0]
    direct = [
        stats.multivariate_normal(np.zeros(len(z)), dense(sds, working, shapes)[2], allow_singular=False).logpdf(z)
        for sds in SDS
    ]
    found = Likelihood(working, shapes)(SDS)
    assert found - found[0] == pytest.approx(np.array(direct) - direct[0], abs=1e-9)


def test_each_set_of_own_deviations_is_integrated_once(working: WorkingObservations, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "sxresearch.projection.counts.count_likelihood.own_paths",
        lambda sds, *rest: asked.append(len(sds)) or own_paths(sds, *rest),
    )
    likelihood = Likelihood(working, UnitCovariances.of(SEEN, AHEAD))
    together = likelihood(SDS)
    assert asked == [2]
    assert likelihood(SDS[::-1]) == pytest.approx(together[::-1], abs=1e-12)
    assert asked == [2]


def test_the_prior_is_that_of_each_cell_of_the_grid():
    """By hand: year shock .012, cells end at √(.004·.01) and √(.01·.02); a level of .02 is five times the first cell's.

    P(cell) = exp(−lower/mean) − exp(−upper/mean); a standard deviation of 0 adds nothing.
    """
    zero = np.zeros(8)
    shock, level = zero.copy(), zero.copy()
    shock[YEAR], level[LEVEL] = 0.01, 0.02
    found = log_posterior(np.stack([zero, shock, level]), lambda sds: np.zeros(len(sds)))
    expected = np.exp(-np.sqrt(0.004 * 0.01) / 0.012) - np.exp(-np.sqrt(0.01 * 0.02) / 0.012)
    first = 1 - np.exp(-5 * np.sqrt(0.004 * 0.01) / 0.4)
    assert found == pytest.approx([0.0, np.log(expected), np.log(first)], abs=1e-12)


def test_the_moving_slope_by_hand():
    """Way gone after 0, 1, 2 years: nothing, one slope, two that correlate 0.9."""
    np.testing.assert_allclose(UnitCovariances.of(3, 0).common[3], [[0, 0, 0], [0, 1, 1.9], [0, 1.9, 3.8]])


def test_roots_are_roots_of_the_covariances():
    for seen in (4, 5):
        shapes = UnitCovariances.of(seen, AHEAD)
        common = shapes.common_root(SDS)
        for root, covariance in zip(shapes.common_roots, shapes.own, strict=False):  # level, drift, walk
            np.testing.assert_allclose(root @ root.T, covariance, rtol=1e-13)
        np.testing.assert_allclose(common @ np.swapaxes(common, 1, 2), shapes.common_covariance(SDS), rtol=1e-13)


@pytest.mark.parametrize("point", [0, 1])
def test_the_posterior_is_the_dense_conditional_normal(working: WorkingObservations, point: int):
    """Two points that share their own deviations, asked together."""
    shapes = UnitCovariances.of(SEEN, AHEAD)
    sds = SDS[point]
    paths, cells, of_figures = dense(sds, working, shapes)
    gain = paths[:, cells] @ np.linalg.inv(of_figures)
    mean = (gain @ working.z[working.precision > 0]).reshape(3, -1)
    covariance = paths - gain @ paths[cells]
    kriging = Kriging.of(SDS[[2, 0]], working, shapes)
    common = CommonPaths.of(SDS[:2], own_paths(SDS[[0, 0]], working, shapes), shapes)
    found_mean, variance = posterior(kriging, 1, common.mean[point], common.root[point])
    found = kriging.covariance[1] + passed_on(kriging.passed[1], common.root[point].T @ common.root[point])
    assert found_mean == pytest.approx(mean, abs=1e-9)
    assert variance == pytest.approx(np.diagonal(found, axis1=1, axis2=2), abs=1e-12)
    years = SEEN + AHEAD
    for region in range(3):
        block = slice(region * years, (region + 1) * years)
        assert found[region] == pytest.approx(covariance[block, block], abs=1e-9)


def test_a_search_over_some_regions_ends_where_one_over_all_does(monkeypatch):
    """300 regions with about 20 events a year: the projection moves by a small part of its own standard deviation."""
    rng = np.random.default_rng(11)
    exposure = np.full((300, 10), 100_000.0)
    events = rng.poisson(exposure * np.exp(log_paths(rng, 2e-4, (300, 10)))).astype(float)
    counts = EventCounts(events, exposure, 100_000.0, Family.POISSON)
    some = count_paths.fit_paths(counts, 2)
    monkeypatch.setattr(count_paths, "REGIONS_TO_CLIMB", 300)
    every = count_paths.fit_paths(counts, 2)
    sd = np.sqrt(every.covariance[:, -1, -1])
    assert np.abs((some.mean - every.mean)[:, -1] / sd).max() < 0.1
    assert np.sqrt(some.covariance[:, -1, -1]) / sd == pytest.approx(np.ones(300), abs=0.03)
