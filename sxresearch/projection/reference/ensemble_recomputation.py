"""The default method worked out a second time around statsmodels' Kalman filter, panel by panel.

Every member's states and forecasts come from statsmodels; the log scores from scipy's Student t. Taken over from the
method are its documented constants, the working scale, and the split of the figures into the common path and own
deviations (:mod:`sxresearch.projection.ensemble.common_trend`), which is arithmetic on the figures and no model. The
members' weights, the variances, the degrees of freedom and the width are learned anew. Nothing here is fast: the
loops follow the text of docs/method.md.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy import stats

from sxresearch.projection.distributions import LearnedDistributions
from sxresearch.projection.ensemble.common_trend import split
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, WALK, Member, Prior
from sxresearch.projection.grouping import Groups
from sxresearch.projection.reference.member_filter import Correction, MemberStates, filter_member
from sxresearch.projection.scale import Floats

_POINTS_TO_JUDGE = 2  # figures that a series has at an origin before it judges a member
_POINTS_TO_WIDEN = 3  # and before it says anything on the width
_CUT = 4.0  # squared standardised errors are cut at two standard deviations

Centre = Callable[[int, Floats, Floats], Floats]
"""``centre(year, squares (K, S), counts (S,))`` → what the step variances are shrunk to, (K or 1, S)."""


@dataclass(frozen=True)
class RecomputedMixture:
    """Predictions from every origin: location and variance (H, Y, S), df (Y, S), members' weights (H, Y, K)."""

    location: Floats
    variance: Floats
    df: Floats
    weights: Floats


def recompute_panel(z: Floats, longest: int, prior: Prior = DEFAULT) -> LearnedDistributions:
    """The default method's projection of one panel, 1…``longest`` years after its last year.

    Parameters
    ----------
    z
        (Y, S): years × regions on the working scale; every region has a figure.
    longest
        H, in years.

    Returns
    -------
    LearnedDistributions
        Distributions (H, S), ``width`` and ``origins`` (H,), weights (H, K).
    """
    regions = z.shape[1]
    parts = split(z, Groups(np.zeros(regions, dtype=int)), prior)
    share = prior.shared / np.sqrt(regions)
    several = regions > 1
    known = parts.own_variance[:, 0]
    start = np.where(several & (known > 0), share * known, prior.step_sd**2)
    trusted = np.ones_like(parts.path)
    common = _mixture(parts.path, trusted, _path_members(prior, regions), lambda year, *_: start[year],
                      prior.common_df, longest, prior)  # fmt: skip
    common = _narrowed(common, prior.common_width if several else prior.width)
    location, variance = (np.repeat(item, regions, axis=2) for item in (common.location, common.variance))
    df = np.repeat(np.repeat(common.df[None], longest, axis=0), regions, axis=2)
    shared, weights = variance.copy(), np.full((longest, len(prior.own_members)), np.nan)
    if several:
        own = _mixture(parts.own, parts.trust, prior.own_members, _pooled_centre(prior), prior.own_df, longest, prior)
        own = _narrowed(own, prior.width)
        # Satterthwaite's degrees of freedom of a sum of variances
        df = (variance + own.variance) ** 2 / (variance**2 / df + own.variance**2 / own.df)
        location, variance, weights = location + own.location, variance + own.variance, own.weights[:, -1]
    df = 1 / (1 / df + 1 / prior.tail_df)
    return _at_last_origin(z, parts.trust, (location, variance, df, shared), (common.weights[:, -1], weights), prior)


def recompute_walk(z: Floats, longest: int, prior: Prior = DEFAULT) -> LearnedDistributions:
    """The naive walk of indicators that move at elections: one member on each region's own figures, as they are.

    What a figure tells of the other regions' variances counts by the trust in it.
    """
    plain = replace(prior, outlier=np.inf, blip=0.0)
    several = z.shape[1] > 1
    centre = _pooled_centre(plain) if several else (lambda *_: np.full((1, 1), plain.step_sd**2))
    trusted = split(z, Groups(np.zeros(z.shape[1], dtype=int)), prior).trust
    found = _mixture(z, trusted, (WALK,), centre, plain.own_df if several else plain.common_df, longest, plain)
    found = _narrowed(found, plain.width)
    df = np.repeat(1 / (1 / found.df + 1 / plain.tail_df)[None], longest, axis=0)
    nothing, weights = np.zeros_like(found.variance), found.weights[:, -1]
    return _at_last_origin(z, trusted, (found.location, found.variance, df, nothing), (weights, weights), plain)


