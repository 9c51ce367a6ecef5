"""Figures that no chance explains: what is left out, what is kept, and how far one wrong figure moves the others."""

import numpy as np
import pytest
from scipy import integrate, stats

from sxresearch.projection.counts import count_paths
from sxresearch.projection.counts import far_figures as far_module
from sxresearch.projection.counts.count_data import EventCounts, Family
from sxresearch.projection.counts.count_gaussian import EXCESS, UnitCovariances, WorkingObservations, left_out
from sxresearch.projection.counts.far_figures import distances, far_figures
from sxresearch.projection.evidence import FAR
from tests.projection.count_panels import BIRTHS, log_paths

YEARS = 10
EXPOSURE = np.repeat(BIRTHS[:, None], YEARS, axis=1)
SDS = np.array([0.4, 0.02, 0.1, 0.05, 0.04, 0.1, 0.03, 0.02])


def cities(seed: int, turn: float = 0.0) -> EventCounts:
    """Eleven cities; in the last year every rate turns by ``turn`` (log)."""
    rng = np.random.default_rng(seed)
    paths = log_paths(rng, 5e-3, EXPOSURE.shape)
    paths[:, -1] += turn
    return EventCounts(rng.poisson(EXPOSURE * np.exp(paths)).astype(float), EXPOSURE, 1000.0, Family.POISSON)


def spoiled(counts: EventCounts, factor: float, region: int = 0, year: int = -1) -> EventCounts:
    events = counts.events.copy()
    events[region, year] = np.rint(events[region, year] * factor)
    return EventCounts(events, counts.exposure, counts.factor, counts.family)


def kept(counts: EventCounts) -> np.ndarray:
    return count_paths.linearise(counts, 2).counts.seen


# --- the distance ----------------------------------------------------------------------


def test_each_cell_given_all_others_is_the_dense_conditional_normal():
    rng = np.random.default_rng(7)
    precision = rng.uniform(5, 50, (3, 5))
    precision[1, 1] = 0.0
    working, shapes = WorkingObservations(rng.normal(0, 0.4, (3, 5)), precision), UnitCovariances.of(5, 1)
    own, common = (item(SDS[None])[0, :5, :5] for item in (shapes.own_covariance, shapes.common_covariance))
    latent = np.kron(np.ones((3, 3)), common) + np.kron(np.eye(3), own + SDS[EXCESS] ** 2 * np.eye(5))
    cells = np.flatnonzero(precision.ravel() > 0)
    mean, variance = (item.ravel() for item in left_out(SDS, working, shapes))
    for cell in cells:
        rest = cells[cells != cell]
        noisy = latent[np.ix_(rest, rest)] + np.diag(1 / precision.ravel()[rest])
        gain = latent[cell, rest] @ np.linalg.inv(noisy)
        assert mean[cell] == pytest.approx(gain @ working.z.ravel()[rest], abs=1e-9)
        assert variance[cell] == pytest.approx(latent[cell, cell] - gain @ latent[rest, cell], abs=1e-9)
    assert (mean[6], variance[6]) == (0.0, 0.0)


@pytest.mark.parametrize(("events", "low"), [(8.0, True), (12.0, True), (70.0, False), (110.0, False)])
@pytest.mark.parametrize("family", Family)
def test_the_distance_is_the_tail_with_the_rate_integrated_out(events, low, family):
    size, mean, sd = 1000.0, -3.4, 0.15
    counts = EventCounts(np.array([[events]]), np.array([[size]]), 1.0, family)

    def tail(eta):
        rate = float(family.rate(np.asarray(eta)))
        chance = stats.poisson(size * rate) if family is Family.POISSON else stats.binom(int(size), rate)
        return (chance.cdf(events) if low else chance.sf(events - 1)) * stats.norm.pdf(eta, mean, sd)

    exact = -stats.norm.ppf(integrate.quad(tail, mean - 10 * sd, mean + 10 * sd, epsabs=0, limit=200)[0])
    found = distances(counts, np.array([[0.4]]), np.array([[sd**2]]), mean - 0.4)
    assert found[0, 0] == pytest.approx(exact, rel=1e-3)


