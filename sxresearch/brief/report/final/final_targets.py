"""What a final report says of each target: outcome, what had been said at mid-term, how that fared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from sxresearch.assessment.final_evaluation.next_plan import ReachableValues, reachable
from sxresearch.assessment.final_evaluation.outcomes import (
    FinalOutcome,
    WarningFate,
    fate_of,
    midterm_verdicts,
    outcome_of,
)
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import known, number
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.errors import BadParameter
from sxresearch.terms import Flag, Status


@dataclass(frozen=True)
class MidtermAnswer:
    """What was said of a target at mid-term, with the data up to ``as_of``; ``p`` is none where none was given.

    ``met_now`` says whether the latest figure of then met the target, none without one.
    """

    as_of: int
    status: Status
    flag: Flag
    p: float | None
    met_now: bool | None


@dataclass(frozen=True)
class FinalTarget:
    """A target at the end of its plan; ``midterm`` is none where the data do not reach back to mid-term."""

    row: TargetRow
    outcome: FinalOutcome
    midterm: MidtermAnswer | None
    fate: WarningFate


@dataclass(frozen=True)
class FinalPlan:
    """One plan in one region at its end.

    ``targets`` are the measurable ones in the plan's order; ``reached`` the values that a next plan could ask for, by
    indicator and group, of series whose figures are published.
    """

    about: EvaluatedPlan
    targets: tuple[FinalTarget, ...]
    reached: tuple[ReachableValues, ...]

    def of(self, *outcomes: FinalOutcome) -> tuple[FinalTarget, ...]:
        """The targets with one of these outcomes."""
        return tuple(item for item in self.targets if item.outcome in outcomes)

    def fared(self, *fates: WarningFate) -> tuple[FinalTarget, ...]:
        """The targets of which the mid-term judgement fared so."""
        return tuple(item for item in self.targets if item.fate in fates)


def final_plan(inputs: Inputs, about: EvaluatedPlan, midterm_year: int | None = None) -> FinalPlan:
    """The plan at its end; ``midterm_year`` is the last data year of the mid-term evaluation, half-way by default.

    Raises
    ------
    BadParameter
        If no target has a figure of its target year yet: then there is nothing to evaluate finally.
    """
    region, as_of = about.content.subject.region.code, about.content.subject.as_of
    if not any(row.status in DECIDED for row in about.measurable):
        raise BadParameter.of(
            "report-final-too-early", "", code=region, plan=about.plan.id, year=str(about.plan.target_year),
            last=str(as_of),
        )  # fmt: skip
    narrowed = replace(inputs, plans=(about.plan,))
    said = _midterm(narrowed, region, midterm_year, internal=about.content.internal)
    hidden = {(row.row.indicator, str(row.row.group)) for row in about.measurable if row.suppressed}
    reached = tuple(item for item in reachable(narrowed, region, about.plan, as_of)
                    if (item.indicator, item.group.value) not in hidden)  # fmt: skip
    return FinalPlan(about, tuple(_targets(about.measurable, said)), reached)


def _midterm(inputs: Inputs, region: str, year: int | None, *, internal: bool) -> pd.DataFrame:
    table = midterm_verdicts(inputs, region, year).reset_index()
    if table.empty:
        return table.set_index("target")
    empty = Assessment(table, pd.DataFrame({"region": [], "target": []}))
    return published_verdicts(empty, inputs, internal=internal).verdicts.set_index("target")


def _targets(rows: Sequence[TargetRow], said: pd.DataFrame) -> list[FinalTarget]:
    answers: Mapping[str, MidtermAnswer] = {
        str(row.Index): MidtermAnswer(
            int(row.as_of),
            Status(row.status),
            Flag(row.flag),
            number(row.p_attain),
            bool(row.met_now) if known(row.met_now) else None,
        )
        for row in said.itertuples()
    }
    return [_target(row, answers.get(row.place.target.id)) for row in rows]


def _target(row: TargetRow, midterm: MidtermAnswer | None) -> FinalTarget:
    outcome = outcome_of(row.status, row.place.target.rule, row.met_now, row.way)
    if midterm is None:
        fate = WarningFate.NOT_JUDGED if row.status in DECIDED else WarningFate.OPEN
    else:
        fate = fate_of(row.status, midterm.status, midterm.flag)
    return FinalTarget(row, outcome, midterm, fate)
