"""Single-series count regressions: known answers, and failures as values."""

import numpy as np
import pytest

from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.reference.count_fits import fit_binomial, fit_negative_binomial, fit_poisson

YEARS = np.arange(2014, 2020)
NAN = np.nan


def test_events_that_halve_every_year():
    fit = fit_poisson(YEARS, np.array([64.0, 32, 16, 8, 4, 2]), np.full(6, 1e4))
    assert fit.slope == pytest.approx(-np.log(2))
    assert fit.rate(2014) == pytest.approx(64e-4)
    assert fit.dispersion == pytest.approx(0.0, abs=1e-9)
    assert "Poisson" in str(fit.results.summary())


def test_exposure_counts_not_events():
    fit = fit_poisson(YEARS, np.array([10.0, 20, 30, 40, 50, 60]), np.array([1.0, 2, 3, 4, 5, 6]) * 1000)
    assert fit.slope == pytest.approx(0.0, abs=1e-9)


def test_gap_years_are_left_out():
    events = np.array([64.0, NAN, 16, 8, NAN, 2])
    assert fit_poisson(YEARS, events, np.full(6, 1e4)).slope == pytest.approx(-np.log(2))


def test_overdispersed_counts_get_the_alpha_that_explains_them():
    fit = fit_negative_binomial(YEARS, np.array([20.0, 5, 30, 2, 40, 6]), np.full(6, 1e4))
    assert fit.alpha > 0.1
    assert fit.dispersion == pytest.approx(1.0, abs=1e-6)


def test_calm_counts_stay_poisson():
    assert fit_negative_binomial(YEARS, np.array([10.0, 11, 9, 10, 10, 11]), np.full(6, 1e4)).alpha == 0


def test_share_that_stays():
    fit = fit_binomial(YEARS, np.full(6, 90.0), np.full(6, 100.0))
    assert fit.rate(2025) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("events", "reason", "points"),
    [
        ([NAN] * 6, Refusal.NO_DATA, 0),
        ([3, NAN, NAN, NAN, NAN, NAN], Refusal.ONE_POINT, 1),
        ([3, NAN, 2, NAN, NAN, NAN], Refusal.TWO_POINTS, 2),
        ([0] * 6, Refusal.FEW_EVENTS, 6),
        ([0, 0, 0, 0, 0, 2], Refusal.NO_FINITE_FIT, 6),
    ],
)
@pytest.mark.parametrize("fit", [fit_poisson, fit_negative_binomial, fit_binomial])
def test_what_has_no_finite_line_is_a_value(fit, events, reason, points):
    assert fit(YEARS, np.array(events, dtype=float), np.full(6, 100.0)) == NoProjection(reason, points)


def test_everybody_every_year_has_no_line():
    assert fit_binomial(YEARS, np.full(6, 50.0), np.full(6, 50.0)) == NoProjection(Refusal.NO_FINITE_FIT, 6)
