"""One plan judged target by target over regions of one peer level: the rows of the verdict table and the fans."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from sxresearch.assessment.column_tables import Columns, chosen, filled, records
from sxresearch.assessment.events.criteria import Question
from sxresearch.assessment.events.evaluators import EVALUATORS
from sxresearch.assessment.events.outcome import Obstacle, Outcome, unanswered
from sxresearch.assessment.events.pair import pair_of
from sxresearch.assessment.events.two_series import projected_gap
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.progress import progress, time_elapsed
from sxresearch.assessment.reading_notes import ReadingNotes
from sxresearch.assessment.sentences import SAID_COLUMNS, Reasoning, unmeasured
from sxresearch.assessment.series import IndicatorSeries, SeriesStore
from sxresearch.assessment.status import flag_of, status_of
from sxresearch.assessment.verdict import FAN_COLUMNS, VERDICT_COLUMNS, Details
from sxresearch.assessment.warnings.few_events import few_events
from sxresearch.assessment.warnings.pace import Pace, pace
from sxresearch.assessment.warnings.warning_rules import Judged, warnings
from sxresearch.assessment.what_if import gap_scenarios, lenders_of, scenarios
from sxresearch.plan.catalogue import Goal, Plan, PlanField, Target
from sxresearch.plan.rules import Shape
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.scale import Floats
from sxresearch.terms import COVERAGES, Disclosure, EvidenceGrade, Language, Status, WarningKind


class Pieces(NamedTuple):
    """One target over the regions that its plan binds: its verdicts, its fan year by year, and its scenarios."""

    verdicts: Columns
    fans: list[Columns]
    scenarios: list[Columns]


@dataclass(frozen=True)
class PlanRun:
    """One plan judged over the regions of a store, with the details that are asked for."""

    inputs: Inputs
    plan: Plan
    store: SeriesStore
    newest: np.ndarray
    target_year: int | None
    details: Details

    @cached_property
    def bound(self) -> np.ndarray:
        """Which of the store's regions the plan binds."""
        return np.isin(self.store.regions, self.plan.binds(self.inputs.regions))


def plan_pieces(run: PlanRun) -> Iterator[Pieces]:
    """Every target of the plan; nothing where it binds none of the regions."""
    if not run.bound.any():
        return
    for field, goal, target in run.plan.places():
        yield _judge(run, field, goal, target)


def _judge(run: PlanRun, field: PlanField, goal: Goal, target: Target) -> Pieces:
    """One target over all regions that the plan binds."""
    question = question_of(run, target)
    head = {"plan": run.plan.id, "field": field.id, "goal": goal.number, "target": target.id}
    if target.indicator is None:
        outcome = unanswered(len(run.store.regions), Obstacle.CHECKLIST)
        return Pieces(_verdicts(run, head, question, None, outcome, None), [], [])
    series = run.store.get(target.indicator, target.group)
    outcome = EVALUATORS[target.grammar.shape](run.store, series, question)
    moving = pace(series, _pace_goal(question, outcome), outcome.met_now, (question.base_year, question.target_year))
    verdicts = _verdicts(run, head, question, series, outcome, moving)
    fan = _gap_fan if target.grammar.shape is Shape.GAP else _fan
    years = list(fan(run, series, question)) if Details.FANS in run.details else []
    return Pieces(verdicts, years, _scenarios(run, series, question, outcome, moving))


def _scenarios(
    run: PlanRun, series: IndicatorSeries, question: Question, outcome: Outcome, moving: Pace
) -> list[Columns]:  # fmt: skip
    target, open_ = question.target, run.bound & np.isfinite(outcome.p_attain)
    if Details.SCENARIOS not in run.details or target.grammar.shape is Shape.PAIR:
        return []
    if target.grammar.shape is Shape.GAP:
        indicator, group = target.second_series
        return list(gap_scenarios(series, run.store.get(str(indicator), group), question, open_))
    lenders = lenders_of(run.inputs, series.indicator.id, series.group, series.regions)
    return list(scenarios(series, question, moving, open_, lenders))


def question_of(run: PlanRun, target: Target) -> Question:
    """The target with the value and strictness that hold in each region."""
    overrides, regions = run.inputs.overrides, run.store.regions
    base, due = run.plan.years_of(target)
    years = (run.plan.period[0], run.target_year or due, base)
    return Question(target, *years, overrides.values(target, regions), overrides.strict(target, regions))


