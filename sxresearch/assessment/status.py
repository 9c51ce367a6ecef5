"""From a probability, or a fact, to a status and a flag (DESIGN section 4)."""

from sxresearch.terms import Flag, Status

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

DECIDED = (Status.MET, Status.MISSED, Status.OUT_OF_REACH)


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


def flag_of(status: Status, p_attain: float | None) -> Flag:
    """Whether to warn: *urgent* when decided against or P < .20, *watch* when P < .50."""
    if status in (Status.MISSED, Status.OUT_OF_REACH):
        return Flag.URGENT
    if status in (Status.MET, Status.NOT_ASSESSABLE) or p_attain is None:
        return Flag.NONE
    if p_attain < URGENT_BELOW:
        return Flag.URGENT
    return Flag.WATCH if p_attain < WATCH_BELOW else Flag.NONE
