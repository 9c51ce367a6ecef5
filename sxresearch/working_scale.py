"""The working scale: where year-to-year noise is additive and intervals stay inside the bounds."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Measure

Floats = NDArray[np.float64]

TYPICAL_STEP = 0.05  # z units; what one robust standard deviation of a step is set to on the identity scale
LARGEST_LOGIT_OFFSET = 0.005  # of the width between the bounds: half a percentage point
LOG_QUANTILE = 0.01  # with zeros, the log offset is half this quantile of the positive values
_TINY = 1e-12
_LARGEST_EXPONENT = 700.0  # exp() overflows above 709


class ScaleKind(StrEnum):
    """Logit for shares between bounds, log for rates and unbounded ratios, identity for the rest."""

    LOGIT = "logit"
    LOG = "log"
    IDENTITY = "identity"


@dataclass(frozen=True)
class Scale:
    """A one-to-one map from the indicator's unit to the working scale (z).

    ``logit``: log((y − lower + offset) / (upper − y + offset)); ``log``: log(y − lower + offset);
    ``identity``: y / unit. The offsets are the started logit and log of Tukey (1977,
    *Exploratory Data Analysis*, chapter 3): they keep 0 %, 100 % and years without a case
    finite, and stop them from dominating.
    """

    kind: ScaleKind
    lower: float = 0.0
    upper: float = np.inf
    offset: float = 0.0
    unit: float = 1.0

    def __post_init__(self) -> None:
        if self.kind is ScaleKind.LOGIT and not -np.inf < self.lower < self.upper < np.inf:
            raise ValueError(f"a logit scale needs two bounds in order, got [{self.lower}, {self.upper}]")
        if self.offset < 0 or self.unit <= 0:
            raise ValueError(f"offset must be at least 0 and unit above 0, got {self.offset} and {self.unit}")

    def forward(self, value: ArrayLike) -> Floats:
        """Unit to working scale; values outside the bounds are taken as the bound, NaN stays NaN."""
        y = np.asarray(value, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return y / self.unit
        inside = np.clip(y, self.lower, self.upper)
        above = np.maximum(inside - self.lower + self.offset, _TINY)
        if self.kind is ScaleKind.LOG:
            return np.log(above)
        return np.log(above / np.maximum(self.upper - inside + self.offset, _TINY))

    def back(self, z: ArrayLike) -> Floats:
        """Working scale to unit, inside the bounds."""
        x = np.asarray(z, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return x * self.unit
        if self.kind is ScaleKind.LOG:
            return self.lower + np.maximum(np.exp(np.minimum(x, _LARGEST_EXPONENT)) - self.offset, 0.0)
        width = self.upper - self.lower + 2 * self.offset
        from scipy.special import expit  # a third of a second, and a check of figures never comes back from the scale

        return np.clip(self.lower - self.offset + width * expit(x), self.lower, self.upper)

    def threshold(self, value: ArrayLike) -> Floats:
        """Where P(Y < value) is read off: ±inf where no value, or every value, lies below it.

        Nothing lies below the lower bound and everything below what passes the upper one. The
        upper bound itself is a finite place: what the model puts beyond it is printed as it.
        """
        y = np.asarray(value, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return y / self.unit
        return np.where(y <= self.lower, -np.inf, np.where(y > self.upper, np.inf, self.forward(y)))

    def slope(self, value: ArrayLike) -> Floats:
        """dz/dy at ``value``: carries a standard error in the unit to the working scale (delta method)."""
        if self.kind is ScaleKind.IDENTITY:
            return np.full(np.shape(value), 1.0 / self.unit)
        inside = np.clip(np.asarray(value, dtype=float), self.lower, self.upper)
        above = 1.0 / np.maximum(inside - self.lower + self.offset, _TINY)
        if self.kind is ScaleKind.LOG:
            return above
        return above + 1.0 / np.maximum(self.upper - inside + self.offset, _TINY)


def scale_of(indicator: Indicator, values: ArrayLike = np.nan) -> Scale:
    """The working scale of a registered indicator.

    Kind and bounds come from the register, the offset from the values known so far (regions in
    rows, consecutive years in columns, NaN allowed). Values can't be nearer to a bound than
    half the published precision, so a logit offset is no smaller.
    """
    known = np.atleast_2d(np.asarray(values, dtype=float))
    if indicator.lower is not None and indicator.upper is not None:
        margin = 0.5 * 10.0**-indicator.decimals
        offset = max(_logit_offset(known, indicator.lower, indicator.upper), margin)
        return Scale(ScaleKind.LOGIT, indicator.lower, indicator.upper, offset)
    if indicator.lower is not None and indicator.measure is not Measure.MEAN:
        return Scale(ScaleKind.LOG, indicator.lower, offset=_log_offset(known - indicator.lower))
    return Scale(ScaleKind.IDENTITY, unit=_step_unit(known))


def infer_scale(values: ArrayLike, unit: str = "") -> Scale:
    """The working scale of an unregistered indicator, from the name of its unit and its values so far.

    A unit that begins with ``%`` or ``percent`` means a share of 100, unless a value exceeds
    100 (gross rates) or is negative. ``values`` as in :func:`scale_of`.
    """
    grid = np.atleast_2d(np.asarray(values, dtype=float))
    known = grid[np.isfinite(grid)]
    share = unit.lower().startswith(("%", "percent"))
    if share and len(known) and known.min() >= 0 and known.max() <= 100:
        return Scale(ScaleKind.LOGIT, 0.0, 100.0, _logit_offset(grid, 0.0, 100.0))
    if len(known) and known.min() < 0:
        return Scale(ScaleKind.IDENTITY, unit=_step_unit(grid))
    return Scale(ScaleKind.LOG, offset=_log_offset(grid))


def _logit_offset(values: Floats, lower: float, upper: float) -> float:
    """Half a point of 100, or half the typical distance to the nearer bound where values sit closer (99.9 %)."""
    known = values[np.isfinite(values)]
    distance = np.minimum(known - lower, upper - known)
    distance = distance[distance > 0]
    typical = float(np.median(distance)) if len(distance) else upper - lower
    return min(LARGEST_LOGIT_OFFSET * (upper - lower), typical / 2)


def _log_offset(values: Floats) -> float:
    """Nothing, or with zeros among the values half the smallest positive ones."""
    known = values[np.isfinite(values)]
    positive = known[known > 0]
    if len(positive) == len(known):
        return 0.0
    return 0.5 * float(np.quantile(positive, LOG_QUANTILE)) if len(positive) else 1.0


def _step_unit(values: Floats) -> float:
    """Robust size of a year's step over TYPICAL_STEP, so that the defaults fit whatever the unit.

    A step over g years counts as one of its size over √g.
    """
    seen = np.isfinite(values)
    rows, years = np.nonzero(seen)
    same = rows[1:] == rows[:-1]
    steps = np.abs(np.diff(values[seen]))[same] / np.sqrt(np.diff(years)[same])
    steps = steps[steps > 0]
    if len(steps):
        return 1.4826 * float(np.median(steps)) / TYPICAL_STEP
    size = float(np.max(np.abs(values[seen]), initial=0.0))
    return size if size > 0 else 1.0
