"""What the data could have shown: power of the two-sided t test, by the noncentral t distribution."""

import numpy as np
from scipy import optimize, stats

from sxresearch.assessment.effect.step_regression import CONFIDENCE

POWER = 0.80
"""The usual demand on a study: a change of this size would be seen in four cases of five."""


def power_of(change: float, standard_error: float, df: float) -> float:
    """Probability that a true ``change`` is told from none at the 5 % level."""
    limit, shift = stats.t.ppf((1 + CONFIDENCE) / 2, df), abs(change) / standard_error
    other_side = np.nan_to_num(stats.nct.cdf(-limit, df, shift))  # scipy gives NaN where it is next to nothing
    return float(np.clip(np.nan_to_num(stats.nct.sf(limit, df, shift), nan=1.0) + other_side, 0.0, 1.0))


def detectable(standard_error: float, df: float) -> float:
    """The smallest change that is told from none with probability :data:`POWER`, in the unit of the error."""
    limit = float(stats.t.ppf((1 + CONFIDENCE) / 2, df))
    return standard_error * float(optimize.brentq(lambda shift: power_of(shift, 1.0, df) - POWER, 0.0, 4 * limit + 10))
