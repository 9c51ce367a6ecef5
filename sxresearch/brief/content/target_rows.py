"""One line per target, worded once; text, tables and charts all read these lines."""

from dataclasses import dataclass

from sxresearch.brief.content.subject import Place, Subject
from sxresearch.brief.content.wording import (
    Row,
    aim,
    amount,
    distance,
    interval,
    known,
    moving,
    number,
    pace,
    target_title,
)
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, figure, percent
from sxresearch.terms import EvidenceGrade, Flag, Language, RuleKind, Status, WarningKind

HANDFUL = 10  # with fewer cases chance alone moves the published figure by a third or more (1/√10)

SYMBOLS = {
    Status.MET: "●",
    Status.LIKELY: "▲",
    Status.RATHER_LIKELY: "△",
    Status.UNCERTAIN: "◇",
    Status.UNLIKELY: "▽",
    Status.VERY_UNLIKELY: "▼",
    Status.OUT_OF_REACH: "■",
    Status.MISSED: "×",
    Status.NOT_ASSESSABLE: "○",
}
"""A shape per status, so that neither colour nor words are needed to tell them apart (all in GB 2312)."""


@dataclass(frozen=True)
class TargetRow:
    """A verdict as a reader sees it.

    ``latest_short`` names the year only where it is not the newest of the region. ``required`` and ``observed`` are
    signed yearly changes; ``required_words`` and ``observed_words`` say the same in words. ``interval`` is the 80 %
    prediction interval without its unit. ``warning_words`` leaves out "hard to reach", which the status says already.
    ``p`` is the probability of attainment in [0, 1] or none; ``published`` that of the figure that will be published,
    where cases are counted and the two differ as printed; ``few_cases`` says so where they are a handful. Texts are
    finished and in the subject's language.
    """

    place: Place
    row: Row
    title: str
    aim: str
    latest: str
    latest_short: str
    projected: str
    interval: str
    p: float | None
    probability: str
    published: str
    few_cases: str
    every_year: str
    status: Status
    status_word: str
    flag: Flag
    grade: EvidenceGrade
    grade_word: str
    required: str
    required_words: str
    observed: str
    observed_words: str
    shortfall: str
    warnings: tuple[WarningKind, ...]
    warning_words: str
    reason: str

    @property
    def symbol(self) -> str:
        """The shape of the status."""
        return SYMBOLS[self.status]

    @property
    def met_now(self) -> bool | None:
        """Whether the latest figure meets the target; none without one."""
        return bool(self.row.met_now) if known(self.row.met_now) else None

    @property
    def is_checklist(self) -> bool:
        """Whether no number decides this target."""
        return self.place.target.rule is RuleKind.QUALITATIVE


def target_rows(subject: Subject) -> tuple[TargetRow, ...]:
    """Every verdict of the region, in the plans' order."""
    order = {identifier: position for position, identifier in enumerate(subject.places)}
    rows = sorted(subject.assessment.verdicts.itertuples(index=False), key=lambda row: order[row.target])
    return tuple(_target_row(subject, subject.places[row.target], row) for row in rows)


def _target_row(subject: Subject, place: Place, row: Row) -> TargetRow:
    language, series = subject.language, subject.first_series(place.target)
    two_sided = place.target.rule is RuleKind.NARROW_GAP  # the table projects one side of a gap only
    status, grade = Status(row.status), EvidenceGrade(row.evidence_grade)
    warnings = tuple(WarningKind(item) for item in str(row.warnings or "").split(";") if item)
    return TargetRow(
        place=place,
        row=row,
        title=target_title(subject, place),
        aim=aim(subject, place, row),
        latest=_latest(subject, place, row),
        latest_short=_latest(subject, place, row, year_too=int(row.as_of) != number(row.latest_year)),
        projected=MISSING if two_sided else amount(subject, series, row.projected),
        interval=MISSING if two_sided else interval(series, row.lower80, row.upper80),
        p=number(row.p_attain),
        probability=percent(number(row.p_attain)),
        published=_published(row),
        few_cases=_few_cases(subject, place, row),
        every_year=percent(number(row.p_every_year)),
        status=status,
        status_word=word("status", status, language),
        flag=Flag(row.flag),
        grade=grade,
        grade_word=word("grade", grade, language),
        required=pace(subject, series, row.required_change_per_year),
        required_words=moving(subject, series, row.required_change_per_year, family="need"),
        observed=pace(subject, series, row.observed_change_per_year),
        observed_words=moving(subject, series, row.observed_change_per_year, family="moved"),
        shortfall=distance(subject, series, row.shortfall),
        warnings=warnings,
        warning_words=say("brief-list-separator", language).join(
            word("warning", item, language) for item in warnings if item is not WarningKind.HARD_TO_REACH
        ),
        reason=str(row.reason_zh if language is Language.ZH else row.reason_en) if known(row.reason_zh) else "",
    )


def _published(row: Row) -> str:
    """P that the published figure meets the target, where it differs as printed from P of the underlying level."""
    shown = percent(number(row.p_published))
    return MISSING if shown == percent(number(row.p_attain)) else shown


def _few_cases(subject: Subject, place: Place, row: Row) -> str:
    """A sentence where the latest published figure stands on a handful of cases; else empty."""
    series = subject.first_series(place.target)
    if series is None or not known(row.p_published):
        return ""
    latest = subject.figures(series).tail(1)
    cases = number(latest["numerator"].iloc[0]) if len(latest) else None
    if cases is None or cases >= HANDFUL:
        return ""
    year = str(int(latest["year"].iloc[0]))
    return say("brief-few-cases", subject.language, cases=figure(cases, 0), year=year)


def _latest(subject: Subject, place: Place, row: Row, *, year_too: bool = True) -> str:
    """The latest figure, of both series where two are compared, with its year."""
    series, second = subject.first_series(place.target), subject.second_series(place.target)
    if series is None or not known(row.latest_value):
        return MISSING
    value = amount(subject, series, row.latest_value)
    if second and known(row.second_latest_value):
        other = amount(subject, second, row.second_latest_value)
        value = say("brief-value-pair", subject.language, first=value, second=other)
    return say("brief-value-year", subject.language, value=value, year=str(int(row.latest_year))) if year_too else value
