"""Where every figure comes from: file, line, source text, hashes and versions."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from sxresearch.brief.content.data_findings import spans
from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.wording import series_name, target_title
from sxresearch.language import word
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.plan.catalogue import Plan
from sxresearch.terms import Group

LIBRARIES = ("sxresearch", "numpy", "pandas", "scipy", "statsmodels", "matplotlib", "seaborn")
_YearAndLine = tuple[int, int]
_SHOWN = 12  # hexadecimal digits of a hash that identify a run to a reader


@dataclass(frozen=True)
class Origin:
    """Figures of one series that share a source: the n-th year stands in the n-th line."""

    series: str
    years: str
    lines: str


@dataclass(frozen=True)
class Source:
    """One source as the data file names it, and everything taken from it."""

    file: str
    basis: str
    source: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class PlanDocument:
    """A plan and the hash of what was read from its file."""

    plan: Plan
    sha256: str


@dataclass(frozen=True)
class StatementSource:
    """Where the statements of some targets were read, where that is not the plan itself."""

    source: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Provenance:
    """Everything that a brief was made from; ``identity`` names the inputs and parameters as one hash."""

    identity: str
    plans: tuple[PlanDocument, ...]
    statements: tuple[StatementSource, ...]
    files: tuple[SourceFile, ...]
    sources: tuple[Source, ...]
    versions: tuple[tuple[str, str], ...]


def provenance(subject: Subject) -> Provenance:
    """The origin of every figure in the brief."""
    plans = tuple(PlanDocument(plan, _digest(plan.model_dump_json())) for plan in subject.plans)
    used = {Path(name).name for name in subject.observed["file"]}
    files = tuple(item for item in subject.inputs.observations.sources if item.name in used)
    parts = [
        *(item.sha256 for item in plans),
        *(item.sha256 for item in files),
        subject.region.code,
        str(subject.as_of),
    ]
    identity = _digest("\n".join([*parts, *map(str, subject.target_years)]))[:_SHOWN]
    return Provenance(identity, plans, tuple(_statements(subject)), files, tuple(_sources(subject)), _versions())


def _statements(subject: Subject) -> Iterator[StatementSource]:
    found: dict[str, list[str]] = {}
    for place in subject.places.values():
        if place.target.source is not None:
            named = found.setdefault(place.target.source.in_language(subject.language), [])
            named.append(target_title(subject, place))
    yield from (StatementSource(source, tuple(dict.fromkeys(titles))) for source, titles in found.items())


def _versions() -> tuple[tuple[str, str], ...]:
    return (("Python", python_version()), *((name, version(name)) for name in LIBRARIES))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sources(subject: Subject) -> Iterator[Source]:
    rows = subject.observed[subject.observed["value"].notna()].sort_values(["file", "line"])
    rows = rows.dropna(subset=["file", "basis", "source"])
    columns = (rows[name].tolist() for name in ("file", "basis", "source", "indicator", "group", "year", "line"))
    found: dict[tuple[str, str, str], dict[tuple[str, str], list[_YearAndLine]]] = {}
    for file, basis, source, indicator, group, year, line in zip(*columns, strict=True):
        same = found.setdefault((file, basis, source), {}).setdefault((indicator, group), [])
        same.append((int(year), int(line)))
    for (file, basis, source), series in found.items():
        origins = tuple(_origin(subject, indicator, group, same) for (indicator, group), same in series.items())
        yield Source(Path(file).name, word("basis", basis, subject.language), source, origins)


def _origin(subject: Subject, indicator: str, group: str, same: list[_YearAndLine]) -> Origin:
    series = SeriesKey(subject.inputs.indicators[indicator], Group(group))
    years = spans((year for year, _ in same), subject.language)
    return Origin(series_name(series, subject.language), years, _lines(subject, same))


def _lines(subject: Subject, same: list[_YearAndLine]) -> str:
    """Lines in the order of the years: as ranges when the file is in that order, else one by one."""
    lines = [line for _, line in sorted(same)]
    if lines == sorted(lines):
        return spans(lines, subject.language)
    return ", ".join(map(str, lines))
