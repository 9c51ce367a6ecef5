"""No figure of a year that had not come."""

from datetime import date

import pytest

from sxresearch.monitoring.quality.later_years import later_years


@pytest.mark.parametrize(
    ("year", "reported_at", "refused"),
    [
        (2024, "2024-05-31", 0), (2025, "2024-05-31", 1), (2026, "", 0), (2027, "", 1),
        (2032, "", 1), (2032, "2033-01-01", 0),
    ],
)  # fmt: skip
def test_edges(table, year, reported_at, refused):
    rows = table({("share", "total", "140101"): {year: 50.0}}, reported_at=reported_at)
    assert later_years(rows, date(2026, 11, 25))["rule"].tolist() == ["later-year"] * refused
