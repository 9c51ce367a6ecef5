"""One target of a region: what was found, as typed facts, and the words for it, which are made from the facts alone."""

from dataclasses import dataclass
from functools import cached_property

from sxresearch.assessment.rates import nearly_met
from sxresearch.assessment.status import band_of, middle_of
from sxresearch.brief.content.handful import handful_behind
from sxresearch.brief.content.subject import Place, SeriesKey, Subject
from sxresearch.brief.content.wording import (
    Row,
    aim,
    amount,
    distance,
    ended,
    interval,
    known,
    moving,
    number,
    observed,
    pace,
    target_title,
)
from sxresearch.language import Text, say, word
from sxresearch.language.numbers import MISSING, figure, number_range, percent, share
from sxresearch.terms import Basis, Disclosure, EvidenceGrade, Flag, Language, RuleKind, Status, WarningKind

SYMBOLS = {
    Status.MET: "●",
    Status.LIKELY: "▲",
    Status.RATHER_LIKELY: "△",
    Status.UNCERTAIN: "◇",
    Status.UNLIKELY: "▽",
    Status.VERY_UNLIKELY: "▼",
    Status.MISSED: "×",
    Status.NOT_ASSESSABLE: "○",
}
"""A shape per status, so that neither colour nor words are needed to tell them apart (all in GB 2312)."""


