"""Predictions of the default method from every origin: the path in common, what is own, and the width.

``z[region, year] = common[year] + own[region, year]`` on the working scale. Each part is a
mixture of members; their sum is a Student t whose width is learned. A single series is a panel
of one region: its path is the common part, there is no own part. Nothing looks ahead: row y of
every array depends on rows 0…y of the figures only.
"""

from dataclasses import replace

import numpy as np

from sxresearch.projection.distributions import LearnedDistributions
from sxresearch.projection.ensemble.calibration import Predicted, Width, learn_width
from sxresearch.projection.ensemble.common_trend import split
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, Member, Prior
from sxresearch.projection.ensemble.ensemble_weights import Mixture, combine
from sxresearch.projection.ensemble.kalman import Centre, Part
from sxresearch.projection.grouping import Groups
from sxresearch.projection.scale import Floats


class Origins(LearnedDistributions):
    """Predictions 1…H years ahead from every year: the distributions are (H, Y, S), ``width`` is (H, Y, P)."""


def default_origins(z: Floats, panel: np.ndarray, longest: int, prior: Prior = DEFAULT) -> Origins:
    """The default method.

    Parameters
    ----------
    z
        (Y, S): consecutive years, NaN for no figure; every series has at least one.
    panel
        (S,), sorted: series of one panel lend one another strength.
    longest
        H, in years.
    prior
        The documented defaults.
    """
    groups = Groups(panel)
    parts = split(z, groups, prior)
    several = groups.sizes > 1
    common = _common(parts.path, parts.own_variance, groups, longest, prior)
    location, shared = groups.spread(common.location), groups.spread(common.variance)
    variance, df = shared.copy(), np.repeat(groups.spread(common.df)[None], longest, axis=0)
    weights = np.broadcast_to(np.nan, (longest, len(z), len(prior.own_members), len(several)))  # one number in memory
    if several.any():
        weights = weights.copy()
        rows = groups.spread(several)
        inner = Groups(groups.codes[rows])
        part = Part(prior.own_members, _pooled(inner, prior), prior.own_df, prior, parts.trust[:, rows])
        own = _narrowed(combine(parts.own[:, rows], part, inner, longest), prior.width)
        weights[..., several] = own.weights
        df[..., rows] = _welch(variance[..., rows], df[..., rows], own.variance, own.df)
        location[..., rows] += own.location
        variance[..., rows] += own.variance
    predicted = Predicted(location, variance, 1 / (1 / df + 1 / prior.tail_df))
    width = learn_width(z, predicted, groups, prior, parts.trust)
    return _widened(predicted, groups, width, (shared, common.weights, weights))


def member_origins(z: Floats, panel: np.ndarray, longest: int, member: Member, prior: Prior = DEFAULT) -> Origins:
    """One member alone on each region's own figures, nothing shared but the step variance and the width.

    With the walk this is the naive yardstick: the level is the last figure, whatever it was,
    so a far step counts in full. For the other regions' variances and width it counts by the trust in it, as
    everywhere: one wrong figure widens nobody else.
    """
    groups = Groups(panel)
    plain = replace(prior, outlier=np.inf, blip=0.0)
    several = groups.spread(groups.sizes > 1)
    pooled = _pooled(groups, plain)

    def centre(year: int, squares: Floats, counts: Floats) -> Floats:
        return np.where(several, pooled(year, squares, counts), plain.step_sd**2)

    trust = split(z, groups, prior).trust if several.any() else None
    part = Part((member,), centre, np.where(several, plain.own_df, plain.common_df), plain, trust)
    only = _narrowed(combine(z, part, groups, longest), plain.width)
    df = np.repeat(1 / (1 / only.df + 1 / plain.tail_df)[None], longest, axis=0)
    predicted = Predicted(only.location, only.variance, df)
    width = learn_width(z, predicted, groups, plain, trust)
    return _widened(predicted, groups, width, (np.zeros_like(only.variance), only.weights, only.weights))


def _common(path: Floats, own_variance: Floats, groups: Groups, longest: int, prior: Prior) -> Mixture:
    """The path in common, every panel by itself; weights are NaN beyond the members that a panel has."""
    several = groups.sizes > 1
    share = prior.shared / np.sqrt(groups.sizes)
    start = np.where(several & (own_variance > 0), share * own_variance, prior.step_sd**2)
    kinds = (
        (several, prior.common_members, prior.common_width),
        (~several, prior.lone_members, prior.width),
    )
    found = [
        (mine, _narrowed(_alone(path[:, mine], start[:, mine], members, longest, prior), width))
        for mine, members, width in kinds
        if mine.any()
    ]
    if len(found) == 1:
        return found[0][1]
    location, variance = np.empty((2, longest, *path.shape))
    most = max(mixture.weights.shape[2] for _, mixture in found)
    df, weights = np.empty(path.shape), np.full((longest, len(path), most, len(several)), np.nan)
    for mine, mixture in found:
        location[..., mine], variance[..., mine], df[:, mine] = mixture.location, mixture.variance, mixture.df
        weights[:, :, : mixture.weights.shape[2], mine] = mixture.weights
    return Mixture(location, variance, df, weights)


def _narrowed(mixture: Mixture, width: float) -> Mixture:
    return mixture._replace(variance=mixture.variance * width**2)


def _alone(path: Floats, start: Floats, members: tuple[Member, ...], longest: int, prior: Prior) -> Mixture:
    """Paths weighed one by one, their step variances shrunk to ``start`` (Y, P)."""
    part = Part(members, lambda year, *_: start[year], prior.common_df, prior)
    return combine(path, part, Groups(np.arange(path.shape[1])), longest)


def _pooled(groups: Groups, prior: Prior) -> Centre:
    """Prior centre of own step variances: the panel's mean square.

    The variances of a panel's regions follow a scaled inverse chi-squared with own_df degrees
    of freedom, whose mean is centre · own_df / (own_df − 2): hence the factor.
    """
    factor = (prior.own_df - 2) / prior.own_df

    def centre(_: int, squares: Floats, counts: Floats) -> Floats:
        mean = (prior.step_sd**2 + groups.sum(squares)) / (1.0 + groups.sum(counts))
        return factor * groups.spread(mean)

    return centre


def _widened(predicted: Predicted, groups: Groups, width: Width, rest: tuple[Floats, Floats, Floats]) -> Origins:
    shared, common_weights, own_weights = rest
    factor = groups.spread(width.factor)
    return Origins(
        predicted.location,
        np.sqrt(predicted.variance) * factor,
        predicted.df,
        shared * factor**2,
        width.factor,
        width.origins,
        common_weights,
        own_weights,
    )


def _welch(variance1: Floats, df1: Floats, variance2: Floats, df2: Floats) -> Floats:
    """Degrees of freedom of a sum (Satterthwaite 1946, *Biometrics Bulletin* 2, 110)."""
    return (variance1 + variance2) ** 2 / (variance1**2 / df1 + variance2**2 / df2)
