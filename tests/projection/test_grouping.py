"""Sums, means and medians by panel, against numpy panel by panel."""

import numpy as np
import pytest

from sxresearch.projection.grouping import Groups

SIZES = [1, 3, 2, 11, 3, 1, 117, 2]  # several of one size, not side by side


@pytest.fixture
def panels() -> tuple[Groups, np.ndarray, np.ndarray]:
    """Groups of ``SIZES``, values (S,), and which are known: none of the third panel's, one of the fifth's."""
    codes = np.repeat(np.arange(len(SIZES)), SIZES)
    rng = np.random.default_rng(3)
    values, known = rng.normal(size=len(codes)), rng.random(len(codes)) < 0.8
    known[codes == 2] = False
    known[codes == 4] = [False, True, False]
    return Groups(codes), values, known


def test_median_of_known_series(panels: tuple[Groups, np.ndarray, np.ndarray]) -> None:
    groups, values, known = panels
    own = [values[(groups.codes == panel) & known] for panel in range(len(SIZES))]
    expected = [np.median(some) if len(some) else 0.0 for some in own]
    np.testing.assert_array_equal(groups.median(values, known), expected)
    assert expected[2] == 0.0 and expected[4] == own[4][0]


def test_median_ignores_neighbouring_panels(panels: tuple[Groups, np.ndarray, np.ndarray]) -> None:
    groups, values, known = panels
    for panel in range(len(SIZES)):
        mine = groups.codes == panel
        alone = Groups(np.zeros(SIZES[panel], dtype=int)).median(values[mine], known[mine])
        assert alone[0] == groups.median(values, known)[panel]


def test_weighted_mean(panels: tuple[Groups, np.ndarray, np.ndarray]) -> None:
    groups, values, known = panels
    weight = known * np.linspace(1.0, 2.0, len(values))
    expected = [
        np.average(values[mine], weights=weight[mine]) if weight[mine].any() else 0.0
        for mine in (groups.codes == panel for panel in range(len(SIZES)))
    ]
    np.testing.assert_allclose(groups.mean(values, weight), expected, rtol=1e-13)
