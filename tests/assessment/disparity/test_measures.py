"""Measures of inequality: by hand, as the formulas of WHO's HEAT have them, and what must hold whatever the figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.assessment.disparity.measures import FORMULAS, NONE_AT, DisparityMeasure

Y, P = np.array([90.0, 80, 70, 60]), np.array([0.1, 0.2, 0.3, 0.4])
SHARES = st.lists(st.floats(1, 99), min_size=3, max_size=12)


def measured(y, p, *, higher=True):
    return {kind: float(formula(np.array(y), np.array(p), higher=higher)) for kind, formula in FORMULAS.items()}


def test_by_hand():
    """From the best: .2·10 + .3·20 + .4·30 = 20. μ = 70: 100·(.1·20 + .2·10 + .3·0 + .4·10)/70 = 800/70."""
    found = measured(Y, P)
    assert found[DisparityMeasure.DIFFERENCE] == 30
    assert found[DisparityMeasure.RATIO] == 1.5
    assert found[DisparityMeasure.FROM_BEST] == pytest.approx(20)
    assert found[DisparityMeasure.INDEX] == pytest.approx(800 / 70)


def test_where_lower_is_better_the_best_is_the_lowest():
    """.1·30 + .2·20 + .3·10 = 10; nothing else depends on the direction."""
    found, other = measured(Y, P, higher=False), measured(Y, P)
    assert found[DisparityMeasure.FROM_BEST] == pytest.approx(10)
    assert all(found[kind] == other[kind] for kind in DisparityMeasure if kind is not DisparityMeasure.FROM_BEST)


def test_draws_are_measured_at_once():
    draws = np.array([Y, Y[::-1], np.full(4, 5.0)])
    for formula in FORMULAS.values():
        rows = [float(formula(row, P, higher=True)) for row in draws]
        assert formula(draws, P, higher=True) == pytest.approx(rows)


def test_zeros_have_no_ratio_and_no_index():
    found = measured([0.0, 0, 0], np.full(3, 1 / 3))
    assert np.isnan(found[DisparityMeasure.RATIO]) and np.isnan(found[DisparityMeasure.INDEX])
    assert measured([0.0, 1, 2], np.full(3, 1 / 3))[DisparityMeasure.RATIO] == np.inf


@given(SHARES)
def test_where_all_are_alike_nothing_differs(y):
    alike = measured(np.full(len(y), y[0]), np.full(len(y), 1 / len(y)))
    assert alike == pytest.approx(dict(NONE_AT), abs=1e-9)


@given(SHARES, st.floats(0.5, 3), st.randoms())
def test_scale_order_and_reach(y, factor, chance):
    p = np.full(len(y), 1 / len(y))
    found, larger = measured(y, p), measured(np.array(y) * factor, p)
    for kind in (DisparityMeasure.DIFFERENCE, DisparityMeasure.FROM_BEST):
        assert larger[kind] == pytest.approx(factor * found[kind], abs=1e-6)
    for kind in (DisparityMeasure.RATIO, DisparityMeasure.INDEX):
        assert larger[kind] == pytest.approx(found[kind], abs=1e-6)
    mixed = list(y)
    chance.shuffle(mixed)
    assert measured(mixed, p) == pytest.approx(found, abs=1e-6)
    assert found[DisparityMeasure.FROM_BEST] <= found[DisparityMeasure.DIFFERENCE] + 1e-9


@given(SHARES)
def test_who_splits_a_place_in_two_alike_changes_nothing_that_is_weighted(y):
    p = np.arange(1, len(y) + 1) / sum(range(1, len(y) + 1))
    split = measured([*y, y[0]], [p[0] / 2, *p[1:], p[0] / 2])
    assert split == pytest.approx(measured(y, p), abs=1e-6)
