"""From the text of a plan to its targets and back: is every measurable statement accounted for?

Every figure and every trend word of a goal, and every figure and threshold word of a measure,
must stand inside the phrase of a target or of a stated reason why it is none. Every phrase must
stand in the text exactly once. What fails is listed; nothing is printed here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from sxresearch.plan.catalogue import Goal, NotTarget, Plan, PlanField, Target
from sxresearch.plan.schema import Words
from sxresearch.plan.text.printed_plan import FieldText, PlanText

FIGURE = r"\d+(?:\.\d+)?(?:[/／]\d+万?)?(?:[-－—–~～至]\d+(?:\.\d+)?)?"
"""A number with its "per so many", or a range of two: 12.5/10万, 0－6."""
TREND = (
    "提高|提升|下降|降低|降至|减少|缩小|减缓|控制|保持|稳定|增加|增长|增强|增多|不少于|不低于|达到|扩大|上升|"
    "相适应|平衡|改善|消除|遏制|完善"
)
ASPIRATION = "力争"
FLOOR = "均要|每个|每所|全部|基本(?:消除|实现|形成|建成|能用上)"
"""Words that set a threshold without a digit: every place, all, or nearly all."""
THRESHOLD = f"不少于|不低于|不超过|相适应|(?<!健)全覆盖|{FLOOR}"
"""Words by which a measure sets a threshold without a figure; 健全覆盖全民 is no 全覆盖."""


class StatedIn(StrEnum):
    """Which list of a field a statement stands in."""

    GOAL = "goal"
    MEASURE = "measure"


class Said(StrEnum):
    """What kind of statement an occurrence is."""

    FIGURE = "figure"
    TREND = "trend"
    ASPIRATION = "aspiration"
    THRESHOLD = "threshold"


_GOAL_WORDS = {Said.FIGURE: FIGURE, Said.TREND: TREND, Said.ASPIRATION: ASPIRATION, Said.THRESHOLD: FLOOR}
_MEASURE_WORDS = {Said.FIGURE: FIGURE, Said.THRESHOLD: THRESHOLD}

_AROUND = 10  # characters shown either side of an occurrence that nothing accounts for

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class StatementPlace:
    """One goal or measure."""

    plan: str
    field: str
    part: StatedIn
    number: int


@dataclass(frozen=True)
class Occurrence:
    """A figure or word of the text (``span``: its characters in the item), and what accounts for it."""

    spot: StatementPlace
    said: Said
    words: str
    span: Span
    around: str
    """The words with a few characters either side."""
    targets: tuple[str, ...] = ()
    reason: Words | None = None

    @property
    def mapped(self) -> bool:
        """Whether a target or a stated reason accounts for it."""
        return bool(self.targets) or self.reason is not None

    @property
    def doubled(self) -> bool:
        """Whether it is a target and also said to be none."""
        return bool(self.targets) and self.reason is not None


@dataclass(frozen=True)
class Phrase:
    """A phrase of the catalogue and where the text has it: every place, in order."""

    spot: StatementPlace
    words: str
    spans: tuple[Span, ...]
    target: Target | None = None
    reason: Words | None = None

    @property
    def once(self) -> bool:
        """Whether the text has it exactly once."""
        return len(self.spans) == 1

    @property
    def states_nothing(self) -> bool:
        """Whether a target that must rest on a figure or a trend quotes neither."""
        if self.target is None or not self.target.grammar.needs_trend:
            return False
        return not any(_found(self.words, pattern) for pattern in (*_GOAL_WORDS.values(), *_MEASURE_WORDS.values()))

    @property
    def other_figure(self) -> bool:
        """Whether the target's value is not among the figures it quotes, and no note says how it was read."""
        if self.target is None or not self.target.grammar.needs_value or self.target.other_reading is not None:
            return False
        quoted = tuple(float(number) for number in re.findall(r"\d+(?:\.\d+)?", self.words))
        return self.target.value not in quoted

    def covers(self, span: Span) -> bool:
        """Whether ``span`` lies inside one of the phrase's places."""
        return any(start <= span[0] and span[1] <= end for start, end in self.spans)


