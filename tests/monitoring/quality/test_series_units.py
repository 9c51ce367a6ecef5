"""A series in another unit, or since some year."""

from sxresearch.monitoring.quality.series_grid import series_grid
from sxresearch.monitoring.quality.series_units import other_units

KEY = ("share", "total", "140104")


def test_a_share_for_a_percentage(rising, table, register):
    figures = rising()
    wrong = {**figures, KEY: {year: round(value / 100, 3) for year, value in figures[KEY].items()}}
    rows = table(wrong)
    found = other_units(series_grid(rows, register), register)
    assert rows.loc[found.index, "region"].unique().tolist() == ["140104"]
    assert len(found) == 9
    assert found["hypothesis"].unique().tolist() == ["over-100"]


def test_since_some_year(rising, table, register):
    figures = rising()
    wrong = {**figures, KEY: {y: round(v / 100, 3) if y >= 2021 else v for y, v in figures[KEY].items()}}
    rows = table(wrong)
    found = other_units(series_grid(rows, register), register)
    assert rows.loc[found.index, "year"].tolist() == [2021, 2022, 2023]
    assert found["hypothesis"].unique().tolist() == ["over-100"]


def test_a_region_that_is_merely_low_is_left(rising, table, register):
    figures = rising()
    low = {**figures, KEY: {year: value / 3 for year, value in figures[KEY].items()}}
    assert other_units(series_grid(table(low), register), register).empty


def test_four_others_are_needed(rising, table, register):
    figures = dict(list(rising().items())[:5])
    wrong = {**figures, KEY: {year: value / 100 for year, value in figures[KEY].items()}}
    assert len(other_units(series_grid(table(wrong), register), register)) == 9
    fewer = dict(list(wrong.items())[1:])
    assert other_units(series_grid(table(fewer), register), register).empty
