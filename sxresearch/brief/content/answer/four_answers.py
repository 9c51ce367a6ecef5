"""The four answers in words: how many, which, how sure, what to do first. Page, one-page version and office files
all take them from here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sxresearch.brief.content.answer.persons import persons_words
from sxresearch.brief.content.answer.priorities import Priorities, priorities
from sxresearch.brief.content.headline import AnswerCounts, answer_text, rates_text
from sxresearch.brief.content.panel_record import RecordText
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.warning_list import Alert
from sxresearch.brief.content.wording import sentence_gap
from sxresearch.language import say
from sxresearch.terms import Language

HARDEST = 3  # targets named as the hardest
FIELDS = 3  # fields named with their number of warnings
REACHABLE = 3  # targets named as still open
MEASURES = 2  # measures named that serve several
LISTED = 7  # warnings in the table of the one-page version


@dataclass(frozen=True)
class AnswerLine:
    """A target named in an answer: its title, and what is said of it."""

    title: str
    words: str


@dataclass(frozen=True)
class FourAnswers:
    """What the first screen, the first sheet and the one-page version say, as finished sentences.

    ``lead`` and ``rates`` answer how many; ``hardest`` and ``where`` which; ``sure`` how sure; the others what to do
    first. Texts may be empty, never missing.
    """

    lead: str
    rates: str
    hardest: tuple[AnswerLine, ...]
    where: str
    sure: tuple[str, ...]
    open_note: str
    open_targets: tuple[AnswerLine, ...]
    measures: tuple[str, ...]
    silent: str
    out_of_reach: str
    data: str


def four_answers(
    counts: AnswerCounts,
    rows: Sequence[TargetRow],
    alerts: Sequence[Alert],
    record: RecordText | None,
    years: Sequence[int],
    language: Language,
) -> FourAnswers:
    """The answers of one region over the rows that its headline counts."""
    order = priorities(rows, alerts)
    return FourAnswers(
        lead=answer_text(counts, years, language),
        rates=rates_text(counts, language),
        hardest=tuple(_hard(alert) for alert in alerts[:HARDEST]),
        where=_where(rows, alerts, language),
        sure=tuple(_sure(counts, record, language)),
        open_note=_open_note(counts, order, language),
        open_targets=tuple(_open_line(row) for row in order.either_way[:REACHABLE]),
        measures=tuple(_measures(order, language)),
        silent=say("answer-silent", language) if any(not alert.target.is_assessable for alert in alerts) else "",
        out_of_reach=_out_of_reach(order, language),
        data=_data(counts, language),
    )


def _hard(alert: Alert) -> AnswerLine:
    row = alert.target
    said = "chance" if row.p is not None or (row.suppressed and row.chance is not None) else "decided"
    if not row.is_assessable:
        said = "silent"
    words = say(
        f"answer-hardest-{said}", row.subject.language,
        probability=row.probability, status=row.status_word, aim=row.aim, latest=row.latest,
    )  # fmt: skip
    return AnswerLine(row.title, words)


def _where(rows: Sequence[TargetRow], alerts: Sequence[Alert], language: Language) -> str:
    """The fields that hold most of the warnings; or the target with the lowest chance where nothing is warned of."""
    if alerts:
        fields = Counter(alert.target.place.field.title.in_language(language) for alert in alerts)
        named = [say("answer-field", language, field=name, count=n) for name, n in fields.most_common(FIELDS)]
        return say("answer-where", language, fields=say("brief-list-separator", language).join(named))
    judged = [row for row in rows if row.p is not None]
    if not judged:
        return ""
    lowest = min(judged, key=lambda row: row.p or 0.0)
    return say("answer-where-lowest", language, title=lowest.title, probability=lowest.probability)


def _data(counts: AnswerCounts, language: Language) -> str:
    if not counts.not_assessable:
        return ""
    return say("answer-data" if counts.assessable else "answer-data-first", language)


def _sure(counts: AnswerCounts, record: RecordText | None, language: Language) -> list[str]:
    if not counts.assessable:
        return [say("answer-nothing", language)]
    evidence = say(
        "answer-evidence", language, full=counts.sure_full, medium=counts.sure_medium, low=counts.sure_low
    )  # fmt: skip
    said = record.first_screen if record else say("brief-method-record-text", language)
    return [said, evidence] if counts.assessable > counts.decided else [said]


def _open_note(counts: AnswerCounts, order: Priorities, language: Language) -> str:
    if order.either_way:
        return say("answer-open", language, count=len(order.either_way))
    return say("answer-open-none", language) if counts.assessable else ""


def _open_line(row: TargetRow) -> AnswerLine:
    language, persons = row.subject.language, persons_words(row)
    words = say("answer-open-item", language, probability=row.probability, aim=row.aim)
    away = say("answer-open-persons", language, persons=persons) if persons else ""
    return AnswerLine(row.title, sentence_gap(language).join(part for part in (words, away) if part))


def _measures(order: Priorities, language: Language) -> list[str]:
    return [
        say(
            "answer-measure",
            language,
            field=item.field.title.in_language(language),
            number=item.measure.number,
            title=item.measure.title.in_language(language),
            count=item.targets,
        )
        for item in order.shared[:MEASURES]
    ]


def _out_of_reach(order: Priorities, language: Language) -> str:
    return say("answer-out-of-reach", language, count=len(order.out_of_reach)) if order.out_of_reach else ""