@dataclass(frozen=True)
class TextMap:
    """Every statement of the text with its target or reason, and every phrase with its place in the text."""

    plans: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    phrases: tuple[Phrase, ...]
    absent: tuple[StatementPlace, ...]
    """Goals and measures in the text, not in the catalogue."""
    untitled: tuple[str, ...]
    """Titles of plans and fields in the text that the catalogue does not bear."""
    invented: tuple[StatementPlace, ...]
    """Goals and measures in the catalogue, not in the text."""
    aspirations: tuple[str, ...]
    """Ids of targets marked as an aspiration where the text does not say so."""

    @property
    def unmapped(self) -> tuple[Occurrence, ...]:
        """Figures and trend words that neither a target nor a reason accounts for."""
        return tuple(item for item in self.occurrences if not item.mapped)

    @property
    def doubled(self) -> tuple[Occurrence, ...]:
        """Occurrences that are a target and also said to be none."""
        return tuple(item for item in self.occurrences if item.doubled)

    @property
    def misquoted(self) -> tuple[Phrase, ...]:
        """Phrases that the text does not have exactly once."""
        return tuple(item for item in self.phrases if not item.once)

    @property
    def unfounded(self) -> tuple[Phrase, ...]:
        """Phrases of targets that state no figure or trend, or another figure than the target."""
        return tuple(item for item in self.phrases if item.states_nothing or item.other_figure)

    @property
    def complete(self) -> bool:
        """Whether catalogue and text agree in every respect."""
        failures = (self.unmapped, self.doubled, self.misquoted, self.unfounded)
        return bool(self.plans) and not any((*failures, self.absent, self.untitled, self.invented, self.aspirations))


def map_text(plans: Iterable[Plan], text: Sequence[PlanText]) -> TextMap:
    """Map ``text`` to those of ``plans`` whose Chinese titles it bears.

    Plans that the text does not hold are left out (the text of two plans says nothing about a third);
    plans of the text that the catalogue does not hold are listed as absent.
    """
    by_title = {plan.title.zh: plan for plan in plans}
    known = [(by_title[item.title], item) for item in text if item.title in by_title]
    maps = [_map_plan(plan, printed) for plan, printed in known]
    return TextMap(
        plans=tuple(plan.id for plan, _ in known),
        occurrences=tuple(item for part in maps for item in part.occurrences),
        phrases=tuple(item for part in maps for item in part.phrases),
        absent=tuple(item for part in maps for item in part.absent),
        untitled=(
            *(item.title for item in text if item.title not in by_title),
            *(item for part in maps for item in part.untitled),
        ),
        invented=tuple(item for part in maps for item in part.invented),
        aspirations=tuple(item for part in maps for item in part.aspirations),
    )


def _map_plan(plan: Plan, printed: PlanText) -> TextMap:
    pairs, untitled = _paired(plan, printed)
    occurrences: list[Occurrence] = []
    phrases: list[Phrase] = []
    invented: list[StatementPlace] = []
    aspirations: list[str] = []
    for spot, words, targets, refusals in _items(plan, pairs):
        if words is None:
            invented.append(spot)
            continue
        here = _phrases(spot, words, targets, refusals)
        phrases += here
        occurrences += _occurrences(spot, words, here)
        if ASPIRATION not in words:
            aspirations += [target.id for target in targets if target.aspiration]
    absent = tuple(_unlisted(plan, pairs))
    return TextMap(
        (plan.id,), tuple(occurrences), tuple(phrases), absent, untitled, tuple(invented), tuple(aspirations)
    )


