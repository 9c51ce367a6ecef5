"""Student t distributions on the working scale for many series at once, and what was learned beside them.

One order of axes holds wherever these arrays are carried: the series come last, the target year or the
year of origin before them, the horizon first.
"""

from dataclasses import dataclass, fields

from sxresearch.projection.scale import Floats


@dataclass(frozen=True)
class Distributions:
    """``location + spread · t(df)`` on the working scale, each array (…, S); NaN where there is none.

    ``shared`` is the part of spread² that all regions of a panel have in common.
    """

    location: Floats
    spread: Floats
    df: Floats
    shared: Floats


DISTRIBUTION_ARRAYS = tuple(field.name for field in fields(Distributions))


@dataclass(frozen=True)
class LearnedDistributions(Distributions):
    """Distributions, and what the past errors of P panels have taught about K members.

    ``width`` (H, …, P) is the factor on the standard deviation and ``origins`` (H, …, P) the discounted
    number of whole-year origins behind it. ``common_weights`` and ``own_weights`` (H, …, K, P) are the
    members' weights in the common path and in the regions' own deviations, the latter NaN for one
    region alone. For a single panel the axis P is left out.
    """

    width: Floats
    origins: Floats
    common_weights: Floats
    own_weights: Floats
