"""The columns of a table that hold figures: value and counts of the same figures together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sxresearch.monitoring.intake.shapes.heading import Heading
from sxresearch.monitoring.intake.words.count_words import DENOMINATOR, NUMERATOR, CountNames


@dataclass(frozen=True)
class Series:
    """``columns`` by what they hold (value, numerator, denominator), and the unit that stands above each."""

    heading: Heading
    columns: dict[str, int] = field(default_factory=dict)
    units: dict[str, str | None] = field(default_factory=dict)

    def add(self, measure: str, column: int, heading: Heading) -> None:
        """A further column, if none holds the same yet."""
        if measure not in self.columns:
            self.columns[measure], self.units[measure] = column, heading.unit


@dataclass(frozen=True)
class SeriesColumns:
    """``series`` of one table; ``counts`` are columns of counts under a name of their own, with what took each."""

    series: tuple[Series, ...]
    counts: Mapping[int, tuple[Series, ...]]


def series_columns(
    columns: Mapping[int, Heading], names: CountNames, title: str | None, indicator_given: bool
) -> SeriesColumns:
    """Columns with equal dimensions together, then counts under their own names beside the rates they belong to.

    ``title`` is the indicator that the title gives; ``indicator_given`` says that indicators stand in a column.
    """
    found: dict[tuple, Series] = {}
    for index, heading in columns.items():
        if heading.figures and not heading.clash:
            found.setdefault(_key(heading), Series(heading)).add(heading.measure, index, heading)
    rates = [item for item in found.values() if "value" in item.columns]
    alone = [item for item in found.values() if "value" not in item.columns]
    moved: dict[int, tuple[Series, ...]] = {}
    for item in alone if not indicator_given else ():
        moved |= _beside_one_rate(item, rates, columns)
    alone = [item for item in alone if not set(item.columns.values()) & set(moved)]
    counts = moved | {
        index: _attached(index, heading, rates, names, title)
        for index, heading in columns.items()
        if heading.count and not heading.clash and not heading.never
    }
    return SeriesColumns((*rates, *(item for item in alone if len(item.columns) > 1)), counts)


def _key(heading: Heading) -> tuple:
    return (heading.year, heading.region or heading.region_of, heading.indicator, heading.group, heading.status)


def _beside(count: Heading, rate: Heading) -> bool:
    """Whether two headings are of the same figures; that of a count may leave the indicator open."""
    one, other = _key(count), _key(rate)
    return one[:2] == other[:2] and one[3:] == other[3:] and one[2] in (None, other[2])


def _beside_one_rate(
    item: Series, rates: Sequence[Series], columns: Mapping[int, Heading]
) -> dict[int, tuple[Series, ...]]:
    """Columns 分子 and 分母 beside a single rate are its own: they are moved to it."""
    owners = [rate for rate in rates if _beside(item.heading, rate.heading)]
    if len(owners) != 1 or {NUMERATOR, DENOMINATOR} & set(owners[0].columns):
        return {}
    for measure, column in item.columns.items():
        owners[0].add(measure, column, columns[column])
    return dict.fromkeys(item.columns.values(), (owners[0],))


def _attached(
    index: int, heading: Heading, rates: Sequence[Series], names: CountNames, title: str | None
) -> tuple[Series, ...]:
    """Put a column of counts into the series that it belongs to."""
    beside = [item for item in rates if _beside(heading, item.heading) and (item.heading.indicator or title)]
    owners = names.owners(heading.count, [item.heading.indicator or title or "" for item in beside])
    free = [(beside[at], role) for at, role in owners if role not in beside[at].columns]
    for item, role in free:
        item.add(role, index, heading)
    return tuple(item for item, _ in free)
