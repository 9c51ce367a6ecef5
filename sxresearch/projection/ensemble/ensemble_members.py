"""The models in the mix, and the fixed defaults to which a panel's own evidence is shrunk.

Every member is a local level with a slope, so one filter runs them all: the naive walk, the
shrunken drift, the damped trend (Gardner & McKenzie 1985, *Management Science* 31, 1237) and
exponential smoothing, which is a walk seen through noise (Muth 1960, *JASA* 55, 299).
docs/method.md says how each constant was chosen and how little hangs on it.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sxresearch.projection.evidence import FAR
from sxresearch.projection.scale import Floats


class Member(NamedTuple):
    """One local-level model with a slope; variances are in units of the level's own yearly step variance.

    ``level' = level + damping·slope + N(0, 1)``, ``slope' = damping·slope + N(0, slope_shock)``,
    ``figure = level + N(0, noise)``; the slope starts at ``N(0, slope_start)``.
    """

    name: str
    noise: float = 0.0
    slope_shock: float = 0.0
    damping: float = 0.0
    slope_start: float = 0.0


def damped(name: str, noise: float, shock: float, damping: float) -> Member:
    """A member whose slope starts in its stationary distribution, variance ``shock / (1 − damping²)``."""
    return Member(name, noise, shock, damping, shock / (1 - damping**2))


class Coefficients(NamedTuple):
    """The numbers of several members, each of shape (K,)."""

    noise: Floats
    shock: Floats
    damping: Floats
    start: Floats


def coefficients(members: tuple[Member, ...]) -> Coefficients:
    """The members' numbers as arrays."""
    return Coefficients(*(np.array(column, dtype=float) for column in list(zip(*members, strict=True))[1:]))


WALK = Member("walk")
MOMENTUM = damped("momentum", 0.0, 0.2, 0.9)

# The path that several regions share is an average: little noise is left in it, and its slope persists but moves.
COMMON_MEMBERS = (damped("moving trend", 0.0, 0.4, 0.9), damped("moving trend, noise 0.5", 0.5, 0.4, 0.9))

# One series alone carries drift and measurement noise in the same path, and cannot tell them apart early: many models.
# A slope variance of .1 is a slope of about a third of a typical step; the noisy drift is the line-like member.
LONE_MEMBERS = (
    WALK,
    Member("weak drift", 0.0, 0.0, 1.0, 0.02),
    Member("drift", 0.0, 0.0, 1.0, 0.1),
    Member("drift, noise 0.5", 0.5, 0.0, 1.0, 0.1),
    damped("slow damped trend", 0.0, 0.02, 0.9),
    damped("fast damped trend", 0.0, 0.1, 0.8),
    MOMENTUM,
)

NOISE_LEVELS = (0.0, 0.5, 2.0, 8.0)  # noise over real yearly change; smoothing weights 1, .73, .5, .30

# What is a region's own carries the noise; regions differ little in drift.
OWN_MEMBERS = (
    *(Member(f"walk, noise {level:g}", level) for level in NOISE_LEVELS),
    *(damped(f"damped trend, noise {level:g}", level, 0.02, 0.9) for level in NOISE_LEVELS),
    MOMENTUM,
)


@dataclass(frozen=True)
class Prior:
    """The documented defaults; nothing here is for a user to tune.

    Attributes
    ----------
    common_members, lone_members, own_members
        Models in the mix, for the path of several regions, for one region alone and for a region's own deviation;
        all start with the same weight.
    step_sd
        Yearly step in z units where nothing else is known (5 % a year); worth two figures of a single series.
    common_df, own_df
        Observations that the variance priors are worth; own_df as in docs/decisions.md, "Pooled drift".
    shared
        Centre of the common step variance: shared / √regions of the regions' mean own step variance. The more regions,
        the smaller the units and the more of a step is their own; both numbers fitted to 136 real panels.
    memory
        Weight of a year's evidence on weights, variances and widths against the year after it (half-life 9.6 years).
    block_power
        A year in which n regions are scored counts n ** block_power times: they are neither one nor n observations.
    outlier, blip, settled
        A step beyond ``outlier`` standard deviations is an error or a new level, nobody knows: with probability
        ``blip`` the former, once the variance rests on ``settled`` (discounted) steps.
    far
        A region's step this many standard deviations from the common step weighs nothing in it, and lends nothing.
    steadiest
        A region's step variance is taken to be at least the panel's mean over this where steps are averaged.
    tail_df
        Degrees of freedom of a step whose variance is known: steps have heavier tails than the normal.
    width, common_width
        Factor on the standard deviation of what is one region's own (all of it, for a region alone), and of the path of
        several. Below 1 because with heavy tails the mean square overstates the 80 % range; a path that averages over
        regions is nearer to the normal.
    width_blocks
        Number of whole-year origins that a factor of 1 is worth against what past errors call for.
    nearness
        Weight of the evidence on the width h − 1 years ahead for the width h years ahead.
    """

    common_members: tuple[Member, ...] = COMMON_MEMBERS
    lone_members: tuple[Member, ...] = LONE_MEMBERS
    own_members: tuple[Member, ...] = OWN_MEMBERS
    step_sd: float = 0.05
    common_df: float = 1.0
    own_df: float = 4.0
    shared: float = 0.42
    memory: float = 0.93
    block_power: float = 0.5
    outlier: float = 3.0
    blip: float = 0.5
    settled: float = 2.5
    far: float = FAR
    steadiest: float = 4.0
    tail_df: float = 10.0
    width: float = 0.86
    common_width: float = 0.96
    width_blocks: float = 2.0
    nearness: float = 0.7


DEFAULT = Prior()
