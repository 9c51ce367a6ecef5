"""Spreadsheet days and moments; the known pairs are Excel's own."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.monitoring.intake.excel.serial_days import moment_of, serial_of


@pytest.mark.parametrize(
    ("serial", "date1904", "moment"),
    [
        (1, False, datetime(1900, 1, 1)),
        (59, False, datetime(1900, 2, 28)),
        (60, False, None),
        (61, False, datetime(1900, 3, 1)),
        (2015, False, datetime(1905, 7, 7)),
        (45292, False, datetime(2024, 1, 1)),
        (0.5, False, time(12)),
        (45292.25, False, datetime(2024, 1, 1, 6)),
        (0, True, datetime(1904, 1, 1)),
        (43830, True, datetime(2024, 1, 1)),
        (-1, False, None),
        (3e6, False, None),
    ],
)
def test_a_stored_number_shows_the_moment_excel_shows(serial, date1904, moment):
    assert moment_of(serial, date1904) == moment


def test_hours_beyond_a_day_are_a_length():
    assert moment_of(1.5, elapsed=True) == timedelta(hours=36)


@given(st.integers(0, 2_950_000), st.booleans())
def test_serial_of_leads_back(serial, date1904):
    moment = moment_of(serial, date1904)
    assert moment is None or serial_of(moment, date1904) == serial
