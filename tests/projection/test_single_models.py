"""Single models for comparison: batched closed forms equal statsmodels fits, region by region."""

import numpy as np
import pytest

from sxresearch.projection.closed_form import last
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.reference.series_fits import fit_drift, fit_trend
from sxresearch.projection.single_models import LONE_DRIFT, drift_model, pooled_drift_model, trend_model
from tests.projection.panels import ragged_panel, walks

AHEAD = np.array([1.0, 3.0])


@pytest.mark.parametrize("seed", range(3))
def test_trend_and_drift_models_equal_statsmodels(seed):
    z = ragged_panel(seed)
    line, walk, end = trend_model(z, AHEAD), drift_model(z, AHEAD), last(z)
    for row in range(len(z)):
        fit, moves = fit_trend(np.arange(z.shape[1]), z[row]), fit_drift(z[row])
        if isinstance(fit, NoProjection) or isinstance(moves, NoProjection):
            assert np.isnan(line.location[row]).all()
            continue
        expected = np.array([fit.predict(int(end.position[row] + h)) for h in AHEAD])
        np.testing.assert_allclose(line.location[row], expected[:, 0], rtol=1e-8)
        np.testing.assert_allclose(line.spread[row] ** 2, expected[:, 1], rtol=1e-8)
        expected = np.array([moves.predict(int(h)) for h in AHEAD])
        np.testing.assert_allclose(walk.location[row], expected[:, 0], rtol=1e-8)
        np.testing.assert_allclose(walk.spread[row] ** 2, expected[:, 1], rtol=1e-8)
        assert line.df[row, 0] == end.points[row] - 2


@pytest.mark.parametrize("seed", range(3))
def test_pooled_drift_equals_a_region_by_region_calculation(seed):
    """METHODS part A section 2 spelled out with one statsmodels fit per region."""
    z = walks(np.random.default_rng(seed), (6, 9))
    fits = [fit_drift(row) for row in z]
    c, s2 = np.array([fit.drift for fit in fits]), np.array([float(fit.results.scale) for fit in fits])
    ve = (4 * np.median(s2) + 7 * s2) / (4 + 7)
    own = ve / 8
    tau2 = max(np.var(c, ddof=1) - own.mean(), 0)
    w = tau2 / (tau2 + own)
    yearly = np.diff(z, axis=1).mean(axis=0)
    common = (1 - w) ** 2 * np.sum((yearly - c.mean()) ** 2) / 7 / 8
    line = pooled_drift_model(z, AHEAD)
    expected = z[:, -1:] + (w * c + (1 - w) * c.mean())[:, None] * AHEAD
    np.testing.assert_allclose(line.location, expected, rtol=1e-8)
    variance = ve[:, None] * AHEAD + (w * own + common)[:, None] * AHEAD**2
    np.testing.assert_allclose(line.spread**2, variance, rtol=1e-8)
    np.testing.assert_allclose(line.shared, common[:, None] * AHEAD**2, rtol=1e-8)


def test_one_region_alone_pools_over_nothing():
    # steps 1 and 1: drift 1, s2 = 0, ve = (4 · 0.05² + 0)/(4 + 1) = 0.002; own variance 0.001, prior 0.0002
    line = pooled_drift_model(np.array([[0.0, 1.0, 2.0]]), np.array([1.0]))
    weight = LONE_DRIFT * 0.002 / (LONE_DRIFT * 0.002 + 0.001)
    assert line.location[0, 0] == pytest.approx(2 + weight)
    assert line.shared[0, 0] == 0


def test_equal_regions_that_do_not_move_stay():
    line = pooled_drift_model(np.ones((5, 6)), np.array([4.0]))
    np.testing.assert_array_equal(line.location, 1.0)
    np.testing.assert_array_equal(line.spread, 0.0)
