"""Bands and flags, by their edges."""

import pytest

from sxresearch.assessment.status import flag_of, status_of
from sxresearch.terms import Flag, Status, WarningKind


@pytest.mark.parametrize(
    ("p", "status"),
    [
        (1.0, Status.LIKELY),
        (0.90, Status.LIKELY),
        (0.8999999, Status.RATHER_LIKELY),
        (0.66, Status.RATHER_LIKELY),
        (0.6599999, Status.UNCERTAIN),
        (0.33, Status.UNCERTAIN),
        (0.3299999, Status.UNLIKELY),
        (0.10, Status.UNLIKELY),
        (0.0999999, Status.VERY_UNLIKELY),
        (0.0, Status.VERY_UNLIKELY),
    ],
)
def test_lower_bounds_are_inclusive(p, status):
    assert status_of(p) is status


@pytest.mark.parametrize("p", [-0.01, 1.01, float("nan")])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        status_of(p)


@pytest.mark.parametrize(
    ("status", "p", "flag"),
    [
        (Status.UNCERTAIN, 0.50, Flag.NONE),
        (Status.UNCERTAIN, 0.4999, Flag.WATCH),
        (Status.UNLIKELY, 0.20, Flag.WATCH),
        (Status.UNLIKELY, 0.1999, Flag.URGENT),
        (Status.MISSED, None, Flag.URGENT),
        (Status.MET, None, Flag.NONE),
        (Status.NOT_ASSESSABLE, None, Flag.NONE),
    ],
)
def test_flags(status, p, flag):
    assert flag_of(status, p) is flag


@pytest.mark.parametrize("kind", [WarningKind.FLOOR_BROKEN, WarningKind.OFF_COURSE])
@pytest.mark.parametrize(
    ("status", "p", "flag"),
    [
        (Status.LIKELY, 0.97, Flag.WATCH),
        (Status.NOT_ASSESSABLE, None, Flag.WATCH),
        (Status.MET, None, Flag.WATCH),
        (Status.VERY_UNLIKELY, 0.05, Flag.URGENT),  # never less than what the probability says
        (Status.MISSED, None, Flag.URGENT),
    ],
)
def test_a_broken_floor_and_a_pace_that_falls_short_are_watched_at_least(kind, status, p, flag):
    assert flag_of(status, p, (kind,)) is flag


def test_other_warnings_raise_no_flag():
    rest = set(WarningKind) - {WarningKind.FLOOR_BROKEN, WarningKind.OFF_COURSE}
    assert flag_of(Status.LIKELY, 0.97, tuple(rest)) is Flag.NONE
