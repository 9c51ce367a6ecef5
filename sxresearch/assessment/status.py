"""From a probability, or a fact, to a status and a flag; and the groups in which statuses are counted."""

from collections.abc import Collection
from enum import StrEnum

from sxresearch.terms import Flag, Status, WarningKind

# Lower bound of P(attain), inclusive, in the manner of the IPCC's likelihood terms.
BANDS = (
    (0.90, Status.LIKELY),
    (0.66, Status.RATHER_LIKELY),
    (0.33, Status.UNCERTAIN),
    (0.10, Status.UNLIKELY),
    (0.00, Status.VERY_UNLIKELY),
)
WATCH_BELOW = 0.50
URGENT_BELOW = 0.20
WATCHED = frozenset({WarningKind.FLOOR_BROKEN, WarningKind.OFF_COURSE})
"""Warnings that are worth watching whatever the probability."""


class StatusGroup(StrEnum):
    """How statuses are counted, in the order of a table: facts first, then from likely to unlikely."""

    MET = "met"
    MISSED = "missed"
    LIKELY = "likely"  # P >= .66
    UNCERTAIN = "uncertain"
    UNLIKELY = "unlikely"  # P < .33
    NOT_ASSESSABLE = "not_assessable"


FROM_BEST = (
    StatusGroup.MET, StatusGroup.LIKELY, StatusGroup.UNCERTAIN, StatusGroup.UNLIKELY, StatusGroup.MISSED,
    StatusGroup.NOT_ASSESSABLE,
)  # fmt: skip
"""The groups in the order of a scale, from met to missed."""

_GROUPS = {
    Status.MET: StatusGroup.MET,
    Status.MISSED: StatusGroup.MISSED,
    Status.LIKELY: StatusGroup.LIKELY,
    Status.RATHER_LIKELY: StatusGroup.LIKELY,
    Status.UNCERTAIN: StatusGroup.UNCERTAIN,
    Status.UNLIKELY: StatusGroup.UNLIKELY,
    Status.VERY_UNLIKELY: StatusGroup.UNLIKELY,
    Status.NOT_ASSESSABLE: StatusGroup.NOT_ASSESSABLE,
}
if missing := set(Status) - set(_GROUPS):
    raise LookupError(f"statuses without a group: {sorted(missing)}")


def group_of(status: Status) -> StatusGroup:
    """The group in which a status is counted."""
    return _GROUPS[status]


def statuses_in(*groups: StatusGroup) -> tuple[Status, ...]:
    """The statuses of the groups, in the order of the vocabulary."""
    return tuple(status for status in Status if _GROUPS[status] in groups)


DECIDED = statuses_in(StatusGroup.MET, StatusGroup.MISSED)
GOOD = statuses_in(StatusGroup.MET, StatusGroup.LIKELY)
BAD = statuses_in(StatusGroup.UNLIKELY, StatusGroup.MISSED)
DOUBTFUL = statuses_in(StatusGroup.UNCERTAIN, StatusGroup.UNLIKELY)


def status_of(p_attain: float) -> Status:
    """The band of an unrounded probability.

    Raises
    ------
    ValueError
        If ``p_attain`` is not a probability.
    """
    if not 0 <= p_attain <= 1:
        raise ValueError(f"a probability lies between 0 and 1, got {p_attain}")
    return next(status for bound, status in BANDS if p_attain >= bound)


def band_of(status: Status) -> tuple[float, float] | None:
    """Lower and upper bound of the probabilities that a status stands for; none for the others."""
    above = 1.0
    for bound, name in BANDS:
        if name is status:
            return bound, above
        above = bound
    return None


def middle_of(status: Status) -> float | None:
    """What a probability that is not published counts as in a sum: the middle of its band; none without a band."""
    band = band_of(status)
    return None if band is None else sum(band) / 2


def flag_of(status: Status, p_attain: float | None, warnings: Collection[WarningKind] = ()) -> Flag:
    """Whether to warn: *urgent* when decided against or P < .20, *watch* when P < .50.

    At least *watch* too where a floor is already broken, or where there is no probability but the pace falls short.
    """
    flag = _by_chance(status, p_attain)
    return Flag.WATCH if flag is Flag.NONE and WATCHED.intersection(warnings) else flag


def _by_chance(status: Status, p_attain: float | None) -> Flag:
    if group_of(status) is StatusGroup.MISSED:
        return Flag.URGENT
    if status in (Status.MET, Status.NOT_ASSESSABLE) or p_attain is None:
        return Flag.NONE
    if p_attain < URGENT_BELOW:
        return Flag.URGENT
    return Flag.WATCH if p_attain < WATCH_BELOW else Flag.NONE
