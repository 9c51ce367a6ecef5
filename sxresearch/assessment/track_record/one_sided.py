"""Did the past probabilities err on one side? A test on the record, and what the record would correct.

Outcomes are not independent: regions share the shocks of an indicator, windows overlap, and some years are bad for
everything. So the sum of outcome − P is compared with a variance that lets the judgements of one indicator, and those
of one block of years, move together in any way (two-way clusters: Cameron, Gelbach & Miller 2011, *Journal of
Business & Economic Statistics* 29, 238), with Student's t on the fewer of both less one. It is never taken below
the variance that the probabilities themselves announce where one region's judgements on one indicator within a block
count as one: a record without any miss would else seem to have no spread at all.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from scipy import optimize, special

from sxresearch.assessment.track_record.year_blocks import year_blocks
from sxresearch.projection.scale import Floats

SIZE = 0.05  # of the two-sided test
FEWEST_INDICATORS = 6  # with fewer no claim is made either way
FEWEST_BLOCKS = 4
LARGEST_SHIFT = 3.0  # log odds: a record without any miss has no finite answer
_SMALLEST = 1e-6


class Side(StrEnum):
    """On which side past probabilities erred."""

    CAUTIOUS = "cautious"  # more came true than was said
    OPTIMISTIC = "optimistic"


@dataclass(frozen=True)
class OneSidedTest:
    """Mean of what was said and of what came, and whether the difference is more than chance.

    ``t`` and ``df`` are NaN and 0 where the indicators or the blocks of years are too few. ``shift`` is what has to be
    added to the log odds of the probabilities so that the record's own would add up to what came, drawn toward 0 by
    its uncertainty (factor 1 − 1/t²); 0 where no side is claimed.
    """

    said: float
    met: float
    t: float
    df: int
    shift: float

    def __post_init__(self) -> None:
        if self.side is None and self.shift:
            raise ValueError("a shift needs a side")

    @property
    def tested(self) -> bool:
        """Whether there were indicators and years enough."""
        return self.df > 0

    @property
    def p_value(self) -> float:
        """Of the two-sided test; NaN where it can't be made."""
        return float(2 * special.stdtr(self.df, -abs(self.t))) if self.tested else np.nan

    @property
    def side(self) -> Side | None:
        """The side on which the record shows an error at the 5 % level; none where it shows none."""
        if not self.p_value < SIZE:
            return None
        return Side.CAUTIOUS if self.t > 0 else Side.OPTIMISTIC

    def corrected(self, p: Floats) -> Floats:
        """The probabilities as the record would correct them."""
        return np.asarray(special.expit(special.logit(p) + self.shift))


def one_sided(cases: pd.DataFrame) -> OneSidedTest:
    """Test a record.

    Parameters
    ----------
    cases
        Columns ``indicator, group, region, origin, horizon, ours`` (the probability) and ``outcome`` (1 met).
    """
    p = cases["ours"].to_numpy(dtype=float)
    met = cases["outcome"].to_numpy(dtype=float)
    means = (float(p.mean()), float(met.mean())) if len(p) else (np.nan, np.nan)
    length = int(cases["horizon"].max()) if len(cases) else 1
    indicator, block = _codes(cases["indicator"]), year_blocks(cases["origin"].to_numpy(dtype=int), length)
    counts = (_distinct(indicator), _distinct(block))
    if counts[0] < FEWEST_INDICATORS or counts[1] < FEWEST_BLOCKS:
        return OneSidedTest(*means, np.nan, 0, 0.0)
    series = _codes(cases["indicator"] + "|" + cases["group"] + "|" + cases["region"])
    error = met - p
    variance = max(_clustered(error - error.mean(), indicator, block), _announced(p, _cells(series, block)))
    t, df = float(error.sum() / np.sqrt(variance)), min(counts) - 1
    found = OneSidedTest(*means, t, df, 0.0)
    return found if found.side is None else OneSidedTest(*means, t, df, _shift(p, met) * (1 - 1 / t**2))


def _clustered(error: Floats, first: np.ndarray, second: np.ndarray) -> float:
    """Variance of the sum with clusters in two ways, never below that of either way alone."""
    one, other, both = (_sum_of_squares(error, codes) for codes in (first, second, _cells(first, second)))
    return max(one, other, one + other - both)


def _sum_of_squares(error: Floats, codes: np.ndarray) -> float:
    """Variance of the sum with clusters in one way, with the usual factor G/(G − 1)."""
    sums, count = np.bincount(codes, weights=error), _distinct(codes)
    return float(sums @ sums) * count / max(count - 1, 1)


def _announced(p: Floats, codes: np.ndarray) -> float:
    """Variance of the sum that the probabilities announce where the judgements of one code count as one."""
    spread = np.bincount(codes, weights=np.sqrt(p * (1 - p)))
    return max(float(spread @ spread), _SMALLEST)


def _shift(p: Floats, met: Floats) -> float:
    """The shift of the log odds with which the probabilities add up to what came."""
    odds = special.logit(np.clip(p, _SMALLEST, 1 - _SMALLEST))

    def missing(shift: float) -> float:
        return float(special.expit(odds + shift).sum() - met.sum())

    if missing(-LARGEST_SHIFT) >= 0 or missing(LARGEST_SHIFT) <= 0:
        return float(np.copysign(LARGEST_SHIFT, met.sum() - p.sum()))
    return float(optimize.brentq(missing, -LARGEST_SHIFT, LARGEST_SHIFT))


def _codes(names: pd.Series) -> np.ndarray:
    return np.asarray(pd.factorize(names)[0])


def _cells(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """One code for every pair."""
    width = int(second.max()) + 1 if len(second) else 1
    return np.asarray(np.unique(first * width + second, return_inverse=True)[1])


def _distinct(codes: np.ndarray) -> int:
    return len(np.unique(codes))
