"""Two engines, one truth: batched kernels equal the statsmodels fits and hand calculations."""

import numpy as np
import pytest

from sxresearch.projection.closed_form import drift, last, line_trend, steps
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.reference.series_fits import fit_drift, fit_trend
from tests.projection.panels import national_series, ragged_panel

NAN = np.nan
AHEAD = np.array([1.0, 2.0, 5.0])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("weighted", [False, True])
def test_batched_line_equals_statsmodels(seed, weighted):
    z = ragged_panel(seed)
    weights = np.random.default_rng(seed).uniform(0.2, 3.0, z.shape) if weighted else None
    mean, variance = line_trend(z, AHEAD, weights)
    for row in range(len(z)):
        fit = fit_trend(np.arange(2010, 2024), z[row], None if weights is None else weights[row])
        if isinstance(fit, NoProjection):
            assert np.isnan(mean[row]).all()
            continue
        final = 2010 + last(z).position[row]
        expected = np.array([fit.predict(int(final + h)) for h in AHEAD])
        np.testing.assert_allclose(mean[row], expected[:, 0], rtol=1e-8)
        np.testing.assert_allclose(variance[row], expected[:, 1], rtol=1e-8)


@pytest.mark.parametrize("name", national_series())
def test_line_and_drift_equal_statsmodels_on_real_national_series(name):
    z = national_series()[name][None, :]
    fit, walk = fit_trend(np.arange(z.shape[1]), z[0]), fit_drift(z[0])
    mean, variance = line_trend(z, AHEAD)
    c, s2 = drift(steps(z))
    end = last(z)
    assert [fit.predict(int(end.position[0] + h))[0] for h in AHEAD] == pytest.approx(mean[0], rel=1e-8)
    assert [fit.predict(int(end.position[0] + h))[1] for h in AHEAD] == pytest.approx(variance[0], rel=1e-8, abs=1e-18)
    assert walk.drift == pytest.approx(c[0], rel=1e-8)
    assert walk.predict(3)[1] == pytest.approx(s2[0] * (3 + 9 / end.span[0]), rel=1e-8)


@pytest.mark.parametrize("seed", range(5))
def test_batched_drift_equals_statsmodels(seed):
    z = ragged_panel(seed)
    c, s2 = drift(steps(z))
    for row in range(len(z)):
        fit = fit_drift(z[row])
        if not isinstance(fit, NoProjection):
            assert (c[row], s2[row]) == pytest.approx((fit.drift, float(fit.results.scale)), rel=1e-8)


def test_too_few_figures_are_a_value_not_an_exception():
    assert fit_trend(np.arange(3), np.array([NAN, 1.0, NAN])) == NoProjection(Refusal.ONE_POINT, 1)
    assert fit_trend(np.arange(3), np.array([NAN, NAN, NAN])) == NoProjection(Refusal.NO_DATA, 0)
    assert fit_drift(np.array([1.0, 2.0])) == NoProjection(Refusal.TWO_POINTS, 2)


def test_weighted_line_equals_numpy_polyfit():
    years, z = np.arange(2015, 2021), np.array([1.0, 1.4, 1.3, 1.9, 2.2, 2.1])
    weights = np.array([1.0, 2.0, 1.0, 4.0, 1.0, 0.5])
    slope, _ = np.polyfit(years - 2015, z, 1, w=np.sqrt(weights))  # polyfit squares its weights
    assert fit_trend(years, z, weights).slope == pytest.approx(slope)


def test_steps_keep_gaps_in_years():
    moves = steps(np.array([[1.0, NAN, NAN, 2.5, 2.0]]))
    np.testing.assert_array_equal(moves.gap, [[0, 0, 0, 3, 1]])
    np.testing.assert_allclose(moves.delta[0, 3:], [1.5, -0.5])


def test_drift_and_variance_by_hand():
    # steps 1.5 over 3 years and −0.5 over 1: c = 1/4; s2 = (0.75²/3 + 0.75²/1)/(2 − 1) = 0.75
    c, s2 = drift(steps(np.array([[1.0, NAN, NAN, 2.5, 2.0]])))
    assert c[0] == pytest.approx(0.25)
    assert s2[0] == pytest.approx(0.75)


def test_last_finds_the_latest_figure_of_each_region():
    end = last(np.array([[1.0, 2.0, NAN], [NAN, NAN, NAN]]))
    assert end.value[0] == 2.0 and np.isnan(end.value[1])
    np.testing.assert_array_equal(end.position, [1, -1])
    np.testing.assert_array_equal(end.points, [2, 0])
