"""A whole year of all regions in another unit."""

import numpy as np
import pytest

from sxresearch.monitoring.quality.doubts import Hypothesis
from sxresearch.monitoring.quality.series_grid import series_grid
from sxresearch.monitoring.quality.year_slips import _years, year_slips
from tests.monitoring.quality.grids import hand_grid


def test_per_mille_for_per_cent_in_one_year(rising, table, register):
    figures = rising(start=4.0, step=0.1)
    wrong = {
        key: {y: round(v * 10, 1) if y == 2022 else v for y, v in series.items()} for key, series in figures.items()
    }
    rows = table(wrong)
    found = year_slips(series_grid(rows, register), register)
    assert rows.loc[found.index, "year"].unique().tolist() == [2022]
    assert found["hypothesis"].unique().tolist() == ["times-10"]
    assert len(found) == 7


def test_a_common_jump_is_no_slip(rising, table, register):
    figures = rising(start=30.0, step=0.1)
    jumped = {key: {y: v + 20 if y == 2022 else v for y, v in series.items()} for key, series in figures.items()}
    assert year_slips(series_grid(table(jumped), register), register).empty


def test_four_regions_are_needed(rising, table, register):
    figures = rising(start=4.0, step=0.1)
    wrong = {key: {y: v * 10 if y == 2022 else v for y, v in series.items()} for key, series in figures.items()}
    for count, held in ((4, 4), (3, 0)):
        rows = table(dict(list(wrong.items())[:count]))
        assert len(year_slips(series_grid(rows, register), register)) == held


def held_in_the_last_year(apart: list[float], shift: list[float]) -> int:
    """Regions whose last year lies ``apart`` from their other years, and ``shift`` nearer if converted."""
    rows = np.array([[0.0, 0.0, 0.0, 0.0, away] for away in apart])
    moved = np.array([[0.0, 0.0, 0.0, 0.0, step] for step in shift])
    found = _years(hand_grid(rows.tolist()), np.arange(len(rows)), rows, {Hypothesis.TIMES_10: moved})
    return sum(len(year.rows) for year in found)


@pytest.mark.parametrize(("apart", "held"), [(0.61, 4), (0.59, 0)])
def test_edge_of_far(apart, held):
    """Four times the smallest spread, .15."""
    assert held_in_the_last_year([apart] * 4, [-apart] * 4) == held


@pytest.mark.parametrize(("shift", "held"), [(-0.76, 4), (-0.74, 0)])
def test_edge_of_gain(shift, held):
    """A quarter of the distance may be left."""
    assert held_in_the_last_year([1.0] * 4, [shift] * 4) == held


@pytest.mark.parametrize(("near", "held"), [(6, 6), (5, 0)])
def test_edge_of_together(near, held):
    """Three quarters of eight regions."""
    assert held_in_the_last_year([1.0] * 8, [-1.0] * near + [0.0] * (8 - near)) == held
