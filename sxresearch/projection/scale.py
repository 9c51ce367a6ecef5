"""The working scale: where year-to-year noise is additive and intervals stay inside the bounds."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit

from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Measure

Floats = NDArray[np.float64]


class ScaleKind(StrEnum):
    """Logit for shares between bounds, log for rates and unbounded ratios, identity for the rest."""

    LOGIT = "logit"
    LOG = "log"
    IDENTITY = "identity"


@dataclass(frozen=True)
class Scale:
    """A one-to-one map from the indicator's unit to the working scale.

    ``margin`` is half the published precision: values nearer to a bound than that are
    moved to it, because a printed 100.0 % means "at least 99.95 %".
    """

    kind: ScaleKind
    lower: float = 0.0
    upper: float = 1.0
    margin: float = 0.05

    def __post_init__(self) -> None:
        if self.kind is ScaleKind.LOGIT and not self.lower + 2 * self.margin < self.upper:
            raise ValueError(f"bounds [{self.lower}, {self.upper}] leave no room for a margin of {self.margin}")
        if self.margin <= 0:
            raise ValueError(f"margin must be above 0, got {self.margin}")

    def forward(self, value: ArrayLike) -> Floats:
        """Unit to working scale; NaN stays NaN."""
        y = np.asarray(value, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return y
        above = np.maximum(y - self.lower, self.margin)
        if self.kind is ScaleKind.LOG:
            return np.log(above)
        width = self.upper - self.lower
        return logit(np.minimum(above, width - self.margin) / width)

    def back(self, z: ArrayLike) -> Floats:
        """Working scale to unit."""
        x = np.asarray(z, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return x
        if self.kind is ScaleKind.LOG:
            return self.lower + np.exp(x)
        return self.lower + (self.upper - self.lower) * expit(x)

    def threshold(self, value: ArrayLike) -> Floats:
        """Thresholds on the working scale; ±inf at or beyond a bound, which no value passes."""
        y = np.asarray(value, dtype=float)
        if self.kind is ScaleKind.IDENTITY:
            return y
        above = np.maximum(y - self.lower, 0.0)
        with np.errstate(divide="ignore"):
            if self.kind is ScaleKind.LOG:
                return np.log(above)
            width = self.upper - self.lower
            return logit(np.minimum(above, width) / width)


def scale_of(indicator: Indicator) -> Scale:
    """The working scale of an indicator, from its kind and bounds."""
    margin = 0.5 * 10.0**-indicator.decimals
    if indicator.lower is not None and indicator.upper is not None:
        return Scale(ScaleKind.LOGIT, indicator.lower, indicator.upper, margin)
    if indicator.lower is not None and indicator.measure is not Measure.MEAN:
        return Scale(ScaleKind.LOG, indicator.lower, np.inf, margin)
    return Scale(ScaleKind.IDENTITY, margin=margin)
