"""The figures of one region beside its peers and the regions above it, indicator by indicator; nobody is ranked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from sxresearch.brief.content.chart_panels import chart_identifier
from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import amount, bare, interval, series_name
from sxresearch.language import say
from sxresearch.language.numbers import MISSING
from sxresearch.plan.regions import Region
from sxresearch.terms import Better


@dataclass(frozen=True)
class ComparedFigure:
    """One series: the region's latest figure, and in the same year its peers and the regions above.

    ``peers`` is the number of peers with a figure of that year and ``worse`` how many of them have a worse one (none
    where no side is the better); ``above`` has a text for every region above, with its own year where it is another.
    """

    name: str
    anchor: str
    year: int
    own: str
    peers: int
    middle: str
    span: str
    worse: int | None
    above: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether there are enough peers to say anything of them."""
        return self.peers >= ENOUGH


def compared_figures(subject: Subject, rows: Sequence[TargetRow]) -> tuple[ComparedFigure, ...]:
    """Every series that a target asks about and somebody beside the region has a figure of, in the plans' order."""
    return tuple(_compared(subject, rows))


def _compared(subject: Subject, rows: Sequence[TargetRow]) -> Iterator[ComparedFigure]:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for series in (row.series, subject.second_series(row.place.target)):
            if series is None or (key := (series.indicator.id, series.group.value)) in seen:
                continue
            seen.add(key)
            figures = subject.seen(series)
            if figures and key in subject.others.values:
                anchor = chart_identifier(subject.region.code, row.place.target.id)
                yield _figure(subject, series, figures[-1].year, figures[-1].value, anchor)


def _figure(subject: Subject, series: SeriesKey, year: int, value: float, anchor: str) -> ComparedFigure:
    key = (series.indicator.id, series.group.value)
    peers = list(subject.others.in_year(key, subject.neighbours.peers, year).values())
    enough = len(peers) >= ENOUGH
    return ComparedFigure(
        name=series_name(series, subject.language),
        anchor=anchor,
        year=year,
        own=amount(subject, series, value),
        peers=len(peers),
        middle=bare(series, median(peers)) if enough else MISSING,
        span=interval(subject, series, min(peers), max(peers)) if enough else MISSING,
        worse=_worse(series, value, peers),
        above=tuple(_of_above(subject, series, region, year) for region in subject.neighbours.above),
    )


def _worse(series: SeriesKey, value: float, peers: Sequence[float]) -> int | None:
    """How many peers are worse by more than the rounding of a printed figure."""
    apart = 0.5 * 10.0**-series.indicator.decimals
    if series.indicator.better is Better.HIGHER:
        return sum(peer < value - apart for peer in peers)
    if series.indicator.better is Better.LOWER:
        return sum(peer > value + apart for peer in peers)
    return None


def _of_above(subject: Subject, series: SeriesKey, region: Region, year: int) -> str:
    """Its figure of the year, else its latest with the year."""
    found = subject.others.of((series.indicator.id, series.group.value), region)
    if not found:
        return MISSING
    if year in found:
        return bare(series, found[year])
    last = max(found)
    return say("brief-value-year", subject.language, value=bare(series, found[last]), year=str(last))
