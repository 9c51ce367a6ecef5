"""Places with a handful of cases: what a single year's rate can't say, and what three years can."""

from dataclasses import dataclass

from sxresearch.assessment.series import IndicatorSeries
from sxresearch.projection.counts.count_data import FEW_A_YEAR


@dataclass(frozen=True)
class FewEvents:
    """A rate on a handful of cases: events a year, and the pooled rate of the last ``years`` years with its limits.

    ``rates`` holds ``rate``, ``low`` and ``high`` (95 %) in the indicator's unit.
    """

    events_a_year: float
    years: int
    rates: dict[str, float]


def few_events(series: IndicatorSeries, place: int) -> FewEvents | None:
    """The pooled rate of the region at ``place``, where its cases are few; none elsewhere."""
    pooled, row = series.pooled, series.rows[place]
    if pooled is None or row < 0 or not pooled.events_a_year[row] < FEW_A_YEAR:
        return None
    rates = {"rate": pooled.rate[row], "low": pooled.lower95[row], "high": pooled.upper95[row]}
    return FewEvents(float(pooled.events_a_year[row]), int(pooled.years[row]), {k: float(v) for k, v in rates.items()})
