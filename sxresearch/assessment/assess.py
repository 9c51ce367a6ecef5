"""Will the targets be met? From inputs to the verdict table."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from sxresearch.assessment.column_tables import table_of
from sxresearch.assessment.events.criteria import criterion_of
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.judging import Pieces, PlanRun, plan_pieces, question_of
from sxresearch.assessment.series import IndicatorSeries, open_store
from sxresearch.assessment.verdict import FAN_COLUMNS, SCENARIO_COLUMNS, VERDICT_COLUMNS, Assessment, Details
from sxresearch.errors import BadParameter
from sxresearch.monitoring.joined_tables import joined
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.regions import PEER_LEVELS


def assess(
    inputs: Inputs,
    regions: Sequence[str] | None = None,
    as_of: int | None = None,
    target_year: int | None = None,
    *,
    details: Details = Details.REASONS | Details.FANS,
) -> Assessment:
    """Judge every target of every plan for the given regions.

    Parameters
    ----------
    inputs
        Plans, register, regions and observations.
    regions
        Region codes; by default every region that has data and a plan.
    as_of
        Last data year used; by default the last year of the data.
    target_year
        Year to judge instead of each plan's own target year.
    details
        What to work out beside the answers.

    Returns
    -------
    Assessment
        One verdict per region and target, in the order of the plans, with the details that were asked for.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    asked = tuple(regions) if regions is not None else inputs.regions_with_data()
    last = _checked_years(inputs, asked, as_of)
    return _judged(inputs, asked, last, target_year, details)


def _judged(inputs: Inputs, asked: tuple[str, ...], last: int, target_year: int | None, details: Details) -> Assessment:
    """Regions of one peer level are judged together; the rows come in the order of plans, targets and regions."""
    pieces: list[Pieces] = []
    for level in dict.fromkeys(PEER_LEVELS[inputs.regions[code].level] for code in asked):
        codes = tuple(code for code in asked if PEER_LEVELS[inputs.regions[code].level] == level)
        store = open_store(inputs, codes, last, target_year or inputs.last_target_year(codes) or last)
        newest = inputs.extent.newest(codes, last)
        for plan in inputs.plans:
            pieces += plan_pieces(PlanRun(inputs, plan, store, newest, target_year, details))
    verdicts = table_of([piece.verdicts for piece in pieces], VERDICT_COLUMNS)
    limits = table_of([year for piece in pieces for year in piece.fans], FAN_COLUMNS)
    paths = table_of([path for piece in pieces for path in piece.scenarios], SCENARIO_COLUMNS)
    return Assessment(*(in_order(table, inputs.plans, asked) for table in (verdicts, limits, paths)))


def in_order(whole: pd.DataFrame, plans: Iterable[Plan], regions: tuple[str, ...]) -> pd.DataFrame:
    """The rows in the order of plans, targets and regions."""
    return whole.iloc[_order(whole, plans, regions)].reset_index(drop=True)


def _order(rows: pd.DataFrame, plans: Iterable[Plan], regions: tuple[str, ...]) -> pd.Index:
    targets = [target.id for plan in plans for _, _, target in plan.places()]
    place = pd.DataFrame(
        {"t": pd.Index(targets).get_indexer(rows["target"]), "r": pd.Index(regions).get_indexer(rows["region"])}
    )
    return place.sort_values(["t", "r"], kind="stable").index


def used_up(
    tables: Iterable[pd.DataFrame], columns: Sequence[str], plans: Iterable[Plan], regions: tuple[str, ...]
) -> pd.DataFrame:
    """The rows of tables with ``columns`` as one table, in the order of plans, targets and regions.

    The tables lose their columns (:mod:`sxresearch.monitoring.joined_tables`).
    """
    parts = [table for table in tables if len(table)]
    if not parts:
        return pd.DataFrame(columns=list(columns))
    order = _order(pd.concat([part[["target", "region"]] for part in parts], ignore_index=True), plans, regions)
    return joined(parts, order)


def assessment_of(parts: Sequence[Assessment], plans: Iterable[Plan], regions: tuple[str, ...]) -> Assessment:
    """Assessments of the same regions on different targets as one, in the order of plans, targets and regions.

    The tables of several parts are :func:`used_up`.
    """
    if len(parts) == 1:
        return parts[0]
    verdicts = used_up([part.verdicts for part in parts], VERDICT_COLUMNS, plans, regions)
    fans = used_up([part.fans for part in parts], FAN_COLUMNS, plans, regions)
    return Assessment(verdicts, fans, used_up([part.scenarios for part in parts], SCENARIO_COLUMNS, plans, regions))


def _checked_years(inputs: Inputs, regions: tuple[str, ...], as_of: int | None) -> int:
    for code in regions:
        if code not in inputs.regions:
            raise BadParameter.of("region-unknown", "regions", code=code)
    first, last = inputs.extent.years()
    if as_of is not None and not first <= as_of <= last:
        raise BadParameter.of("year-outside-data", "", name="as_of", found=str(as_of), first=str(first), last=str(last))
    return as_of or last


def judged_series(
    inputs: Inputs, regions: tuple[str, ...], as_of: int | None = None
) -> Iterator[tuple[str, IndicatorSeries, Threshold, int]]:
    """Every one-series target over regions of one peer level: its id, series, threshold and target year."""
    last = _checked_years(inputs, regions, as_of)
    store = open_store(inputs, regions, last, inputs.last_target_year(regions) or last)
    newest = inputs.extent.newest(regions, last)
    for plan in inputs.plans:
        run = PlanRun(inputs, plan, store, newest, None, Details.NONE)
        for _, _, target in plan.places():
            if run.bound.all() and target.indicator is not None and not target.grammar.needs_second:
                question = question_of(run, target)
                series = store.get(target.indicator, target.group)
                yield target.id, series, criterion_of(series, question).threshold, question.target_year