@pytest.mark.parametrize(
    ("events", "far"),
    [(10, True), (11, False), (30, False), (54, False), (55, True)],
    ids=["beyond below", "just inside below", "middle", "just inside above", "beyond above"],
)
def test_far_begins_beyond_four_standard_deviations(events, far):
    """30 expected for certain; a tail of 3.17e-5 lies between P(X ≤ 10) = 2.23e-5 and P(X ≤ 11) = 6.39e-5 below,
    and between P(X ≥ 55) = 2.71e-5 and P(X ≥ 54) = 5.07e-5 above (scipy's Poisson distribution)."""
    counts = EventCounts(np.array([[float(events)]]), np.array([[1000.0]]), 1.0, Family.POISSON)
    found = distances(counts, np.zeros((1, 1)), np.zeros((1, 1)), float(np.log(0.03)))
    assert (found[0, 0] > FAR) == far


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("sd", [0.0, 1e-4, 0.05, 0.6])
def test_near_figures_need_no_tail(family, sd, monkeypatch):
    """Every count to 400 of 1,000, and what is half the rounding beside a whole mean: far ones keep their distance."""
    events = np.arange(401.0)[None]
    counts = EventCounts(events, np.full(events.shape, 1000.4), 1.0, family)
    given = np.full(events.shape, -2.2), np.full(events.shape, sd**2), -0.1
    quick = distances(counts, *given)
    monkeypatch.setattr(far_module, "_SURELY_NEAR", -1.0)
    every = distances(counts, *given)
    np.testing.assert_array_equal(quick > FAR, every > FAR)
    np.testing.assert_array_equal(quick[every > FAR], every[every > FAR])
    assert (quick > FAR).any()
    assert ((quick == 0) & (every > 0)).any() == (sd > 0.01)


# --- what is left out ------------------------------------------------------------------


@pytest.mark.parametrize("factor", [0.1, 10.0])
@pytest.mark.parametrize("year", [-1, 4], ids=["last year", "in the middle"])
def test_one_wrong_figure_leaves_the_others_where_they_are_without_it(factor, year):
    counts = cities(4)
    wrong = spoiled(counts, factor, year=year)
    out = np.zeros(counts.events.shape, dtype=bool)
    out[0, year] = True
    np.testing.assert_array_equal(kept(wrong), ~out)
    found, expected = count_paths.fit_paths(wrong, 2), count_paths.fit_paths(counts.without(out), 2)
    np.testing.assert_array_equal(found.mean, expected.mean)
    np.testing.assert_array_equal(found.covariance, expected.covariance)


def test_two_wrong_figures_are_both_found():
    wrong = spoiled(spoiled(cities(4), 10.0), 0.1, region=3)
    assert np.argwhere(~kept(wrong)).tolist() == [[0, YEARS - 1], [3, YEARS - 1]]


@pytest.mark.parametrize("turn", [-1.5, -0.5, 0.5, 1.5])
def test_a_turn_that_all_regions_take_is_kept(turn):
    counts = cities(2, turn)
    assert kept(counts).all()
    moved = count_paths.fit_paths(counts, 0).mean[:, -1] - count_paths.fit_paths(cities(2), 0).mean[:, -1]
    assert np.median(moved) == pytest.approx(turn, abs=0.1)


def test_figures_as_they_come_are_nearly_all_kept():
    """Of 2,200 right figures two tails of 3.17e-5 would call .14 far; one of them is."""
    assert sum(int((~kept(cities(seed))).sum()) for seed in range(20)) <= 1


def test_a_new_level_borne_out_by_the_next_years_keeps_its_last_figures():
    counts = cities(3)
    for year in (-3, -2, -1):
        counts = spoiled(counts, 3.0, year=year)
    assert kept(counts)[0, -2:].all()


# --- where nobody can say which figure is wrong ----------------------------------------


def far(counts: EventCounts) -> np.ndarray:
    shapes = UnitCovariances.of(YEARS, 1)
    mode, working = count_paths._climb(counts, shapes)
    return far_figures(counts, working, shapes, mode, count_paths.overall_level(counts))


@pytest.mark.parametrize(("regions", "found"), [(1, 0), (2, 0), (3, 1)])
def test_fewer_than_three_regions_have_no_majority(regions, found):
    assert far(spoiled(cities(4), 10.0).of(np.arange(regions))).sum() == found


@pytest.mark.parametrize(("figures", "found"), [(2, False), (3, True)])
def test_fewer_than_three_figures_of_a_region_are_kept(figures, found):
    early = np.zeros(EXPOSURE.shape, dtype=bool)
    early[0, : YEARS - figures] = True
    assert far(spoiled(cities(4), 10.0).without(early))[0, -1] == found
