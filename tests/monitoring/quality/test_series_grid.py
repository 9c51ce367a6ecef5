"""The path of the peers: the region itself left out, and its own pace where too few others are there."""

import numpy as np
import pytest

from sxresearch.monitoring.quality.series_grid import _paths, median_of_others


@pytest.mark.parametrize(("others", "step"), [((2.0, 3.0, 10.0), 3.0), ((3.0, 10.0), 1.0)])
def test_three_others_make_a_common_step_two_do_not(others, step):
    rows = np.array([[0.0, 1.0], *([0.0, other] for other in others)])
    assert _paths(rows)[0].tolist() == [0.0, step]


def test_the_median_leaves_each_row_out():
    column = np.array([[1.0], [2.0], [4.0], [np.nan]])
    assert median_of_others(column)[:, 0].tolist() == [3.0, 2.5, 1.5, 2.0]
