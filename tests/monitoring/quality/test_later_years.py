"""No figure of a year that had not come, and none that is final of one that had not ended."""

from datetime import date

import pytest

from sxresearch.monitoring.quality.later_years import later_years


@pytest.mark.parametrize(
    ("year", "reported_at", "rules"),
    [
        (2024, "2024-05-31", ["running-year"]), (2024, "2024-12-31", ["running-year"]), (2024, "2025-01-01", []),
        (2025, "2024-12-31", ["later-year"]), (2025, "", []), (2026, "", ["running-year"]), (2027, "", ["later-year"]),
        (2032, "", ["later-year"]), (2032, "2033-01-01", []),
    ],
)  # fmt: skip
def test_edges(table, register, year, reported_at, rules):
    rows = table({("share", "total", "140101"): {year: 50.0}}, reported_at=reported_at)
    assert later_years(rows, register, date(2026, 11, 25))["rule"].tolist() == rules


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 12, 31)])
@pytest.mark.parametrize("status", ["final", "preliminary"])
def test_preliminary_or_not_until_the_last_day(table, register, today, status):
    rows = table({("share", "total", "140101"): {2025: 50.0, 2026: 51.0}}, status=status)
    assert later_years(rows, register, today).index.tolist() == [1]


def test_an_election_of_the_running_year_is_over(table, register):
    rows = table({("seats", "total", "140101"): {2026: 50.0, 2027: 51.0}})
    assert later_years(rows, register, date(2026, 11, 25))["rule"].tolist() == ["later-year"]
