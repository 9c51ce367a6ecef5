"""Predictions from every origin: no look-ahead, the walk carries the level, the path is shared."""

import numpy as np
import pytest

from sxresearch.projection.ensemble.ensemble_members import WALK
from sxresearch.projection.ensemble.rolling_origin import default_origins, member_origins
from sxresearch.projection.stacking import project_rows
from tests.projection.panels import walks

NAN = np.nan
NAMES = ("location", "spread", "df", "shared")


@pytest.fixture(scope="module")
def gappy() -> np.ndarray:
    z = walks(np.random.default_rng(1), (12, 11), correlation=0.3)
    z[2, :3], z[5, 4:6], z[7, 9:] = NAN, NAN, NAN
    return z


def test_row_y_is_the_projection_made_in_year_y(gappy):
    every = default_origins(gappy.T.copy(), np.zeros(12, dtype=int), 3)
    for year in (4, 7, 10):
        one = project_rows(gappy[:, : year + 1], np.zeros(12, dtype=int), [1, 3])
        for name in NAMES:
            np.testing.assert_allclose(getattr(every, name)[[0, 2], year], getattr(one, name), rtol=0, atol=1e-12)


def test_the_walk_carries_the_last_figure_and_widens_with_the_years(gappy):
    found = member_origins(gappy.T.copy(), np.zeros(12, dtype=int), 4, WALK)
    last = gappy[np.arange(12), 10 - np.argmax(np.isfinite(gappy[:, ::-1]), axis=1)]
    for h in range(4):
        np.testing.assert_allclose(found.location[h, -1], last, atol=1e-12)
    assert (np.diff(found.spread[:, -1], axis=0) > 0).all()
    assert (found.shared == 0).all()


def test_shared_part_is_large_where_regions_move_together():
    rng = np.random.default_rng(2)
    share = []
    for correlation in (0.0, 0.9):
        found = project_rows(walks(rng, (12, 20), correlation=correlation, drift=0), np.zeros(12, dtype=int), [5])
        share.append(float((found.shared / found.spread**2).mean()))
        assert (found.shared <= found.spread**2).all()
    assert share[0] < 0.40 and share[1] > 0.6


def test_a_common_drift_is_followed_by_about_half():
    """The drift is shrunk on purpose; docs/method.md says what that costs on series that climb steadily."""
    line = 0.1 * np.arange(12.0) + 0.02 * np.random.default_rng(3).standard_normal((12, 12))
    together = project_rows(line, np.zeros(12, dtype=int), [1, 5])
    climbed = together.location[1] - line[:, -1]
    assert 0.2 < climbed.mean() < 0.4  # of five years of 0.1
