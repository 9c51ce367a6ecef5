"""What came of each target, once the figure of its target year is in; and what had been said of it at mid-term."""

from enum import StrEnum

import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.rates import nearly_met
from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.track_record.record import FEWEST_CASES
from sxresearch.assessment.verdict import Details
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.terms import Flag, RuleKind, Status


class FinalOutcome(StrEnum):
    """What came of a target."""

    MET = "met"
    NEARLY = "nearly"  # missed, but at least NEARLY of the way from base to target was gone
    MISSED = "missed"
    NOT_MEASURED = "not-measured"  # no figure of the target year, or no rule to judge it by
    CHECKLIST = "checklist"


class WarningFate(StrEnum):
    """How a mid-term judgement fared."""

    HIT = "hit"  # warned, and missed
    FALSE_ALARM = "false-alarm"  # warned, and met
    MISS = "miss"  # not warned, and missed
    RIGHT_CALM = "right-calm"  # not warned, and met
    NOT_JUDGED = "not-judged"  # decided, but at mid-term nothing could be said
    OPEN = "open"  # not decided yet


def outcome_of(status: str, rule: str, met_now: float | None, progress: float | None) -> FinalOutcome:
    """What came of a target whose verdict, on the data to the end, has this ``status``."""
    if rule == RuleKind.QUALITATIVE:
        return FinalOutcome.CHECKLIST
    if status == Status.MET:
        return FinalOutcome.MET
    if status == Status.MISSED:
        return FinalOutcome.NEARLY if nearly_met(met_now, progress) else FinalOutcome.MISSED
    return FinalOutcome.NOT_MEASURED


def fate_of(final_status: str, midterm_status: str, midterm_flag: str) -> WarningFate:
    """How the mid-term judgement fared; a flag counts as a warning, whether or not it came with a probability."""
    if final_status not in {status.value for status in DECIDED}:
        return WarningFate.OPEN
    warned = midterm_flag != Flag.NONE
    if not warned and midterm_status == Status.NOT_ASSESSABLE:
        return WarningFate.NOT_JUDGED
    if final_status == Status.MET:
        return WarningFate.FALSE_ALARM if warned else WarningFate.RIGHT_CALM
    return WarningFate.HIT if warned else WarningFate.MISS


def mid_term_year(plan: Plan, target: Target) -> int:
    """The year half-way from the year before the plan to the target's year, the later of two."""
    return -(-(plan.period[0] - 1 + plan.years_of(target)[1]) // 2)


def midterm_verdicts(inputs: Inputs, region: str, year: int | None = None) -> pd.DataFrame:
    """The verdict table of one region as it would have been at mid-term, from the figures up to then.

    Parameters
    ----------
    inputs
        Plans and figures; later figures are left aside.
    region
        Six-digit code.
    year
        The last data year of the mid-term evaluation; by default each target's own half-way year. Targets whose
        mid-term lies outside the data are left out.

    Returns
    -------
    DataFrame
        Columns of the verdict table; ``as_of`` tells the year, index is the target.
    """
    first, last = inputs.extent.years()
    years = {t.id: year or mid_term_year(plan, t) for plan in inputs.plans for _, _, t in plan.places()}
    parts = []
    for asked in sorted({item for item in years.values() if first <= item <= last}):
        said = assess(inputs, [region], asked, details=Details.REASONS).verdicts.set_index("target")
        mine = [target for target in said.index if years[target] == asked]
        parts.append(said.loc[mine].assign(as_of=asked))
    return pd.concat(parts) if parts else assess(inputs, [region]).verdicts.set_index("target").iloc[:0]


def brier_score(said: pd.Series, came: pd.Series) -> float | None:
    """Mean squared error of probabilities ``said`` against outcomes ``came`` (1 met, 0 missed), in [0, 1], less is
    better; none with fewer than FEWEST_CASES of them."""
    known = said.notna() & came.notna()
    if known.sum() < FEWEST_CASES:
        return None
    return float(((said[known].astype(float) - came[known].astype(float)) ** 2).mean())
