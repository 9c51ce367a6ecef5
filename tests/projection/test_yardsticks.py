"""Rules in use elsewhere, by hand and by other implementations."""

import numpy as np
import pytest

from sxresearch.projection.yardsticks import grey_model, growth_rate_on_course, weighted_line

NAN = np.nan
AHEAD = np.array([1.0, 2.0, 3.0])
COMPACT = np.array([2.874, 3.278, 3.337, 3.390, 3.679])


def grey_by_lstsq(x: np.ndarray, ahead: np.ndarray) -> np.ndarray:
    """The textbook recipe: B·(a, b)' = Y by numpy's least squares, then differences of the fitted totals."""
    total = x.cumsum()
    z = 0.5 * (total[1:] + total[:-1])
    a, b = np.linalg.lstsq(np.column_stack([-z, np.ones(len(z))]), x[1:], rcond=None)[0]

    def fitted(k: np.ndarray) -> np.ndarray:
        return (x[0] - b / a) * np.exp(-a * k) + b / a

    k = len(x) - 1 + ahead
    return fitted(k) - fitted(k - 1)


def test_grey_model_equals_the_textbook_recipe():
    expected = grey_by_lstsq(COMPACT, AHEAD)
    np.testing.assert_allclose(grey_model(COMPACT[None, :], AHEAD)[0], expected, rtol=1e-8)
    # the same figures with a gap, twice over: years without one are passed over
    gappy = np.insert(COMPACT, 2, NAN)
    np.testing.assert_allclose(grey_model(np.stack([gappy, gappy]), AHEAD), [expected] * 2, rtol=1e-8)


def test_grey_model_needs_four_positive_figures():
    few, zero, flat = [NAN, 1.0, 2.0, 3.0], [0.0, 1.0, 2.0, 3.0], [2.0, 2.0, 2.0, 2.0]
    found = grey_model(np.array([few, zero, flat]), AHEAD)
    assert np.isnan(found[:2]).all()
    np.testing.assert_allclose(found[2], 2.0)


def test_weighted_line_equals_polyfit_over_the_last_ten_figures():
    rng = np.random.default_rng(1)
    values = rng.normal(50, 5, (3, 14))
    values[1, 5], values[2, -2:] = NAN, NAN
    found = weighted_line(values, AHEAD)
    for row in range(3):
        years = np.flatnonzero(np.isfinite(values[row]))[-10:]
        weights = np.sqrt(np.arange(1, len(years) + 1) / len(years))  # polyfit squares its weights
        line = np.polyfit(years, values[row, years], 1, w=weights)
        np.testing.assert_allclose(found[row], np.polyval(line, 13 + AHEAD), rtol=1e-8)


@pytest.mark.parametrize(
    ("base", "latest", "goal", "more", "answer"),
    [
        (50.0, 55.0, 60.0, True, 1.0),  # 1.92 % a year against 1.84 %
        (50.0, 53.0, 60.0, True, 0.0),
        (20.0, 15.0, 12.5, False, 1.0),
        (20.0, 12.0, 12.5, False, 1.0),  # met
        (20.0, 18.0, 12.5, False, 0.0),
        (90.0, 85.0, 88.0, True, 0.0),  # met at the base and lost
        (0.0, 5.0, 10.0, True, NAN),  # no growth rate from zero
        (90.0, 95.0, 90.0, True, 1.0),
    ],
)
def test_growth_rate_rule(base, latest, goal, more, answer):
    spans = np.array([5.0]), np.array([10.0])
    given = (np.array([value]) for value in (base, latest, goal))
    found = growth_rate_on_course(*given, spans=spans, wants_more=np.array([more]))
    np.testing.assert_array_equal(found, [answer])


def test_growth_rate_rule_without_time_says_nothing():
    one = np.array([50.0])
    spans = np.array([0.0]), np.array([5.0])
    assert np.isnan(growth_rate_on_course(one, one, one + 10, spans=spans, wants_more=np.array([True])))[0]
