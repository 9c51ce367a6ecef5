"""Panels together give what each gives alone."""

import numpy as np
import pytest

from sxresearch.projection import stacking
from sxresearch.projection.stacking import project_grids, project_rows

NAN = np.nan
NAMES = ("location", "spread", "df", "shared")


@pytest.fixture(scope="module")
def series() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    z = np.cumsum(rng.standard_normal((300, 16)) * 0.1, axis=1)
    z[rng.random(z.shape) < 0.15] = NAN
    z[17] = NAN
    return z, rng.integers(0, 40, 300)


def test_panels_together_equal_one_by_one_in_any_order(series, monkeypatch):
    z, panel = series
    monkeypatch.setattr(stacking, "CHUNK_CELLS", 900)  # many pieces
    together = project_rows(z, panel, [1, 3])
    monkeypatch.undo()
    for code in np.unique(panel):
        rows = panel == code
        alone = project_rows(z[rows], panel[rows], [1, 3])
        for name in NAMES:
            np.testing.assert_allclose(getattr(together, name)[:, rows], getattr(alone, name), rtol=0, atol=1e-10)


def test_grids_of_different_length_and_reach_equal_rows(series):
    z, panel = series
    grids = [z[panel == code][:, code % 5 :] for code in range(40)]
    reaches = [1 + code % 3 for code in range(40)]
    for grid, reach, outlook in zip(grids, reaches, project_grids(grids, reaches), strict=True):
        alone = project_rows(grid, np.zeros(len(grid), dtype=int), range(1, reach + 1))
        assert outlook.location.shape == (grid.shape[1] - 1 + reach, len(grid))
        for name in NAMES:
            np.testing.assert_allclose(getattr(outlook, name)[-reach:], getattr(alone, name), rtol=0, atol=1e-10)
        assert outlook.width.shape == (reach,) and np.isfinite(outlook.width).all()
        np.testing.assert_allclose(outlook.common_weights.sum(axis=1), 1.0)


def test_rows_within_the_data_are_one_year_ahead_of_what_was_known(series):
    grid = series[0][:8]
    (outlook,) = project_grids([grid], [2])
    then = project_rows(grid[:, :10], np.zeros(8, dtype=int), [1])  # knows columns 0…9, answers column 10
    np.testing.assert_allclose(outlook.location[9], then.location[0], rtol=0, atol=1e-12)
    np.testing.assert_allclose(outlook.spread[9], then.spread[0], rtol=0, atol=1e-12)


def test_panels_without_any_figure_answer_nothing():
    outlooks = project_grids([np.full((2, 3), NAN), np.ones((1, 3))], [2, 2])
    assert np.isnan(outlooks[0].location).all() and outlooks[0].location.shape == (4, 2)
    assert np.isfinite(outlooks[1].location[-2:]).all()
    assert np.isnan(project_rows(np.full((2, 3), NAN), np.zeros(2), [1]).location).all()
    assert project_grids([], []) == []


def test_horizons_lie_ahead():
    with pytest.raises(ValueError, match="at least 1"):
        project_rows(np.ones((1, 3)), np.zeros(1), [0])
