"""Two engines, one truth: batched regressions equal statsmodels to 1e-6, and refuse in the same places."""

import numpy as np
import pytest

from sxresearch.projection.counts.count_data import Counts, Family
from sxresearch.projection.counts.count_regression import fit_glms
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.reference.count_fits import fit_binomial, fit_negative_binomial, fit_poisson

YEARS = np.arange(2010, 2022)


def ragged(seed, family):
    """Counts with gaps, edge lengths, zeros, one event, one side only."""
    rng = np.random.default_rng(seed)
    exposure = rng.lognormal(8, 1, (14, len(YEARS))).round()
    exposure[0, 3:6] = exposure[1, 2:] = exposure[2, 1:] = exposure[3] = exposure[4, 3:] = 0
    exposure[5, 1::2] = 0
    trend = rng.normal(-5, 1, (14, 1)) + rng.normal(0, 0.15, (14, 1)) * np.arange(len(YEARS))
    rate = family.rate(trend)
    events = (rng.poisson if family is Family.POISSON else None) or rng.binomial
    drawn = events(exposure * rate) if family is Family.POISSON else events(exposure.astype(int), rate)
    drawn = drawn.astype(float)
    drawn[6] = 0  # never an event
    drawn[7], drawn[7, 4] = 0, 1  # one event inside: finite
    drawn[8], drawn[8, -1] = 0, 2  # events in the last year only: the line rises for ever
    if family is Family.BINOMIAL:
        drawn[9] = exposure[9]  # always everybody
    return Counts(drawn, exposure, 1e5, family)


def blank(row, seen):
    return np.where(seen, row, np.nan)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("family", "alpha"), [(Family.POISSON, 0.0), (Family.POISSON, 0.3), (Family.BINOMIAL, 0.0)])
def test_batched_fits_equal_statsmodels(seed, family, alpha):
    counts = ragged(seed, family)
    fits = fit_glms(counts, alpha=alpha)
    compared = 0
    for row in range(len(counts.events)):
        data = (YEARS, blank(counts.events[row], counts.seen[row]), blank(counts.exposure[row], counts.seen[row]))
        if family is Family.BINOMIAL:
            single = fit_binomial(*data)
        else:
            single = fit_negative_binomial(*data, alpha=alpha) if alpha else fit_poisson(*data)
        if isinstance(single, NoProjection):
            assert np.isnan(fits.params[row]).all() or counts.seen[row].sum() == 2
            continue
        compared += 1
        np.testing.assert_allclose(fits.params[row], single.results.params, rtol=1e-6, atol=1e-8)
        np.testing.assert_allclose(fits.covariance[row], single.results.cov_params(), rtol=1e-6)
        assert fits.pearson[row] == pytest.approx(single.results.pearson_chi2, rel=1e-6)
        assert fits.deviance[row] == pytest.approx(single.results.deviance, rel=1e-6, abs=1e-8)
    assert compared >= 8


def test_one_event_inside_has_a_line_and_one_at_the_edge_has_none():
    fits = fit_glms(ragged(0, Family.POISSON))
    assert np.isfinite(fits.params[7]).all()
    assert np.isnan(fits.params[[3, 6, 8]]).all()


def test_equal_rates_have_no_slope_by_hand():
    # log(10/1000) and slope 0; information of the level = 30 events
    fits = fit_glms(Counts(np.full((1, 3), 10.0), np.full((1, 3), 1000.0), 1.0, Family.POISSON), origin=1)
    np.testing.assert_allclose(fits.params[0], [np.log(0.01), 0.0], atol=1e-12)
    np.testing.assert_allclose(np.diag(fits.covariance[0]), [1 / 30, 1 / 20])
    assert fits.dispersion[0] == 1.0


def test_overdispersion_widens_the_slope():
    events = np.array([[20.0, 5, 30, 2, 40, 6]])
    fits = fit_glms(Counts(events, np.full((1, 6), 1e4), 1.0, Family.POISSON))
    assert fits.dispersion[0] == pytest.approx(fits.pearson[0] / 4)
    assert fits.slope_error[0] == pytest.approx(np.sqrt(fits.covariance[0, 1, 1] * fits.pearson[0] / 4))
