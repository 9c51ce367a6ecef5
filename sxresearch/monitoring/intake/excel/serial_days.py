"""Spreadsheet dates: the number that is stored and the moment that is shown, in both day systems.

In the 1900 system day 1 is 1 January 1900 and day 60 the 29 February 1900 that never was; in the 1904 system day 0
is 1 January 1904 (ECMA-376 part 1, 18.17.4.1).
"""

from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)
LEAP_FAULT = 60
LAST_SERIAL = 2_958_466
"""The day after 31 December 9999 in the 1900 system; that last day itself is left out, it may round up."""

_FIRST_1904 = datetime(1904, 1, 1)
_BEFORE_LEAP, _AFTER_LEAP = datetime(1899, 12, 31), datetime(1899, 12, 30)


def moment_of(serial: float, date1904: bool = False, elapsed: bool = False) -> datetime | time | timedelta | None:
    """What a number in a date or time format shows; none where no calendar has that day.

    Below one day it is a time of day; a format that counts hours beyond 24 (``elapsed``) gives a length of time.
    """
    if not 0 <= serial < LAST_SERIAL - 1 - (1462 if date1904 else 0):
        return None
    if elapsed:
        return _rounded(serial)
    if serial < 1 and not date1904:
        clock = datetime.min + _rounded(serial)
        return clock.time() if clock.date() == date.min else None
    if date1904:
        return _FIRST_1904 + _rounded(serial)
    if LEAP_FAULT <= serial < LEAP_FAULT + 1:
        return None
    return (_BEFORE_LEAP if serial < LEAP_FAULT else _AFTER_LEAP) + _rounded(serial)


def serial_of(moment: datetime | date | time | timedelta, date1904: bool = False) -> float:
    """The number that is stored for what is shown: a year typed as 2015 and formatted as a date is 2015 again."""
    if isinstance(moment, timedelta):
        return moment / DAY
    if isinstance(moment, time):
        return (datetime.combine(date.min, moment) - datetime.min) / DAY
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if date1904:
        return (moment - _FIRST_1904) / DAY
    early = (moment - _BEFORE_LEAP) / DAY
    return early if early < LEAP_FAULT else (moment - _AFTER_LEAP) / DAY


def _rounded(serial: float) -> timedelta:
    """A length in days to the millisecond, as spreadsheets show it."""
    return timedelta(milliseconds=round(serial * 86_400_000))
