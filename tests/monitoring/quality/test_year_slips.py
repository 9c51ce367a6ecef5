"""A whole year of all regions in another unit."""

from sxresearch.monitoring.quality.series_grid import series_grid
from sxresearch.monitoring.quality.year_slips import year_slips


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
