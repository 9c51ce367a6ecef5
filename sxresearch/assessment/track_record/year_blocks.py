"""A mean over past judgements with its interval, when judgements of neighbouring years look at the same years to come.

Judgements made in a year and the next, both ``length`` years ahead, share all but one of the years that decide them. So
the origin years are cut into blocks as long as that, and the blocks, not the years, are what the interval counts. With
so few of them their spread is hardly known, and resampling blocks would take it for known: the interval is Student's,
of the ratio of block totals (Cochran 1977, *Sampling Techniques*, 3rd ed., section 2.11; Ibragimov & Müller 2010,
*Journal of Business & Economic Statistics* 28, 453, for the t of few blocks).
"""

import numpy as np
from scipy import stats

from sxresearch.projection.scale import Floats

LEVEL = 0.95


def year_blocks(origin: np.ndarray, length: int) -> np.ndarray:
    """The block of each origin year, counted back from the last; years too few for a block join the first whole one."""
    if not len(origin):
        return np.array([], dtype=int)
    back = (origin.max() - origin) // length
    whole = int(origin.max() - origin.min() + 1) // length
    return np.minimum(back, max(whole - 1, 0))


def block_count(origin: np.ndarray, length: int) -> int:
    """Number of blocks that hold a judgement."""
    return len(np.unique(year_blocks(origin, length)))


def block_interval(difference: Floats, origin: np.ndarray, length: int = 1) -> tuple[float, float, float]:
    """Mean of ``difference`` over all cases and its 95 % interval by blocks of ``length`` origin years.

    NaN without any case; with a single block the interval is the whole line.
    """
    if not len(difference):
        return np.nan, np.nan, np.nan
    _, place = np.unique(year_blocks(np.asarray(origin, dtype=int), length), return_inverse=True)
    total, count = np.bincount(place, weights=difference), np.bincount(place).astype(float)
    mean, blocks = float(difference.mean()), len(count)
    if blocks == 1:
        return mean, -np.inf, np.inf
    left = total - mean * count
    error = np.sqrt(blocks / (blocks - 1) * (left**2).sum()) / count.sum()
    reach = float(stats.t.ppf((1 + LEVEL) / 2, blocks - 1) * error)
    return mean, mean - reach, mean + reach
