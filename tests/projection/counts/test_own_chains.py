"""The recursions over the years against the inverse of the whole matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sxresearch.projection.counts.count_gaussian import UnitCovariances
from sxresearch.projection.counts.own_chains import Nodes, OwnChains

LARGEST = 1e6
"""Precision of a figure: a rate of 1 % of a hundred million."""


@st.composite
def chains(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, int]:
    """Standard deviations of level, drift, walk and excess (2 × 4), precisions (regions × seen), years ahead."""
    seen, regions = draw(st.integers(1, 9)), draw(st.integers(1, 3))
    sds = draw(arrays.arrays(float, (2, 4), elements=st.sampled_from([0.0, 0.004, 0.02, 0.32, 1.6])))
    known = st.one_of(st.just(0.0), st.floats(1e-3, LARGEST))
    return sds, draw(arrays.arrays(float, (regions, seen), elements=known)), draw(st.integers(0, 4))


def dense(sds: np.ndarray, precision: np.ndarray, ahead: int) -> tuple[np.ndarray, np.ndarray, float]:
    """Of one region: the inverse covariance of its figures, its path's covariance given them, and the determinant."""
    seen = len(precision)
    roots = UnitCovariances.of(seen, ahead).common_roots  # level, drift and walk come first
    root = np.hstack([sd * unit for sd, unit in zip(sds[:3], roots, strict=False)])
    known = precision / (1 + sds[3] ** 2 * precision)
    inside = np.eye(root.shape[1]) + root[:seen].T @ (known[:, None] * root[:seen])
    half = np.linalg.solve(np.linalg.cholesky(inside), root.T)  # a sum of squares: a difference loses the digits
    covariance = half.T @ half
    inverse = np.diag(known) - known[:, None] * covariance[:seen, :seen] * known
    return inverse, covariance, np.linalg.slogdet(inside)[1]


@given(chains())
def test_the_same_as_the_inverse_of_the_whole_matrix(drawn: tuple[np.ndarray, np.ndarray, int]):
    sds, precision, ahead = drawn
    found = OwnChains.of(sds, precision, Nodes.of(precision.shape[1], ahead))
    z = np.cos(np.arange(precision.size)).reshape(precision.shape)
    weighed, information, covariance = found.weighed(z), found.information(), found.covariance()
    for row, own in enumerate(sds):
        each = [dense(own, known, ahead) for known in precision]
        size = max(1.0, *(np.abs(inverse).max() for inverse, _, _ in each))
        assert information[row] == pytest.approx(sum(inverse for inverse, _, _ in each), abs=1e-8 * size)
        for region, (inverse, unknown, log_det) in enumerate(each):
            assert weighed[row, region] == pytest.approx(inverse @ z[region], abs=1e-8 * size)
            assert covariance[row, region] == pytest.approx(unknown, abs=1e-8)
            assert found.log_det[row, region] == pytest.approx(log_det, abs=1e-8)


@pytest.mark.parametrize("seen", [4, 5])
def test_a_level_all_but_unknown_keeps_its_digits(seen: int):
    """By hand: figures of precision 1/.004² each and a level of 1.6; all of them know ``n/(.004² + 1.6²·n)`` of it."""
    sds = np.array([[1.6, 0.0, 0.0, 0.0]])
    found = OwnChains.of(sds, np.full((1, seen), 0.004**-2), Nodes.of(seen, 0)).information()[0]
    assert found.sum() == pytest.approx(seen / (0.004**2 + 1.6**2 * seen), rel=1e-8)


def test_a_walk_of_two_years_by_hand():
    """Half a year to either side of the middle: variance .5 each, independent; one figure of precision 2 leaves .25."""
    sds = np.array([[0.0, 0.0, 1.0, 0.0]])
    found = OwnChains.of(sds, np.array([[2.0, 0.0]]), Nodes.of(2, 1)).covariance()[0, 0]
    assert found == pytest.approx(np.array([[0.25, 0, 0], [0, 0.5, 0.5], [0, 0.5, 1.5]]), abs=1e-15)
