"""The sheets that are plain lists: notes and sources, regions, matrix, warnings, observations."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from sxresearch.brief.content.brief_content import METHOD
from sxresearch.brief.content.headline import REGION_COUNTS, AnswerCounts
from sxresearch.brief.content.pack import Pack
from sxresearch.brief.content.subject import Subject
from sxresearch.brief.content.wording import known, number
from sxresearch.language import say, word
from sxresearch.plan.indicators import Indicator

_ALERT_HEADS = (
    "region", "goal", "target", "aim", "chance", "p", "status", "flag", "warnings", "latest", "projected", "range",
    "needed", "persons", "measures", "department", "document",
)  # fmt: skip
_OBSERVATION_HEADS = (
    "region", "code", "indicator", "indicator-id", "group", "year", "value", "unit", "numerator", "denominator",
    "data-status", "basis", "source", "reported", "file", "line",
)  # fmt: skip


def _heads(pack: Pack, keys: tuple[str, ...]) -> list[str]:
    return [say(f"pack-col-{key}", pack.language) for key in keys]


def note_lines(pack: Pack) -> Iterator[list[Any]]:
    """What this file is, how to use it, how it was made, and from what."""
    language, sources = pack.language, pack.main.provenance

    def line(key: str, text: str) -> list[Any]:
        return [say(f"pack-note-{key}", language), text]

    yield [say("pack-note-item", language), say("pack-note-value", language)]
    yield ["", pack.title]
    yield ["", pack.main.subtitle]
    if pack.synthetic:
        yield ["", say("brief-synthetic-note", language)]
    yield line("identity", sources.identity)
    yield line("how", say("pack-note-how-text", language))
    for name in METHOD:
        yield [say(f"brief-method-{name}", language), say(f"brief-method-{name}-text", language)]
    for sentence in pack.main.record.sentences if pack.main.record else ():
        yield [say("brief-method-record", language), sentence]
    for document in sources.plans:
        title = document.plan.title.in_language(language)
        yield line("plan", f"{title} · {document.plan.document} · SHA-256 {document.sha256}")
    for file in sources.files:
        yield line("file", f"{file.name} · SHA-256 {file.sha256}")
    for source in sources.sources:
        yield line("source", f"{source.file} · {source.basis} · {source.source}")
    separator = say("brief-list-separator", language)
    yield line("versions", separator.join(" ".join(item) for item in sources.versions))


def region_lines(pack: Pack) -> Iterator[list[Any]]:
    """Targets by answer, one line per region."""
    names = ("region", *REGION_COUNTS, "misses-mean", "misses-low", "misses-high")
    yield [say(f"pack-count-{name.replace('_', '-')}", pack.language) for name in names]
    for member in pack.members:
        counts = [(getattr(member.counts, name), "0") for name in REGION_COUNTS]
        yield [member.name, *counts, *_misses(member.counts)]


def _misses(counts: AnswerCounts) -> list[Any]:
    return [(counts.expected_misses, "0.0"), (counts.misses_low, "0"), (counts.misses_high, "0")]


def matrix_lines(pack: Pack) -> Iterator[list[Any]]:
    """Targets against regions."""
    heads = _heads(pack, ("field", "target", "aim"))
    yield [*heads, *(member.name for member in pack.members), *_heads(pack, ("misses", "misses-low", "misses-high"))]
    for row in pack.matrix.rows:
        cells = [f"{cell.symbol} {cell.words}" if cell else "" for cell in row.cells]
        misses = [(row.misses, "0.0"), (row.miss_count.low, "0"), (row.miss_count.high, "0")]
        yield [row.place.field.title.in_language(pack.language), row.title, row.aim, *cells, *misses]


def alert_lines(pack: Pack) -> Iterator[list[Any]]:
    """The warning lists of all regions."""
    yield _heads(pack, _ALERT_HEADS)
    for member in pack.members:
        listed = [*((alert, False) for alert in member.alerts), *((alert, True) for alert in member.alerts_apart)]
        for alert, apart in listed:
            row, plan = alert.target, alert.target.place.plan.title.in_language(pack.language)
            yield [
                member.name, (row.place.goal.number, "0"), row.title, row.aim, row.probability, (row.p, "0.0000"),
                f"{row.symbol} {row.status_word}", word("flag", row.flag, pack.language), row.warning_words, row.latest,
                alert.projected, alert.interval, f"{alert.needed}{alert.episodes}", alert.persons,
                "\n".join(alert.measures), alert.department,
                say("brief-overview-plan-apart", pack.language, plan=plan) if apart else plan,
            ]  # fmt: skip


def observation_lines(pack: Pack) -> Iterator[list[Any]]:
    """The figures behind the verdicts, of the pack's regions only, each with its source."""
    yield _heads(pack, _OBSERVATION_HEADS)
    for member in pack.members:
        table = member.subject.observed.sort_values(["indicator", "group", "year"])
        for row in table.itertuples(index=False):
            yield _observation(member.subject, row)


def _observation(subject: Subject, row: Any) -> list[Any]:
    language = subject.language
    indicator: Indicator = subject.inputs.indicators[row.indicator]
    shown = "0." + "0" * indicator.decimals if indicator.decimals else "0"
    return [
        subject.region.title(language), row.region, indicator.name.in_language(language), row.indicator,
        word("group", row.group, language), (int(row.year), "0"), (number(row.value), shown),
        word("unit", row.unit, language).strip(), (number(row.numerator), "#,##0"), (number(row.denominator), "#,##0"),
        say(f"pack-data-status-{row.status}", language), word("basis", row.basis, language), row.source,
        _text(row.reported_at), Path(str(row.file)).name, (int(row.line), "0"),
    ]  # fmt: skip


def _text(value: Any) -> str:
    return str(value) if known(value) and not pd.isna(value) else ""
