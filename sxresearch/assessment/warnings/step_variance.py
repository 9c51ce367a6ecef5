"""How far a year's change strays by chance, per region: what warnings on single steps are held against."""

import numpy as np
from scipy import stats

from sxresearch.projection.closed_form import Steps, drift, steps
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

PRIOR_DF = 4.0  # what the panel's mean variance counts, as in the projection; docs/decisions.md, "Pooled drift"
FEWEST_DF = 3.0  # four steps of a region alone
LEVEL = 0.05  # of false alarms of a warning on single steps


def step_variance(panel: Panel, leave: int = 0) -> tuple[Floats, Floats]:
    """Variance of a year's change about the region's own drift, and its degrees of freedom; working scale, per region.

    Shrunk to the panel's mean where there are other regions (Smyth 2004, *SAGMB* 3(1):3). The last ``leave`` steps are
    left out: they are what is judged. NaN with fewer than FEWEST_DF degrees of freedom.
    """
    moves = _without_last(steps(panel.working), leave)
    _, own = drift(moves)
    df = np.maximum((moves.gap > 0).sum(axis=1) - 1.0, 0.0)
    squares = np.where(df > 0, np.nan_to_num(own) * df, 0.0)
    known = df > 0
    if known.sum() > 1:
        mean = squares.sum() / df.sum()
        squares, df = squares + PRIOR_DF * mean, df + PRIOR_DF
    enough = df >= FEWEST_DF
    return np.where(enough, squares / np.maximum(df, 1.0), np.nan), df


def beyond_chance(change: Floats, variance: Floats, df: Floats) -> np.ndarray:
    """Where a change is further below 0 than chance gives in LEVEL of cases; nowhere without a variance."""
    with np.errstate(invalid="ignore", divide="ignore"):
        limit = stats.t.ppf(LEVEL, np.maximum(df, 1.0)) * np.sqrt(variance)
        return np.asarray((change < limit) & (variance > 0) | (change < 0) & (variance == 0))


def _without_last(moves: Steps, leave: int) -> Steps:
    """The steps but the last ``leave`` of each region."""
    from_last = np.cumsum((moves.gap > 0)[:, ::-1], axis=1)[:, ::-1]
    kept = (moves.gap > 0) & (from_last > leave)
    return Steps(np.where(kept, moves.delta, np.nan), np.where(kept, moves.gap, 0.0))