@dataclass(frozen=True)
class ProjectedValue:
    """The projected value of the target year and its 80 % prediction interval, in the indicator's unit."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class TargetRow:
    """A verdict as typed facts; the properties below them say the facts in the subject's language.

    ``outlook`` is none where nothing is projected, or only one side of a gap. ``p`` is the probability of attainment
    in [0, 1] or none: of the figure that will be published; ``p_underlying`` that of the level freed from chance, where
    cases are counted and the two differ as printed; ``p_every_year`` that of holding in all years. ``way`` is the share
    of the way from base to target that is done and ``time`` the share of the time gone by, none where undefined.
    ``required``, ``observed`` (signed yearly changes) and ``missed_by`` are in the indicator's unit, none where
    unknown. Nobody decides anything by the words.
    """

    subject: Subject
    place: Place
    row: Row
    status: Status
    flag: Flag
    grade: EvidenceGrade
    warnings: tuple[WarningKind, ...]
    met_now: bool | None
    outlook: ProjectedValue | None
    p: float | None
    p_underlying: float | None
    p_every_year: float | None
    way: float | None
    time: float | None
    missed_by: float | None

    @property
    def suppressed(self) -> bool:
        """Whether small counts stand behind the verdict, so that its numbers are not published."""
        return bool(self.row.disclosure == Disclosure.SUPPRESSED)

    @property
    def chance(self) -> float | None:
        """``p``, or the middle of its band where it is not published: for sums and for an order, never to be shown."""
        return middle_of(self.status) if self.suppressed else self.p

    @property
    def symbol(self) -> str:
        """The shape of the status."""
        return SYMBOLS[self.status]

    @property
    def is_checklist(self) -> bool:
        """Whether no number decides this target."""
        return self.place.target.rule is RuleKind.QUALITATIVE

    @property
    def is_assessable(self) -> bool:
        """Whether there is an answer at all."""
        return self.status is not Status.NOT_ASSESSABLE

    @cached_property
    def series(self) -> SeriesKey | None:
        """The series that the target speaks of; none for a checklist item."""
        return self.subject.first_series(self.place.target)

    @cached_property
    def handful(self) -> tuple[int, int] | None:
        """The number of cases behind the latest published figure and its year, where they are a handful."""
        return handful_behind(self.subject, self.series, self.row) if self.series else None

    @cached_property
    def title(self) -> str:
        """What the target is about."""
        return target_title(self.subject, self.place)

    @cached_property
    def aim(self) -> str:
        """What the plan asks for."""
        return aim(self.subject, self.place, self.row)

    @cached_property
    def latest(self) -> str:
        """The latest figure with its year."""
        return _latest(self)

    @cached_property
    def latest_short(self) -> str:
        """The latest figure; its year only where it is not the newest of the region."""
        return _latest(self, year_too=int(self.row.as_of) != number(self.row.latest_year))

    @property
    def base(self) -> str:
        """The figure of the base year with its year; empty where there is none, or where two series are compared."""
        if self.series is None or self.place.target.has_second or not known(self.row.base_value):
            return ""
        value = observed(self.subject, self.series, self.row.base_value)
        return say("brief-value-year", self.subject.language, value=value, year=str(int(self.row.base_year)))

    @property
    def projected(self) -> str:
        """The projected value."""
        return amount(self.subject, self.series, self.outlook.value if self.outlook else None)

    @property
    def interval(self) -> str:
        """The 80 % prediction interval, without its unit."""
        return interval(self.subject, self.series, self.outlook.low, self.outlook.high) if self.outlook else MISSING

    @property
    def projected_range(self) -> str:
        """The projected value with its interval behind it."""
        return f"{self.projected} ({self.interval})" if self.outlook else MISSING

    @property
    def probability(self) -> str:
        """The probability of attainment; its band where it is not published."""
        band = band_of(self.status) if self.suppressed else None
        return percent(self.p) if band is None else _band_words(*band, self.subject.language)

    @property
    def underlying(self) -> str:
        """The probability that the underlying level, freed from chance, meets the target."""
        return percent(self.p_underlying)

    @property
    def progress(self) -> str:
        """How much of the way and of the time is gone, or why there is no way to measure; empty without a figure."""
        language = self.subject.language
        if self.is_checklist or not known(self.row.latest_value):
            return ""
        if self.way is None:
            return say(f"brief-progress-{_no_way(self)}", language)
        return say("brief-progress", language, way=share(self.way), time=share(self.time))

    @property
    def progress_brief(self) -> str:
        """Share of the way done, and of the time gone, in a few words; empty where there is no way to measure."""
        if self.way is None:
            return ""
        return say("brief-progress-brief", self.subject.language, way=share(self.way), time=share(self.time))

    @property
    def progress_short(self) -> str:
        """Share of the way done beside the share of the time gone; a dash where there is no way to measure."""
        return MISSING if self.way is None else f"{share(self.way)} / {share(self.time)}"

    @property
    def nearly_met(self) -> bool:
        """Not met by the latest figure, but nearly: see :func:`sxresearch.assessment.rates.nearly_met`."""
        return nearly_met(self.met_now, self.way)

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """What the answer hangs on, and how else the plan can be read: one sentence each."""
        language, other = self.subject.language, self.place.target.other_reading
        said = known(self.row.notes_zh)
        notes = Text(str(self.row.notes_zh), str(self.row.notes_en)).in_language(language) if said else ""
        text = say("brief-other-reading", language, text=other.in_language(language)) if other else ""
        return tuple(ended(part, language) for part in (notes, text, _second_hand(self)) if part)

    @property
    def every_year(self) -> str:
        """The probability of holding in all years, or that one has failed already; empty where none is asked for."""
        if self.p_every_year is None:
            return ""
        if self.p_every_year == 0:  # a final figure below the floor: a fact
            return say("brief-every-year-broken", self.subject.language)
        return say("brief-every-year", self.subject.language, probability=percent(self.p_every_year))

    @property
    def few_cases(self) -> str:
        """A sentence where the latest published figure stands on a handful of cases; else empty."""
        if self.handful is None:
            return ""
        cases, year = self.handful
        return say("brief-few-cases", self.subject.language, cases=figure(cases, 0), year=str(year))

    @property
    def status_word(self) -> str:
        """The status."""
        return word("status", self.status, self.subject.language)

    @property
    def grade_word(self) -> str:
        """The grade of the evidence."""
        return word("grade", self.grade, self.subject.language)

    @property
    def required_words(self) -> str:
        """The yearly change that is needed: "rise by 0.3 points"."""
        return moving(self.subject, self.series, self.row.required_change_per_year, family="need")

    @property
    def observed(self) -> str:
        """The recent yearly change, signed."""
        return pace(self.subject, self.series, self.row.observed_change_per_year)

    @property
    def observed_words(self) -> str:
        """The recent yearly change in words."""
        return moving(self.subject, self.series, self.row.observed_change_per_year, family="moved")

    @property
    def shortfall(self) -> str:
        """How far the target is missed by."""
        return distance(self.subject, self.series, self.missed_by)

    @property
    def warning_words(self) -> str:
        """The warnings but "hard to reach", which the status says already."""
        language = self.subject.language
        shown = (item for item in self.warnings if item is not WarningKind.HARD_TO_REACH)
        return say("brief-list-separator", language).join(word("warning", item, language) for item in shown)

    @property
    def reason(self) -> str:
        """Why there is no answer, or what is special about it; empty where there is nothing to say."""
        if not known(self.row.reason_zh):
            return ""
        return Text(str(self.row.reason_zh), str(self.row.reason_en)).in_language(self.subject.language)


def _band_words(low: float, high: float, language: Language) -> str:
    """A band of probabilities; one that ends at 0 or 1 is open there, as no probability is certainty."""
    if high >= 1:
        return f"≥ {share(low)}"
    return number_range(share(low), share(high), language) if low > 0 else f"< {share(high)}"


def _second_hand(row: TargetRow) -> str:
    """A sentence where the answer stands on figures seen in another source only: latest, base or target year."""
    if row.series is None:
        return ""
    asked = {number(row.row.latest_year), number(row.row.base_year), float(row.row.target_year)}
    seen = row.subject.seen(row.series)
    years = [item.year for item in seen if item.basis == Basis.SECONDARY and item.year in asked]
    language = row.subject.language
    joined = say("brief-list-separator", language).join(map(str, years))
    return say("brief-second-hand", language, years=joined) if joined else ""


def _no_way(row: TargetRow) -> str:
    """Why no share of the way can be told."""
    if row.place.target.has_second or not known(row.row.target_value):
        return "relation"
    if not known(row.row.base_value):
        return "no-base"
    return "no-way"


def _latest(row: TargetRow, *, year_too: bool = True) -> str:
    """The latest figure, of both series where two are compared, with its year."""
    subject, facts, second = row.subject, row.row, row.subject.second_series(row.place.target)
    if row.suppressed and not known(facts.latest_value):
        return say("brief-suppressed", subject.language)
    if row.series is None or not known(facts.latest_value):
        return MISSING
    value = observed(subject, row.series, facts.latest_value)
    if second and known(facts.second_latest_value):
        other = observed(subject, second, facts.second_latest_value)
        value = say("brief-value-pair", subject.language, first=value, second=other)
    if not year_too:
        return value
    return say("brief-value-year", subject.language, value=value, year=str(int(facts.latest_year)))
