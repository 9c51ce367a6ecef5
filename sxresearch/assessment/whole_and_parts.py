"""A whole against the sum of its parts: the province's own projection, and its cities' on the same draws.

The parts are weighted by their latest denominators, ``Σ w·y / Σ w``, or, where these are unknown, by their
latest populations, and drawn jointly: the
share of the variance that all regions have in common moves them together, or the sum would
look far more certain than it is.
"""

from enum import StrEnum

import numpy as np
import pandas as pd

from sxresearch.assessment.assess import judged_series
from sxresearch.assessment.events import joint_draws
from sxresearch.assessment.events.threshold import Threshold
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries
from sxresearch.errors import BadParameter
from sxresearch.projection.scale import Floats
from sxresearch.terms import AMOUNTS, Group

COLUMNS = (
    "target", "indicator", "group", "weights", "latest_year", "latest_whole", "latest_parts", "differs",
    "median_whole", "median_parts", "lower80_parts", "upper80_parts", "p_whole", "p_parts",
)  # fmt: skip
"""One row per one-series target: figures in the indicator's unit. ``weights`` is a :class:`WeightKind`.
``differs`` says that the latest figure of the whole is not the mean of its parts, weighted by their denominators,
within one unit of the last decimal: a matter of data quality. Populations only come near, so with them nothing differs.
"""

POPULATION = "resident_population"
"""The indicator that holds the population of every region."""


class WeightKind(StrEnum):
    """What the parts are weighted by."""

    DENOMINATOR = "denominator"
    POPULATION = "population"


def whole_against_parts(inputs: Inputs, whole: str, as_of: int | None = None) -> pd.DataFrame:
    """Compare a region with the regions right below it, target by target.

    Only targets with figures for every part in the whole's latest year appear, and with denominators or populations.

    Returns
    -------
    DataFrame
        With the columns COLUMNS.

    Raises
    ------
    BadParameter
        If the region is unknown or has nothing below it.
    """
    above = inputs.region(whole)
    parts = tuple(region.code for region in inputs.regions if region.parent == above.code)
    if not parts:
        raise BadParameter.of("region-without-parts", "", code=whole)
    rows, people = [], population(inputs, parts)
    for target, series, threshold, year in judged_series(inputs, (whole, *parts), as_of):
        kind = WeightKind.DENOMINATOR
        weights = series.latest_denominator[1:]
        if not np.isfinite(weights).all():
            kind, weights = WeightKind.POPULATION, people
        same = (series.latest_year[1:] == series.latest_year[0]).all()
        outlook = series.predictive(year)
        if same and np.isfinite(weights).all() and outlook.known.all() and series.indicator.unit not in AMOUNTS:
            rows.append(_row(target, series, year, threshold, weights, kind))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def population(inputs: Inputs, regions: tuple[str, ...]) -> Floats:
    """The latest population of each region, NaN where there is none."""
    table = inputs.observations.figures
    mine = table[(table["indicator"] == POPULATION) & (table["group"] == Group.TOTAL.value) & table["value"].notna()]
    latest = mine.sort_values("year", kind="stable").drop_duplicates("region", keep="last").set_index("region")["value"]
    return latest.reindex(list(regions)).to_numpy(dtype=float)


def _row(
    target: str, series: IndicatorSeries, year: int, threshold: Threshold, weights: Floats, kind: WeightKind
) -> dict:  # fmt: skip
    drawn = _weighted(joint_values(series, year)[:, 1:], weights)
    latest = float(np.average(series.latest_value[1:], weights=weights))
    own = series.predictive(year)
    unit = 10.0**-series.indicator.decimals
    low, high = np.quantile(drawn, [0.1, 0.9])
    passed = (drawn >= threshold.low[0]) & (drawn < threshold.high[0])
    return {
        "target": target,
        "indicator": series.indicator.id,
        "group": series.group.value,
        "weights": kind.value,
        "latest_year": int(series.latest_year[0]),
        "latest_whole": float(series.latest_value[0]),
        "latest_parts": latest,
        "differs": kind is WeightKind.DENOMINATOR and bool(abs(latest - series.latest_value[0]) > unit),
        "median_whole": float(own.median[0]),
        "median_parts": float(np.median(drawn)),
        "lower80_parts": float(low),
        "upper80_parts": float(high),
        "p_whole": float(threshold.chance(own)[0]),
        "p_parts": float(passed.mean()),
    }


def joint_values(series: IndicatorSeries, year: int) -> Floats:
    """Joint draws of all regions of a series in ``year``, draws × regions, in the unit.

    ``z = location + spread · (√c · common + √(1 − c) · own)``, with c the share of the variance
    that the regions have in common, and one Student factor for all.
    """
    outlook = series.predictive(year)
    share = series.common_share(year)
    normal = joint_draws.normals(len(series.regions) + 1)
    mixed = np.sqrt(share) * normal[:, :1] + np.sqrt(1 - share) * normal[:, 1:]
    return outlook.draws(mixed, joint_draws.student_uniforms())


def _weighted(values: Floats, weights: Floats) -> Floats:
    return (values * weights).sum(axis=1) / weights.sum()
