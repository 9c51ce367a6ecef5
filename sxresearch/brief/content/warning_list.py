"""The warning list: what is probably missed, most urgent first, and what would have to happen."""

from collections.abc import Sequence
from dataclasses import dataclass

from sxresearch.assessment.status import WATCH_BELOW, StatusGroup, group_of
from sxresearch.brief.content.answer.persons import persons_words
from sxresearch.brief.content.subject import Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import Row, known, number
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, figure
from sxresearch.terms import Flag, RuleKind, WarningKind

OF_THE_INDICATOR = frozenset(
    {
        WarningKind.FLOOR_BROKEN,
        WarningKind.VOLATILE,
        WarningKind.WORSENING,
        WarningKind.STALLED,
        WarningKind.GAP_WIDENING,
    }
)
"""Warnings about the indicator itself; the others are about the data."""

_NEAR = 1.05  # a pace within 5 % of the required one counts as fast enough
_ON_TARGET = 1e-9  # printed decimals have no exact binary form
_MANY = 10.0  # from here on a ratio says no more than that the pace is nearly nothing
_RECENT_YEARS = 5  # a mean change over so many years is known to a fifth of the last printed digit


@dataclass(frozen=True)
class Alert:
    """A warned target with everything a reader needs to act on it.

    ``persons`` says how many persons or cases the latest figure is away from the target, where they are counted;
    ``measures`` are the plan's own measures for the goal, as ``number title``; texts may be empty, never missing.
    """

    target: TargetRow
    needed: str
    episodes: str
    persons: str
    department: str
    measures: tuple[str, ...]

    @property
    def projected(self) -> str:
        """The projected value; a dash where there is no probability beside it: what is decided needs no projection."""
        return MISSING if self.target.p is None else self.target.projected

    @property
    def interval(self) -> str:
        """Its 80 % interval."""
        return MISSING if self.target.p is None else self.target.interval

    @property
    def projected_range(self) -> str:
        """Both together."""
        return MISSING if self.target.p is None else self.target.projected_range


def alerts(subject: Subject, rows: Sequence[TargetRow]) -> tuple[Alert, ...]:
    """Targets flagged watch or urgent: decided misses first, then by rising probability, broken floors last."""
    flagged = [row for row in rows if row.flag is not Flag.NONE]
    return tuple(_alert(subject, row) for row in sorted(flagged, key=_urgency))


def unflagged_warnings(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """Targets that are not flagged but volatile, worsening, stalled or with a widening gap."""
    return tuple(row for row in rows if row.flag is Flag.NONE and OF_THE_INDICATOR & set(row.warnings))


def _urgency(row: TargetRow) -> tuple[bool, float]:
    """What has no probability comes after everything below one half."""
    decided = group_of(row.status) is StatusGroup.MISSED
    return (not decided, 0.0 if decided else WATCH_BELOW if row.chance is None else row.chance)


def _alert(subject: Subject, row: TargetRow) -> Alert:
    return Alert(
        target=row,
        needed=_needed(subject, row),
        episodes=_episodes(subject, row.row),
        persons=persons_words(row),
        department=_department(subject, row),
        measures=measures_of(subject, row),
    )


def measures_of(subject: Subject, row: TargetRow) -> tuple[str, ...]:
    """The plan's own measures for the target's goal, as ``number title``."""
    serving = row.place.field.measures_for(row.place.goal)
    return tuple(f"{item.number} {item.title.in_language(subject.language)}" for item in serving)


def _needed(subject: Subject, row: TargetRow) -> str:
    """What would have to happen, as one sentence; empty where no level has to be reached."""
    if group_of(row.status) is StatusGroup.MISSED:
        return _say_decided(subject, row)
    required, observed = number(row.row.required_change_per_year), number(row.row.observed_change_per_year)
    if required is None:
        return _say_relation(subject, row)
    key, times = _comparison(row, required, observed)
    return say(
        f"brief-needed-{key}",
        subject.language,
        required=row.required_words,
        observed=row.observed_words,
        times=figure(times, 1),
    )


def _comparison(row: TargetRow, required: float, observed: float | None) -> tuple[str, float]:
    """How the pace that is needed compares with the recent one: the sentence's key and the ratio."""
    if observed is None:
        return "only", 0.0
    if row.met_now:
        return "hold", 0.0
    if required == 0:
        return "touch", 0.0
    if abs(observed) <= _within_rounding(row):
        return "start", 0.0
    times = required / observed
    if times < 0:
        return f"turn-{'up' if observed > 0 else 'down'}", times
    if times >= _MANY:
        return "start", times
    return ("faster", times) if times > _NEAR else ("keep", times)


def _within_rounding(row: TargetRow) -> float:
    """A mean yearly change that the rounding of its first and last figure alone can make."""
    return 10.0**-row.series.indicator.decimals / _RECENT_YEARS if row.series else 0.0


def _say_relation(subject: Subject, row: TargetRow) -> str:
    """Gaps and relations have no level of their own; empty where a level is merely unknown."""
    target = row.place.target
    if not target.has_second:
        return ""
    key = "gap" if target.rule is RuleKind.NARROW_GAP else "relation"
    base = str(target.base_year or row.place.plan.baseline_year)
    return say(f"brief-needed-{key}", subject.language, base=base)


def _say_decided(subject: Subject, row: TargetRow) -> str:
    if row.missed_by is not None and abs(row.missed_by) < _ON_TARGET:
        return say("brief-needed-decided-tie", subject.language)
    if row.missed_by is None:
        return say("brief-needed-decided-only", subject.language)
    return say("brief-needed-decided", subject.language, shortfall=row.shortfall)


def _episodes(subject: Subject, row: Row) -> str:
    episodes, reached = number(row.episodes), number(row.episodes_at_pace)
    if not episodes or reached is None:
        return ""
    values = {"episodes": int(episodes), "years": int(row.target_year) - int(row.latest_year)}
    if not reached:
        return say("brief-episodes-none", subject.language, **values)
    return say("brief-episodes", subject.language, reached=int(reached), **values)


def _department(subject: Subject, row: TargetRow) -> str:
    series = subject.first_series(row.place.target)
    if known(row.row.department) and row.row.department:
        return str(row.row.department)
    return (series.indicator.department or "") if series else ""
