"""How finely a region prints its figures: the digits that its next figure will have."""

import numpy as np

from sxresearch.assessment.series import IndicatorSeries, last_seen
from sxresearch.language.numbers import MORE_DECIMALS, is_finer

RECENT_FIGURES = 5


def decimals_to_come(series: IndicatorSeries) -> np.ndarray:
    """Decimals of the figure to come, per region: the most among its last five figures, the register's at least.

    More than two beyond the register's are taken for the trace of a division, not for digits that were printed.
    """
    columns = last_seen(series.figures, RECENT_FIGURES)
    digits = np.full(len(series.regions), series.indicator.decimals)
    if not series.figures.shape[1]:
        return digits
    recent = np.where(columns >= 0, np.take_along_axis(series.figures, np.maximum(columns, 0), axis=1), np.nan)
    for extra in range(MORE_DECIMALS):
        digits += is_finer(recent, series.indicator.decimals + extra).any(axis=1)
    return digits
