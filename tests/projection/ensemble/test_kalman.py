"""The filter of all members equals statsmodels' Kalman filter and closed forms."""

from dataclasses import replace

import numpy as np
import pytest
from statsmodels.tsa.statespace.structural import UnobservedComponents

from sxresearch.projection.ensemble.ensemble_members import COMMON_MEMBERS, DEFAULT, OWN_MEMBERS, Member
from sxresearch.projection.ensemble.kalman import Part, filter_members, horizon_coefficients
from sxresearch.projection.reference.member_filter import filter_member
from tests.projection.panels import national_series, ragged_panel

NAN = np.nan
PLAIN = replace(DEFAULT, outlier=np.inf, blip=0.0, memory=1.0)
MEMBERS = COMMON_MEMBERS + OWN_MEMBERS
DF, CENTRE = 3.0, 0.7


def part(members=MEMBERS, df=DF, prior=PLAIN) -> Part:
    return Part(members, lambda *_: np.array(CENTRE), df, prior)


def check_against_statsmodels(z: np.ndarray) -> int:
    """All members on all rows of ``z`` (series × years, each with a figure); how many were compared."""
    filtered = filter_members(z.T, part())
    reach, shocks = horizon_coefficients(MEMBERS, 5)
    for k, member in enumerate(MEMBERS):
        found = filter_member(z.T, member, 5, {})
        level, slope, level_var, covar, slope_var = (item[-1, k] for item in filtered.states)
        last = z.shape[1] - 1
        np.testing.assert_allclose(level, found.filtered[last, :, 0], rtol=1e-8, atol=1e-8)
        b, q = reach[4, k], shocks[4, k]
        mean, variance = (item[last] for item in found.ahead(5))
        np.testing.assert_allclose(level + b * slope, mean, rtol=1e-8, atol=1e-8)
        np.testing.assert_allclose(level_var + 2 * b * covar + b * b * slope_var + q, variance, rtol=1e-8)
        # the same five years ahead by statsmodels' own steps through years without a figure
        np.testing.assert_allclose(mean, found.predicted[-1, :, 0], rtol=1e-8, atol=1e-8)
        np.testing.assert_allclose(variance, found.innovation_variance[-1], rtol=1e-8)
        errors = (z.T - found.predicted[: z.shape[1], :, 0]) ** 2 / np.maximum(found.innovation_variance[:-5], 1e-300)
        known = np.isfinite(z.T) & (np.cumsum(np.isfinite(z.T), axis=0) > 1)
        squares, steps = np.where(known, errors, 0.0).sum(axis=0), known.sum(axis=0)
        np.testing.assert_allclose(filtered.variance[-1, k], (DF * CENTRE + squares) / (DF + steps), rtol=1e-8)
    return len(z) * len(MEMBERS)


@pytest.mark.parametrize("seed", range(3))
def test_gappy_random_series(seed):
    z = ragged_panel(seed)
    assert check_against_statsmodels(z[np.isfinite(z).any(axis=1)]) == 8 * len(MEMBERS)


def test_real_national_series():
    found = national_series()
    assert len(found) >= 10
    for z in found.values():
        assert check_against_statsmodels(z[None, :]) == len(MEMBERS)


def test_walk_equals_unobserved_components():
    """statsmodels' own local level with its irregular component switched off, fixed parameters."""
    z = np.random.default_rng(5).normal(size=12).cumsum()
    z[4:6] = NAN
    filtered = filter_members(z[:, None], part((Member("walk"),)))
    model = UnobservedComponents(z, "random walk")
    found = model.smooth([2.0]).get_forecast(4)
    reach, shocks = horizon_coefficients((Member("walk"),), 4)
    np.testing.assert_allclose(found.predicted_mean, filtered.states.level[-1, 0, 0], rtol=1e-8)
    variance = filtered.states.level_var[-1, 0, 0] + shocks[:, 0]
    np.testing.assert_allclose(found.var_pred_mean, 2.0 * variance, rtol=1e-6)  # its start is diffuse by a large number
    assert (reach == 0).all()


def test_constant_slope_with_a_flat_prior_is_the_closed_form_drift():
    """docs/decisions.md, "Pooled drift": c = (last − first)/years, Var c = 1/years, s2 with unequal gaps."""
    z = np.array([[1.0], [1.4], [NAN], [1.5], [2.2], [2.1]])
    filtered = filter_members(z, part((Member("flat", 0, 0, 1, 1e7),), df=1e-9))
    steps, gaps = np.array([0.4, 0.1, 0.7, -0.1]), np.array([1.0, 2.0, 1.0, 1.0])
    drift = 1.1 / 5
    assert filtered.states.slope[-1, 0, 0] == pytest.approx(drift, abs=1e-7)
    assert filtered.states.slope_var[-1, 0, 0] == pytest.approx(1 / 5, abs=1e-7)
    assert filtered.variance[-1, 0, 0] * 4 == pytest.approx(np.sum((steps - drift * gaps) ** 2 / gaps), abs=1e-7)


def test_a_far_step_is_half_believed_and_settled_by_the_next_figure():
    quiet = np.tile([0.1, -0.1], 5).cumsum()
    jump = np.append(quiet, quiet[-1] + 5)
    doubtful = filter_members(jump[:, None], part((Member("walk"),), prior=DEFAULT))
    assert quiet[-1] + 2 < doubtful.states.level[-1, 0, 0] < jump[-1] - 1.5
    settled = filter_members(np.append(jump, jump[-1] + 0.1)[:, None], part((Member("walk"),), prior=DEFAULT))
    assert settled.states.level[-1, 0, 0] == pytest.approx(jump[-1] + 0.1, abs=0.15)
