"""Which regions of a panel are volatile: a test of each region's yearly changes against the others', at LEVEL.

The null hypothesis is that a region's steps vary as those of the other regions do. With its own drift, and what the
regions share, taken off, the ratio of mean squares is compared with the F distribution (Snedecor & Cochran 1989,
*Statistical Methods*, 8th ed., section 6.12). A mean square of heavy-tailed steps varies more than one of normal ones,
by 1 + κ/2 with κ the excess kurtosis (Box 1953, *Biometrika* 40, 318), so the degrees of freedom are divided by that;
κ = 1 is that of the Student t with the ten degrees of freedom that the projection assumes of steps. Counting noise,
known from the denominators, differs between regions and is no volatility: it is added to what is expected.
"""

import numpy as np
import pandas as pd
from scipy import stats

from sxresearch.assessment.series import AnyProjection
from sxresearch.projection.closed_form import Steps, drift, steps
from sxresearch.projection.panel import Panel
from sxresearch.projection.scale import Floats

LEVEL = 0.01  # of false alarms, per region and indicator
STEPS_TO_JUDGE = 4  # five figures; docs/decisions.md, "Volatile"
REGIONS_WITH_A_COMMON_STEP = 6  # with fewer the median of the others would itself be one region's jump
TAILS = 1.5  # 1 + κ/2 of steps that are Student t with ten degrees of freedom
COUNTING_LEVEL = 0.95
_SLACK = 1e-6  # printed decimals have no exact binary form


def volatile_regions(projection: AnyProjection) -> np.ndarray:
    """Which regions of the panel stand out; a region alone does by turning about almost every year."""
    panel = projection.panel
    left, noise = residual_steps(panel)
    judged = np.isfinite(left).sum(axis=1) >= STEPS_TO_JUDGE
    if judged.sum() > 1:
        standing_out = chance_of_such_steps(left, noise) < LEVEL
    else:
        standing_out = np.array([chance_of_such_turns(panel, row) < LEVEL for row in range(len(left))])
    return judged & standing_out & _beyond_counting(left, noise)


def residual_steps(panel: Panel) -> tuple[Floats, Floats]:
    """Steps per √year less what the regions share and the region's own drift; and the variance counting gives each."""
    moves = steps(panel.working)
    if len(panel.regions) >= REGIONS_WITH_A_COMMON_STEP:
        shared = _median_of_others(moves.delta / np.where(moves.gap > 0, moves.gap, np.nan))
        moves = Steps(moves.delta - np.where(np.isnan(shared), 0.0, shared) * moves.gap, moves.gap)
    own, _ = drift(moves)
    span = np.where(moves.gap > 0, moves.gap, np.nan)
    left = (moves.delta - np.where(np.isnan(own), 0.0, own)[:, None] * moves.gap) / np.sqrt(span)
    noise = variance_of_counted_figures(panel)
    return left, (noise + _previous(noise)) / span


def chance_of_such_steps(left: Floats, noise: Floats) -> Floats:
    """P(a mean square as large | varying as the other regions do), per region; 1 where it can't be judged."""
    seen = np.isfinite(left)
    df = np.maximum(seen.sum(axis=1) - 1, 0)
    usable = df >= STEPS_TO_JUDGE - 1
    squares = np.where(usable, np.where(seen, left**2, 0.0).sum(axis=1), 0.0)
    counted = np.where(seen & np.isfinite(noise), noise, 0.0).sum(axis=1) / np.maximum(seen.sum(axis=1), 1)
    real = squares - np.where(usable, df * counted, 0.0)
    others = np.where(usable, df, 0).sum() - np.where(usable, df, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.maximum((real.sum() - real) / others, 0.0) + counted
        ratio = squares / df / expected
        chance = stats.f.sf(ratio, df / TAILS, others / TAILS)
    return np.where(usable & (others > 0) & (squares > 0), np.nan_to_num(chance, nan=0.0), 1.0)


def chance_of_such_turns(panel: Panel, row: int) -> float:
    """P(as many changes of direction | steps go up or down at random), of the steps that show in print."""
    values = panel.values[row]
    moves = np.diff(values[np.isfinite(values)])
    moves = moves[np.abs(moves) > (1 + _SLACK) * 10.0**-panel.indicator.decimals]
    turns = int((np.sign(moves[1:]) != np.sign(moves[:-1])).sum())
    return float(stats.binom.sf(turns - 1, max(len(moves) - 1, 0), 0.5))


def _median_of_others(values: Floats) -> Floats:
    """Of each column: the median of the other rows' values, NaN where no other row has one."""
    out = np.full(values.shape, np.nan)
    for column, item in enumerate(values.T):
        known = np.flatnonzero(np.isfinite(item))
        if len(known) < 2:
            continue
        ordered, rest = known[np.argsort(item[known], kind="stable")], len(known) - 1
        ranked, rank = item[ordered], np.arange(len(known))
        middle = (ranked[place + (place >= rank)] for place in ((rest - 1) // 2, rest // 2))
        out[ordered, column] = sum(middle) / 2
    return out


def variance_of_counted_figures(panel: Panel) -> Floats:
    """Sampling variance of each figure on the working scale, from its denominator; NaN where unknown.

    In the unit it is ``factor² · p (1 − p) / N`` for shares and ``factor² · p / N`` for rates (half an
    event at least); the working scale's slope carries it over (delta method, docs/decisions.md).
    """
    factor = panel.indicator.factor
    if factor is None:
        return np.full(panel.values.shape, np.nan)
    share = panel.values / factor
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = share * (1 - share) if panel.indicator.bounded else share
        in_unit = factor**2 * np.maximum(spread, 0.5 / panel.denominators) / panel.denominators
    return in_unit * panel.scale.slope(panel.values) ** 2


def _previous(noise: Floats) -> Floats:
    """The noise of the preceding known figure, per region and year."""
    before = np.full(noise.shape, np.nan)
    before[:, 1:] = noise[:, :-1]
    return pd.DataFrame(np.where(np.isfinite(before), before, np.nan)).ffill(axis=1).to_numpy()


def _beyond_counting(left: Floats, noise: Floats) -> np.ndarray:
    """Whether the jumps exceed what counting alone gives; so too where counting noise can't be told apart."""
    both = np.isfinite(left) & np.isfinite(noise)
    number = both.sum(axis=1)
    statistic = np.where(both, left**2 / np.where(both, noise, 1.0), 0.0).sum(axis=1)
    return np.asarray(
        (number < STEPS_TO_JUDGE) | (statistic > stats.chi2.ppf(COUNTING_LEVEL, np.maximum(number - 1, 1)))
    )