def _paired(plan: Plan, printed: PlanText) -> tuple[list[tuple[PlanField, FieldText]], tuple[str, ...]]:
    """Each field of the plan with its text (empty where there is none); titles of the text that no field bears."""
    by_title = {item.title: item for item in printed.fields}
    pairs = [(item, by_title.pop(item.title.zh, FieldText(""))) for item in plan.fields]
    return pairs, tuple(by_title)


def _items(
    plan: Plan, pairs: Iterable[tuple[PlanField, FieldText]]
) -> Iterator[tuple[StatementPlace, str | None, tuple[Target, ...], tuple[NotTarget, ...]]]:
    """Every goal and measure of the catalogue: its place, its text if there is any, what it states and refuses."""
    for item, text in pairs:
        for goal in item.goals:
            own = tuple(target for target in goal.targets if target.stated_in == "goal")
            yield (
                StatementPlace(plan.id, item.id, StatedIn.GOAL, goal.number),
                text.goals.get(goal.number),
                own,
                goal.not_targets,
            )
        for measure in item.measures:
            stated = tuple(target for goal in item.goals for target in _stated_in(goal, measure.number))
            spot = StatementPlace(plan.id, item.id, StatedIn.MEASURE, measure.number)
            yield spot, text.measures.get(measure.number), stated, measure.not_targets


def _stated_in(goal: Goal, measure: int) -> Iterator[Target]:
    return (target for target in goal.targets if target.stated_in == measure)


def _unlisted(plan: Plan, pairs: Iterable[tuple[PlanField, FieldText]]) -> Iterator[StatementPlace]:
    """Goals and measures that the text has and the catalogue has not."""
    for item, text in pairs:
        goals, measures = {goal.number for goal in item.goals}, {measure.number for measure in item.measures}
        yield from (
            StatementPlace(plan.id, item.id, StatedIn.GOAL, number) for number in text.goals if number not in goals
        )
        yield from (
            StatementPlace(plan.id, item.id, StatedIn.MEASURE, number)
            for number in text.measures
            if number not in measures
        )


def _phrases(
    spot: StatementPlace, words: str, targets: Iterable[Target], refusals: Iterable[NotTarget]
) -> list[Phrase]:
    stated = [Phrase(spot, target.phrase, _places(words, target.phrase), target=target) for target in targets]
    refused = [Phrase(spot, item.phrase, _places(words, item.phrase), reason=item.reason) for item in refusals]
    return stated + refused


def _places(words: str, phrase: str) -> tuple[Span, ...]:
    """Every place of ``phrase`` in ``words``, overlapping ones too."""
    found = re.finditer(f"(?={re.escape(phrase)})", words)
    return tuple((match.start(), match.start() + len(phrase)) for match in found)


def _found(words: str, pattern: str) -> list[Span]:
    return [match.span() for match in re.finditer(pattern, words)]


def _occurrences(spot: StatementPlace, words: str, phrases: Sequence[Phrase]) -> list[Occurrence]:
    patterns = _GOAL_WORDS if spot.part is StatedIn.GOAL else _MEASURE_WORDS
    spans = sorted((span, said) for said, pattern in patterns.items() for span in _found(words, pattern))
    return [_accounted(spot, words, span, said, phrases) for span, said in spans]


def _accounted(spot: StatementPlace, words: str, span: Span, said: Said, phrases: Sequence[Phrase]) -> Occurrence:
    start, end = span
    plain = Occurrence(spot, said, words[start:end], span, words[max(0, start - _AROUND) : end + _AROUND])
    if said is Said.ASPIRATION:
        return replace(plain, targets=_aspiring(phrases))
    covering = [phrase for phrase in phrases if phrase.covers(span)]
    targets = tuple(phrase.target.id for phrase in covering if phrase.target is not None)
    reasons = [phrase.reason for phrase in covering if phrase.reason is not None]
    return replace(plain, targets=targets, reason=reasons[0] if reasons else None)


def _aspiring(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(phrase.target.id for phrase in phrases if phrase.target is not None and phrase.target.aspiration)