def _plan_value(run: PlanRun, target: Target) -> Floats:
    """The plan's own value where a region's plan replaces it, else NaN."""
    own = [run.inputs.overrides.get(target.id, region) is not None for region in run.store.regions]
    return np.where(own, np.nan if target.value is None else target.value, np.nan)


def _pace_goal(question: Question, outcome: Outcome) -> Floats:
    """The level that has to be reached; gaps and relations have no level of their own."""
    if question.target.grammar.needs_second:
        return np.full(len(outcome.target_value), np.nan)
    return outcome.target_value


def _verdicts(
    run: PlanRun, head: dict, question: Question, series: IndicatorSeries | None, outcome: Outcome, moving: Pace | None
) -> Columns:  # fmt: skip
    target, regions = question.target, run.store.regions
    nothing = np.full(len(regions), np.nan)
    columns = dict.fromkeys(VERDICT_COLUMNS, nothing) | head
    columns |= {
        "region": regions,
        "indicator": target.indicator,
        "group": target.group.value if target.indicator else None,
        "rule": target.rule.value,
        "target_value": outcome.target_value,
        "target_year": question.target_year,
        "as_of": run.newest,
        "met_now": outcome.met_now,
        "p_attain": outcome.p_attain,
        "p_underlying": outcome.p_underlying,
        "p_naive": outcome.p_naive,
        "p_every_year": outcome.p_every_year,
        "shortfall": outcome.shortfall,
        "base_year": question.base_year,
        "base_value": outcome.base_value,
        "second_latest_value": outcome.second_latest,
        "second_indicator": target.second_series[0] if target.has_second else None,
        "second_group": target.second_series[1].value if target.has_second else None,
        "aspiration": target.aspiration,
        "stated_in": str(target.stated_in),
        "plan_value": _plan_value(run, target),
        "department": [run.inputs.department_of(target, region) for region in run.store.regions],
        "disclosure": Disclosure.INTERNAL.value,
        "evidence_grade": EvidenceGrade.NONE.value,
        "method": "",
        "n_points": 0,
        "synthetic": np.isin(regions, run.inputs.synthetic_regions),
    }
    statuses = [_status(fact, p) for fact, p in zip(outcome.decided, outcome.p_attain, strict=True)]
    columns["status"] = [status.value for status in statuses]
    warned: list[tuple[WarningKind, ...]] = [()] * len(regions)
    if series is not None and moving is not None:
        warned = _warnings(run, question, series, outcome, moving)
        columns |= _series_columns(question, series, outcome, moving)
    columns["warnings"] = [";".join(kinds) for kinds in warned]
    columns["flag"] = [
        flag_of(status, p, kinds).value for status, p, kinds in zip(statuses, outcome.p_attain, warned, strict=True)
    ]
    piece = chosen(filled(columns, VERDICT_COLUMNS, len(regions)), run.bound)
    return piece | _reasons(piece, run, question, series, outcome)


def _warnings(
    run: PlanRun, question: Question, series: IndicatorSeries, outcome: Outcome, moving: Pace
) -> list[tuple[WarningKind, ...]]:
    grammar = question.target.grammar
    higher = grammar.wants_higher(series.indicator.better)
    return warnings(Judged(series, outcome, moving, higher, grammar.shape, run.newest))


def _series_columns(question: Question, series: IndicatorSeries, outcome: Outcome, moving: Pace) -> dict:
    known = np.isfinite(outcome.p_attain)
    band = _band(series, question.target_year)
    columns: dict = {"projected": np.where(known, band.pop("median"), np.nan)}
    columns |= {name: np.where(known, limit, np.nan) for name, limit in band.items()}
    factor = series.indicator.factor
    latest = np.where(series.latest_year > 0, series.latest_year, np.nan)
    return columns | {
        "unit": series.indicator.unit.value,
        "latest_year": latest,
        "latest_value": series.latest_value,
        "progress": progress(series, question, outcome),
        "time_elapsed": time_elapsed(series, question),
        "required_change_per_year": moving.required,
        "observed_change_per_year": moving.observed,
        "episodes": moving.episodes,
        "episodes_at_pace": moving.at_pace,
        "shortfall_persons": outcome.shortfall * series.latest_denominator / (factor or np.nan),
        "evidence_grade": [EvidenceGrade.NONE.value if isinstance(g, NoProjection) else g.value for g in series.grades],
        "method": np.where(known, series.method, ""),
        "n_points": series.points,
        "common_share": np.where(known, series.common_share(question.target_year), np.nan),
    }


