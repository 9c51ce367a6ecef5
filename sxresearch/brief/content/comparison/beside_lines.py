"""Lines of other regions on a chart: those above by name, and the range of the peers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.wording import bare
from sxresearch.language import say
from sxresearch.plan.regions import Region


@dataclass(frozen=True)
class NamedLine:
    """Figures of another region by year, and what stands at the end of its line."""

    values: dict[int, float]
    label: str


def beside_lines(subject: Subject, series: Sequence[SeriesKey], first: int) -> dict[str, Any]:
    """``above``, ``band`` and ``band_label`` of a chart, from the year ``first`` on.

    ``series`` is one, or the two groups whose distance is drawn.
    """
    keys = [(item.indicator.id, item.group.value) for item in series]
    above = []
    for region in subject.neighbours.above:
        seen = {year: value for year, value in _figures(subject, keys, region).items() if year >= first}
        if seen:
            value = bare(series[0], seen[max(seen)])
            label = say("brief-panel-other", subject.language, region=region.title(subject.language), value=value)
            above.append(NamedLine(seen, label))
    band = _band(subject, keys, first)
    if not band:
        return {"above": tuple(above)}
    low, high = (bare(series[0], limit) for limit in band[max(band)])
    level = subject.region.level.value
    label = say(f"brief-panel-peers-{level}", subject.language, low=low, high=high)
    return {"above": tuple(above), "band": band, "band_label": label}


def _band(subject: Subject, keys: Sequence[tuple[str, str]], first: int) -> dict[int, tuple[float, float]]:
    if len(keys) == 1:
        return subject.others.range_of_peers(keys[0], first)
    years: dict[int, list[float]] = {}
    for region in subject.neighbours.peers:
        for year, value in _figures(subject, keys, region).items():
            years.setdefault(year, []).append(value)
    enough = {year: values for year, values in sorted(years.items()) if year >= first and len(values) >= ENOUGH}
    return {year: (min(values), max(values)) for year, values in enough.items()}


def _figures(subject: Subject, keys: Sequence[tuple[str, str]], region: Region) -> Mapping[int, float]:
    """The region's figures, or the distance of its two groups in the years that have both."""
    one, *rest = (subject.others.of(key, region) for key in keys)
    if not rest:
        return one
    return {year: abs(value - rest[0][year]) for year, value in one.items() if year in rest[0]}
