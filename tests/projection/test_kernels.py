"""Two engines, one truth: batched kernels equal the statsmodels fits and hand calculations."""

import numpy as np
import pytest

from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.kernels import drift, last, ols_trend, steps
from sxresearch.projection.models import fit_trend

NAN = np.nan


def ragged_panel(seed: int) -> np.ndarray:
    """Random walks with gaps, late starts, early ends, one point, no point."""
    rng = np.random.default_rng(seed)
    z = rng.normal(size=(9, 14)).cumsum(axis=1)
    z[0, 4:7] = NAN
    z[1, :9] = NAN
    z[2] = NAN
    z[3, 1:] = NAN
    z[4, -3:] = NAN
    z[5, 1::2] = NAN
    z[6, 2:] = NAN
    return z


@pytest.mark.parametrize("seed", range(5))
def test_batched_line_equals_statsmodels(seed):
    z = ragged_panel(seed)
    years = np.arange(2010, 2024)
    ahead = np.array([1.0, 2.0, 5.0])
    mean, variance = ols_trend(z, ahead)
    for row in range(len(z)):
        fit = fit_trend(years, z[row])
        if isinstance(fit, NoProjection):
            assert np.isnan(mean[row]).all()
            continue
        final = 2010 + last(z).position[row]
        expected = np.array([fit.predict(int(final + h)) for h in ahead])
        np.testing.assert_allclose(mean[row], expected[:, 0], rtol=1e-8)
        np.testing.assert_allclose(variance[row], expected[:, 1], rtol=1e-8)


def test_too_few_figures_are_a_value_not_an_exception():
    assert fit_trend(np.arange(3), np.array([NAN, 1.0, NAN])) == NoProjection(Refusal.ONE_POINT, 1)
    assert fit_trend(np.arange(3), np.array([NAN, NAN, NAN])) == NoProjection(Refusal.NO_DATA, 0)


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