def _band(series: IndicatorSeries, year: int) -> dict[str, np.ndarray]:
    """Median and limits of the figure that will be published for ``year``, by the names of the fan's columns."""
    return dict(zip(_LIMITS, series.published(year, tuple(_LIMITS.values())), strict=True))


def _limits() -> Iterator[tuple[str, float]]:
    """The columns of a fan, and the probability below each."""
    yield "median", 0.5
    for name, share in COVERAGES.items():
        yield from ((f"lower{name}", 0.5 - share / 2), (f"upper{name}", 0.5 + share / 2))


_LIMITS = dict(_limits())


def _status(fact: float, p: float) -> Status:
    if fact == 1:
        return Status.MET
    if fact == 0:
        return Status.MISSED
    return Status.NOT_ASSESSABLE if np.isnan(p) else status_of(p)


def _reasons(
    piece: Columns, run: PlanRun, question: Question, series: IndicatorSeries | None, outcome: Outcome
) -> Columns:
    target = question.target
    rows = np.flatnonzero(run.bound)
    wanted = Details.REASONS in run.details
    if not wanted or target.indicator is None:
        said = {f"reason_{language}": unmeasured(language) if wanted else "" for language in Language}
        empty = {f"notes_{language}": "" for language in Language}
        return {name: np.full(len(rows), text, dtype=object) for name, text in (said | empty).items()}
    indicator = run.inputs.indicators[target.indicator]
    reasons = [
        Reasoning(
            said,
            target,
            indicator,
            outcome.obstacles[row],
            ReadingNotes(
                said, target, indicator, {name: float(answer[row]) for name, answer in outcome.readings.items()},
                excluded=bool(question.strict[row]), best_base=bool(outcome.best_base[row]),
            ),
            None if series is None else few_events(series, int(row)),
        )
        for said, row in zip(records(piece, SAID_COLUMNS), rows, strict=True)
    ]  # fmt: skip
    texts: Columns = {}
    for language in Language:
        both = [reason.texts(language) for reason in reasons]
        for place, kind in enumerate(("reason", "notes")):
            texts[f"{kind}_{language}"] = np.array([pair[place] for pair in both], dtype=object)
    return texts


def _fan(run: PlanRun, series: IndicatorSeries, question: Question) -> Iterator[Columns]:
    """The fan of one series from the year after its latest figure to the target year, year by year."""
    latest = np.where(run.bound, series.latest_year, question.target_year)
    first = int(latest[latest > 0].min(initial=question.target_year)) + 1
    for year in range(first, question.target_year + 1):
        show = run.bound & series.predictive(year).known
        if show.any():
            band = _band(series, year) | {"naive": series.predictive(year, naive=True).median}
            yield _fan_year(series, question, year, band, show)


def _gap_fan(run: PlanRun, series: IndicatorSeries, question: Question) -> Iterator[Columns]:
    """The fan of the distance between the two groups, over the years that lack one of the two figures."""
    indicator, group = question.target.second_series
    second = run.store.get(str(indicator), group)
    latest = np.where(run.bound, np.minimum(series.latest_year, second.latest_year), question.target_year)
    first = int(latest[latest > 0].min(initial=question.target_year)) + 1
    for year in range(first, question.target_year + 1):
        pair = pair_of(series, second, question.target_year)
        limits, naive = projected_gap(pair, year, tuple(_LIMITS.values()))
        show = run.bound & np.isfinite(limits).all(axis=0)
        if show.any():
            band = dict(zip(_LIMITS, limits, strict=True)) | {"naive": naive}
            yield _fan_year(series, question, year, band, show)


def _fan_year(series: IndicatorSeries, question: Question, year: int, band: Columns, show: np.ndarray) -> Columns:
    columns = {
        "region": series.regions,
        "target": question.target.id,
        "indicator": series.indicator.id,
        "group": series.group.value,
        "year": year,
    }
    return chosen(filled(columns | band, FAN_COLUMNS, len(series.regions)), show)
