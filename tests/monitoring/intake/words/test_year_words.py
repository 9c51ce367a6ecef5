"""Years as offices write them, and what is none."""

from datetime import date

import pytest

from sxresearch.monitoring.intake.words.year_words import year_of, years_within


@pytest.mark.parametrize(
    ("written", "year"),
    [
        (2023, 2023), (2023.0, 2023), ("2023", 2023), (" 2023 年 ", 2023), ("２０２３年度", 2023), ("二〇二三年", 2023),
        ("2023-12-31", 2023), ("2023/12", 2023), (date(2023, 12, 31), 2023), (date(2023, 1, 1), 2023),
        ("2023/1/1", 2023), ("2023.12.31", 2023), (date(2023, 11, 30), None), (date(2023, 1, 2), None),
        ("2023-06", None), ("2023-06-30", None), ("2023.6.30", None), ("2023-01", None), ("202③", None),
        ("2023①", 2023),
        ("2023年12月", None), ("2023/13", None), ("2023/0", None), ("23年", None), ("2022-2023", None), (2023.5, None),
    ],
)  # fmt: skip
def test_one_cell(written, year):
    found = year_of(written)
    assert (found.year if found is not None else None) == year


def test_years_in_a_title():
    assert years_within("2015—2023年太原市主要指标") == [2015, 2023]
    assert years_within("2500年") == []
