"""One line per year on the quality of figures: how many were expected and came, and which shares can be relied on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sxresearch.language.numbers import share
from sxresearch.monitoring.quality.summary.dimensions import DIMENSIONS, expected_figures, judged_figures, shares
from sxresearch.plan.catalogue import Plan


@dataclass(frozen=True)
class QualityLine:
    """The figures of one year, region, indicator or department: numbers, and the dimensions as printed shares."""

    name: str
    expected: int
    reported: int
    dimensions: tuple[str, ...]


def asked_series(plans: Iterable[Plan]) -> tuple[tuple[str, str], ...]:
    """Indicator and group of every series that a target asks about, once, in the plans' order."""
    both = (
        series
        for plan in plans
        for _, _, target in plan.places()
        if target.indicator
        for series in ((target.indicator, target.group.value), _second(target))
        if series is not None
    )
    return tuple(dict.fromkeys(both))


def _second(target: object) -> tuple[str, str] | None:
    if not target.has_second:  # type: ignore[attr-defined]
        return None
    indicator, group = target.second_series  # type: ignore[attr-defined]
    return str(indicator), group.value


def judged_table(table: pd.DataFrame, plans: Sequence[Plan], regions: Iterable[str], as_of: int) -> pd.DataFrame:
    """Every figure that the plans ask of the regions from the first base year to ``as_of``, with the four answers."""
    years = range(min(plan.baseline_year for plan in plans), as_of + 1)
    expected = expected_figures(regions, asked_series(plans), years)
    mine = table[table["year"].between(years[0], as_of) & table["region"].isin(set(expected["region"]))]
    return judged_figures(expected, mine)


def quality_lines(tally: pd.DataFrame, names: Mapping[str, str] | None = None) -> tuple[QualityLine, ...]:
    """One line for each row of a tally (:func:`sxresearch.monitoring.quality.summary.dimensions.tallied`), in their
    order; ``names`` says them in words.
    """
    found = shares(tally)
    return tuple(
        QualityLine(
            (names or {}).get(str(name), str(name)),
            int(row["expected"]),
            int(row["reported"]),
            tuple(share(float(row[key])) for key in DIMENSIONS),
        )
        for name, row in found.iterrows()
    )
