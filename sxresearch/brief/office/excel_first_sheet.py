"""The first sheet of the workbook: the four answers in the page's words."""

from collections.abc import Iterator
from typing import Any

from sxresearch.brief.content.pack import Pack
from sxresearch.language import say


def answer_lines(pack: Pack) -> Iterator[list[Any]]:
    """Question, subject and answer, line by line; the question stands where it begins."""
    language, answers = pack.language, pack.main.answers

    def lines(question: str, *pairs: tuple[str, str]) -> Iterator[list[Any]]:
        heads = [say(f"brief-question-{question}", language)]
        for subject, text in pairs:
            if text:
                yield [heads.pop() if heads else "", subject, text]

    shared = say("brief-measures-shared", language)
    yield [say(f"pack-answer-{name}", language) for name in ("question", "subject", "answer")]
    yield from lines("misses", ("", answers.lead), ("", answers.rates))
    yield from lines("worst", *((line.title, line.words) for line in answers.hardest), ("", answers.where))
    yield from lines("sure", *(("", sentence) for sentence in answers.sure))
    yield from lines(
        "do",
        ("", answers.open_note),
        *((line.title, line.words) for line in answers.open_targets),
        *((shared, text) for text in answers.measures),
        ("", answers.silent),
        ("", answers.out_of_reach),
        ("", answers.data),
    )
