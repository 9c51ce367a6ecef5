"""What if it moves by so much a year: the chance of each target along paths that somebody has a reason to ask about.

A scenario says nothing on how likely its pace is. It says: if the middle of what will be published moves in a straight
line, at this mean pace, from where it stands to the target year, and what is not known around it stays as the model has
it, then this is the chance of the event that the target asks about. ``docs/method.md`` has it in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from sxresearch.assessment.column_tables import Columns, chosen, filled
from sxresearch.assessment.events.criteria import Question, criterion_of
from sxresearch.assessment.events.pair import pair_of
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.events.two_series import narrower_around
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.assessment.verdict import SCENARIO_COLUMNS
from sxresearch.assessment.warnings.pace import Pace, mean_pace
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.regions import Region, Regions
from sxresearch.projection.scale import Floats
from sxresearch.terms import Group


class Scenario(StrEnum):
    """The paces that are asked about, in the order in which they are told."""

    STAYS = "stays"
    OWN = "own"
    BEST_PEER = "best_peer"
    REQUIRED = "required"


@dataclass(frozen=True)
class Lenders:
    """Whose pace a region may be held against: ``codes`` of its peers (of its parts where it has no peers), and the
    ``suppressed`` ones among all regions, of which nothing may be told for this series.
    """

    codes: dict[str, frozenset[str]]
    suppressed: frozenset[str] = frozenset()


def scenarios(
    series: IndicatorSeries, question: Question, moving: Pace, open_: np.ndarray, lenders: Lenders
) -> Iterator[Columns]:
    """The scenarios of one target on one series, for the regions whose answer is a probability (``open_``).

    ``moving`` has the paces that the verdict prints: what is required, and what was seen.
    """
    left = (question.target_year - series.latest_year).astype(float)
    ahead = open_ & (left > 0)
    if not ahead.any():
        return
    threshold = criterion_of(series, question).threshold
    start, best, names = starting_point(series), *_best_peer(series, question, lenders)
    required = np.where(moving.required == 0, np.nan, moving.required)  # who is there already needs no pace
    asked = zip(Scenario, (np.zeros(len(left)), moving.observed, best, required), strict=True)
    for scenario, pace in asked:
        p = chance_around(series, threshold, question.target_year, start + pace * left)
        peers = names if scenario is Scenario.BEST_PEER else ""
        values = {"region": series.regions, "target": question.target.id, "scenario": scenario.value, "pace": pace}
        piece = filled({**values, "peer": peers, "p": p}, SCENARIO_COLUMNS, len(left))
        yield chosen(piece, ahead & np.isfinite(p))


def gap_scenarios(
    first: IndicatorSeries, second: IndicatorSeries, question: Question, open_: np.ndarray
) -> Iterator[Columns]:
    """The scenarios of a target on a gap: it stays, moves as since the base year, or closes as it must; ``pace`` is the
    yearly change of the distance between the two groups. Peers lend nothing here.
    """
    pair = pair_of(first, second, question.target_year)
    base, (year, gap) = np.abs(pair.difference_in(question.base_year)), pair.latest_common()
    left, size = question.target_year - year, np.abs(gap)
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(year > question.base_year, (size - base) / (year - question.base_year), np.nan)
        required = np.where(size < base, np.nan, (base - size) / left)
    nothing = np.full(len(size), np.nan)
    ahead = open_ & (left > 0)
    paces = zip(Scenario, (np.zeros(len(size)), own, nothing, required), strict=True)
    asked = [(scenario, pace) for scenario, pace in paces if (ahead & np.isfinite(pace)).any()]
    if not asked:
        return
    side = np.where(gap < 0, -1.0, 1.0)
    chances = narrower_around(pair, question, [side * np.maximum(size + pace * left, 0.0) for _, pace in asked])
    for (scenario, pace), p in zip(asked, chances, strict=True):
        values = {"region": first.regions, "target": question.target.id, "scenario": scenario.value, "pace": pace}
        piece = filled({**values, "peer": "", "p": p}, SCENARIO_COLUMNS, len(size))
        yield chosen(piece, ahead & np.isfinite(p) & np.isfinite(pace))


def lenders_of(inputs: Inputs, indicator: str, group: Group, regions: Sequence[str]) -> Lenders:
    """Peers under the same parent, else the parts; no county of which a figure of the series is suppressed."""
    codes = {code: frozenset(_lenders(inputs.regions, inputs.regions[code])) for code in regions}
    table = inputs.published.observations.table
    if SUPPRESSED not in table:
        return Lenders(codes)
    gone = table[SUPPRESSED] & (table["indicator"] == indicator) & (table["group"] == group.value)
    return Lenders(codes, frozenset(table.loc[gone, "region"]))


def _lenders(regions: Regions, region: Region) -> Iterator[str]:
    siblings = regions.below(region.parent) if region.parent else ()
    peers = [one.code for one in siblings if one.level == region.level and one.code != region.code]
    yield from peers or [one.code for one in regions.below(region.code)]


def starting_point(series: IndicatorSeries) -> Floats:
    """Where a path begins, per region in the unit: the latest figure; of counted cases the level freed from chance."""
    return series.latest_value if series.counted is None else series.scale.back(series.level)


def chance_around(series: IndicatorSeries, threshold: Threshold, year: int, middle: Floats) -> Floats:
    """P(the figure of ``year`` passes) per region if ``middle`` (unit) were its median.

    Width and shape stay those of the projection on the working scale; where cases are counted, ``middle`` is the rate
    behind them and the published count is drawn from it. NaN without a projection.
    """
    if series.counted is None:
        return threshold.chance(series.predictive(year).moved_to(middle))
    cuts, rate = (series.put(threshold.low), series.put(threshold.high)), series.put(middle)
    return series.taken(series.counted.published(year, *cuts, rate=rate))


def _best_peer(series: IndicatorSeries, question: Question, lenders: Lenders) -> tuple[Floats, np.ndarray]:
    """The fastest mean yearly change for the better among the peers of each region, and whose it is."""
    best = np.full(len(series.regions), np.nan)
    names = np.full(len(series.regions), "", dtype=object)
    if series.panel is None:
        return best, names
    codes = series.panel.regions
    blank = np.zeros(len(codes))
    everyone = replace(series, regions=codes, held=blank, contradicting=blank > 0)
    paces, _ = mean_pace(everyone, question.base_year)
    sign = 1 if question.target.grammar.wants_higher(series.indicator.better) else -1
    better = {code: row for row, code in enumerate(codes) if paces[row] * sign > 0}
    for place, region in enumerate(series.regions):
        wanted = lenders.codes.get(region, frozenset()) - lenders.suppressed
        usable = sorted(better[code] for code in wanted if code in better)
        if usable:
            row = max(usable, key=lambda row: paces[row] * sign)
            best[place], names[place] = paces[row], codes[row]
    return best, names
