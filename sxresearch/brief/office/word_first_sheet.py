"""The first sheet of the report: the four answers, as on the one-page version; behind it the most urgent targets."""

from typing import Any

from sxresearch.brief.content.answer.four_answers import LISTED, AnswerLine, FourAnswers
from sxresearch.brief.content.brief_content import BriefContent
from sxresearch.brief.content.warning_list import Alert
from sxresearch.brief.office.word_blocks import Cell, bullets, heading, paragraph, table
from sxresearch.language import say

_COLUMNS = ("indicator", "aim", "latest", "projected", "probability", "persons")


def first_sheet(document: Any, content: BriefContent) -> None:
    """The answers in the page's words: one sheet of A4."""
    answers, language = content.answers, content.language
    heading(document, say("brief-question-misses", language), 2)
    paragraph(document, answers.lead, bold=True)
    paragraph(document, answers.rates)
    if content.suppressed:
        paragraph(document, say("brief-suppressed-count", language, count=content.suppressed))
    _hardest(document, answers, content)
    heading(document, say("brief-question-sure", language), 2)
    for sentence in answers.sure:
        paragraph(document, sentence)
    _do(document, answers, content)


def _hardest(document: Any, answers: FourAnswers, content: BriefContent) -> None:
    if answers.hardest or answers.where:
        heading(document, say("brief-question-worst", content.language), 2)
        bullets(document, map(_line, answers.hardest))
        paragraph(document, answers.where)


def _do(document: Any, answers: FourAnswers, content: BriefContent) -> None:
    heading(document, say("brief-question-do", content.language), 2)
    paragraph(document, answers.open_note)
    bullets(document, map(_line, answers.open_targets))
    if answers.measures:
        paragraph(document, say("brief-measures-shared", content.language))
        bullets(document, answers.measures)
    paragraph(document, answers.silent)
    paragraph(document, answers.out_of_reach)
    paragraph(document, answers.data)


def _line(line: AnswerLine) -> str:
    return f"{line.title}: {line.words}"


def most_urgent(document: Any, content: BriefContent) -> None:
    """The first LISTED warnings."""
    shown, language = content.alerts[:LISTED], content.language
    if shown:
        table(
            document,
            say("brief-one-page-list", language, shown=len(shown), of=len(content.alerts)),
            [say(f"brief-col-{name}", language) for name in _COLUMNS],
            [_cells(alert) for alert in shown],
            widths=[4, 3.2, 2.6, 3.6, 2.2, 2],
        )


def _cells(alert: Alert) -> list[Cell]:
    row = alert.target
    return [
        row.title, row.aim, row.latest, alert.projected_range, f"{row.probability} {row.symbol} {row.status_word}",
        alert.persons,
    ]  # fmt: skip
