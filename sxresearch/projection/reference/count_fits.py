"""Clear single-series count regressions with statsmodels, for an expert who wants to see the summary.

Each fit is ``g(rate) = a + b·(year − first year)``. What can't be fitted is a
:class:`~sxresearch.projection.evidence.NoProjection`, not an exception.
"""

import warnings
from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from scipy import optimize
from statsmodels.genmod.generalized_linear_model import GLMResultsWrapper
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from sxresearch.projection.counts.count_data import Family
from sxresearch.projection.evidence import NoProjection, Refusal
from sxresearch.projection.scale import Floats

POINTS_FOR_A_LINE = 3
LARGEST_ALPHA = 100.0  # a coefficient of variation of ten between years; nothing real is beyond


@dataclass(frozen=True)
class CountFit:
    """A fitted count regression with statsmodels' own results for inspection (``fit.results.summary()``).

    ``alpha`` is the overdispersion of the negative binomial, 0 for the other families.
    """

    results: GLMResultsWrapper
    origin: int
    family: Family
    alpha: float = 0.0

    @property
    def slope(self) -> float:
        """Change per year of log rate or logit share."""
        return float(self.results.params[1])

    @property
    def dispersion(self) -> float:
        """Pearson chi-square over degrees of freedom; about 1 when the model's noise is all there is."""
        return float(self.results.pearson_chi2 / self.results.df_resid)

    def rate(self, year: int) -> float:
        """Fitted events per unit of exposure in ``year``."""
        eta = float(self.results.params @ np.array([1.0, year - self.origin]))
        return float(self.family.rate(np.asarray(eta)))


def fit_poisson(years: np.ndarray, events: Floats, exposure: Floats) -> CountFit | NoProjection:
    """Poisson regression of events on the year with exposure (McCullagh & Nelder 1989, chapter 6).

    The three arrays have the same length; NaN in ``events`` or ``exposure`` where there is no figure.
    """
    return _fit(years, events, exposure, sm.families.Poisson())


def fit_negative_binomial(
    years: np.ndarray, events: Floats, exposure: Floats, alpha: float | None = None
) -> CountFit | NoProjection:
    """Negative binomial regression, variance ``mu + alpha·mu²``.

    Without ``alpha`` it is the one at which the Pearson chi-square equals its degrees of freedom (Breslow 1984,
    Applied Statistics 33, 38); 0, that is Poisson, when the Poisson fit leaves no overdispersion.
    """
    plain = fit_poisson(years, events, exposure)
    if isinstance(plain, NoProjection):
        return plain
    if alpha is None:
        alpha = _moment_alpha(years, events, exposure) if plain.dispersion > 1 else 0.0
    return plain if alpha == 0 else _fit(years, events, exposure, _overdispersed(alpha), alpha)


def fit_binomial(years: np.ndarray, events: Floats, size: Floats) -> CountFit | NoProjection:
    """Logistic regression of events among ``size`` persons on the year (McCullagh & Nelder 1989, chapter 4)."""
    return _fit(years, events, size, sm.families.Binomial())


def _overdispersed(alpha: float) -> sm.families.Family:
    return sm.families.NegativeBinomial(link=sm.families.links.Log(), alpha=alpha)


def _moment_alpha(years: np.ndarray, events: Floats, exposure: Floats) -> float:
    """Root of Pearson chi-square = df; the chi-square falls as alpha grows."""

    def surplus(log_alpha: float) -> float:
        alpha = float(np.exp(log_alpha))
        fit = _fit(years, events, exposure, _overdispersed(alpha), alpha)
        return -1.0 if isinstance(fit, NoProjection) else fit.dispersion - 1.0

    low, high = np.log(1e-8), np.log(LARGEST_ALPHA)
    if surplus(low) <= 0:
        return 0.0
    return LARGEST_ALPHA if surplus(high) > 0 else float(np.exp(optimize.brentq(surplus, low, high, xtol=1e-10)))


def _fit(
    years: np.ndarray, events: Floats, exposure: Floats, family: sm.families.Family, alpha: float = 0.0
) -> CountFit | NoProjection:
    seen = np.isfinite(events) & np.isfinite(exposure) & (np.nan_to_num(exposure) > 0)
    y, size, when = events[seen], exposure[seen], (years[seen] - years[0]).astype(float)
    binomial = isinstance(family, sm.families.Binomial)
    refusal = _refusal(when, y, size if binomial else None)
    if refusal is not None:
        return NoProjection(refusal, int(seen.sum()))
    design = sm.add_constant(when)
    if binomial:
        model = sm.GLM(np.stack([y, size - y], axis=1), design, family=family)
    else:
        model = sm.GLM(y, design, family=family, exposure=size)
    with warnings.catch_warnings():
        # separation is refused above; statsmodels gives this warning for every exact fit as well
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        fitted = model.fit(maxiter=200, tol=1e-12)
    return CountFit(fitted, int(years[0]), Family.BINOMIAL if binomial else Family.POISSON, alpha)


def _refusal(when: Floats, y: Floats, size: Floats | None) -> Refusal | None:
    """Why a line has no finite estimate: too few figures, no event, or a line that separates events from none."""
    if len(when) < POINTS_FOR_A_LINE:
        return (Refusal.NO_DATA, Refusal.ONE_POINT, Refusal.TWO_POINTS)[len(when)]
    up = when[y > 0]
    down = when if size is None else when[y < size]
    if not len(up):
        return Refusal.FEW_EVENTS
    if not len(down) or up.min() >= down.max() or up.max() <= down.min():
        return Refusal.NO_FINITE_FIT
    return None