def _path_members(prior: Prior, regions: int) -> tuple[Member, ...]:
    """Members of the path of so many regions."""
    return prior.common_members if regions > 1 else prior.lone_members


def _narrowed(mixture: RecomputedMixture, width: float) -> RecomputedMixture:
    return replace(mixture, variance=mixture.variance * width**2)


def _pooled_centre(prior: Prior) -> Centre:
    """The regions' mean square; variances that follow a scaled inverse chi-squared have (df − 2)/df of it as centre."""

    def centre(_: int, squares: Floats, counts: Floats) -> Floats:
        mean = (prior.step_sd**2 + squares.sum(axis=1)) / (1.0 + counts.sum())
        return np.repeat(mean[:, None], len(counts), axis=1) * (prior.own_df - 2) / prior.own_df

    return centre


# --- one component: members, their step variances, their weights -----------------------


def _mixture(
    z: Floats, trust: Floats, members: tuple[Member, ...], centre: Centre, df: float, longest: int, prior: Prior
) -> RecomputedMixture:
    states, variance, counts = _filtered(z, trust, members, centre, df, longest, prior)
    freedom = df + counts
    evidence = np.zeros((len(z), len(members)))
    location, spread2 = np.empty((2, longest, *z.shape))
    weights = np.empty((longest, *evidence.shape))
    for h in range(1, longest + 1):
        means, variances = np.empty((2, len(members), *z.shape))
        for k, found in enumerate(states):
            mean, var = (item[: len(z)] for item in found.ahead(h))
            means[k], variances[k] = mean, var * variance[:, k]
        evidence += _running(_scores(z, trust, means, variances, freedom, h, prior), prior.memory) / h
        share = np.exp(evidence - evidence.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        weights[h - 1] = share
        location[h - 1] = np.einsum("yk,kys->ys", share, means)
        between = (means - location[h - 1]) ** 2
        spread2[h - 1] = np.einsum("yk,kys->ys", share, variances + between)
    return RecomputedMixture(location, spread2, freedom, weights)


def _filtered(
    z: Floats, trust: Floats, members: tuple[Member, ...], centre: Centre, df: float, longest: int, prior: Prior
) -> tuple[list[MemberStates], Floats, Floats]:
    """States of all members, step variances (Y, K, S) and discounted numbers of squares (Y, S).

    Year by year: a step beyond the limit is corrected, and the member is run again with the correction.
    """
    corrections: list[dict[tuple[int, int], Correction]] = [{} for _ in members]
    states = [filter_member(z, member, longest, {}) for member in members]
    squares, count = np.zeros((len(members), z.shape[1])), np.zeros(z.shape[1])
    variance, counts = np.empty((len(z), len(members), z.shape[1])), np.empty(z.shape)
    started = np.zeros(z.shape[1], dtype=bool)
    for year, figures in enumerate(z):
        known = np.isfinite(figures) & started
        limits = variance[year - 1] if year else np.full(squares.shape, np.inf)
        withheld = np.zeros_like(squares)  # the new squares that are not lent to other regions yet
        for k, member in enumerate(members):
            before = np.where(count >= prior.settled, limits[k], np.inf)
            far, square = _far_steps(states[k], year, figures, known, before, prior)
            squares[k] = np.where(known, prior.memory * squares[k] + square, squares[k])
            withheld[k] = (1 - trust[year]) * square
            if far:
                corrections[k] |= far
                states[k] = filter_member(z, member, longest, corrections[k])
        count = np.where(known, prior.memory * count + 1, count)
        lent = centre(year, squares - withheld, count - (1 - trust[year]) * known)
        variance[year] = (df * lent + squares) / (df + count)
        counts[year] = count
        started |= np.isfinite(figures)
    return states, variance, counts


def _far_steps(
    states: MemberStates, year: int, figures: Floats, known: np.ndarray, before: Floats, prior: Prior
) -> tuple[dict[tuple[int, int], Correction], Floats]:
    """Corrections for steps beyond the limit, and the squared standardised innovations (0 where nothing is known)."""
    total = np.where(known, states.innovation_variance[year], 1.0)
    error = np.where(known, figures - states.predicted[year, :, 0], 0.0)
    limit = prior.outlier * np.sqrt(before * total)
    usual = np.clip(error, -limit, limit)
    excess = error - usual
    found = {}
    for series in np.flatnonzero(excess):
        gain = states.predicted_cov[year, series, :, 0] / total[series]
        shift = (-float(gain[0] * prior.blip * excess[series]), -float(gain[1] * excess[series]))
        doubt = prior.blip * (1 - prior.blip) * excess[series] ** 2 / before[series]
        found[year, int(series)] = Correction(shift, float(doubt))
    return found, usual**2 / total


def _scores(
    z: Floats, trust: Floats, means: Floats, variances: Floats, freedom: Floats, h: int, prior: Prior
) -> Floats:
    """Log score of each member in each target year, (Y, K): a year of n regions counts n ** block_power."""
    out = np.zeros((len(z), len(means)))
    for year in range(h, len(z)):
        judges = _judging(z, year, h, _POINTS_TO_JUDGE)
        if judges.any():
            scale = np.sqrt(variances[:, year - h, judges])
            score = stats.t.logpdf(z[year, judges], freedom[year - h, judges], means[:, year - h, judges], scale)
            regions = trust[year, judges].sum()
            out[year] = score @ trust[year, judges] * max(regions, 1.0) ** (prior.block_power - 1)
    return out


def _judging(z: Floats, year: int, h: int, points: int) -> np.ndarray:
    """Regions with a figure in ``year`` and at the origin, and then ``points`` of them or more."""
    seen = np.isfinite(z)
    return np.asarray(seen[year] & seen[year - h] & (seen[: year - h + 1].sum(axis=0) >= points))


def _running(values: Floats, memory: float) -> Floats:
    """Running sums in which the past loses weight every year."""
    out, total = np.empty_like(values), np.zeros(values.shape[1:])
    for year, now in enumerate(values):
        total = memory * total + now
        out[year] = total
    return out


# --- the width -------------------------------------------------------------------------


def _at_last_origin(
    z: Floats,
    trust: Floats,
    predicted: tuple[Floats, Floats, Floats, Floats],
    weights: tuple[Floats, Floats],
    prior: Prior,
) -> LearnedDistributions:
    location, variance, df, shared = predicted
    width, origins = _width(z, trust, location, variance, df, prior)
    factor = width[:, None]
    return LearnedDistributions(
        location[:, -1], np.sqrt(variance[:, -1]) * factor, df[:, -1], shared[:, -1] * factor**2, width, origins,
        *weights,
    )  # fmt: skip


def _width(
    z: Floats, trust: Floats, location: Floats, variance: Floats, df: Floats, prior: Prior
) -> tuple[Floats, Floats]:
    """The factor on the standard deviation at the last origin, and the discounted number of years behind it."""
    expected = stats.chi2.cdf(_CUT, 3) + _CUT * stats.chi2.sf(_CUT, 1)
    excess = blocks = 0.0
    width, origins = np.empty((2, len(location)))
    for h in range(1, len(location) + 1):
        excess, blocks = prior.nearness * excess, prior.nearness * blocks
        for year in range(h, len(z)):
            judges = _judging(z, year, h, _POINTS_TO_WIDEN)
            if judges.any():
                at = h - 1, year - h, judges
                square = (z[year, judges] - location[at]) ** 2 / variance[at]
                # Wallace's normal score of a t score
                square = ((8 * df[at] + 1) / (8 * df[at] + 3)) ** 2 * df[at] * np.log1p(square / df[at])
                age = prior.memory ** (len(z) - 1 - year)
                # the latest year counts by the trust in its figures
                weight = trust[year, judges] if year == len(z) - 1 else np.ones(judges.sum())
                counted = min(weight.sum(), 1.0)
                mean = (weight @ np.minimum(square, _CUT)) / max(weight.sum(), 1e-300)
                excess += age * counted * mean / expected / h
                blocks += age * counted / h
        width[h - 1] = np.sqrt((prior.width_blocks + excess) / (prior.width_blocks + blocks))
        origins[h - 1] = blocks
    return width, origins
