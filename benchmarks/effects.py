"""Effects on simulated series with known truth: ``python -m benchmarks.effects``.

False effects by noise and method (why the steps are regressed and not the levels), power said and found, coverage of
shrunk intervals, and early starters against the rest.
"""

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

from sxresearch.assessment.effect.permutation import NEVER, compare_starts
from sxresearch.assessment.effect.power import power_of
from sxresearch.assessment.effect.shrinkage import shrunk_estimates
from sxresearch.assessment.effect.step_regression import StepEstimates, fit_steps, half_width

YEARS = np.arange(2011, 2025)
BEGAN = 2021
CITIES = 11
NAMES = ("level", "slope", "distance")
NOISES = ("independent", "AR .3", "AR .6", "AR .9", "walk", "walk + independent")
_LEVEL = 0.05


def noise(kind: str, count: int, length: int, seed: int) -> np.ndarray:
    """Series of noise with unit innovations, count × length."""
    rng = np.random.default_rng(seed)
    shocks = rng.standard_normal((count, length))
    if kind == "independent":
        return shocks
    if kind == "walk":
        return shocks.cumsum(axis=1)
    if kind == "walk + independent":
        return 0.5 * shocks.cumsum(axis=1) + 0.7 * rng.standard_normal((count, length))
    rho = float(kind.split()[1])
    out = np.empty_like(shocks)
    out[:, 0] = shocks[:, 0] / np.sqrt(1 - rho**2)
    for year in range(1, length):
        out[:, year] = rho * out[:, year - 1] + shocks[:, year]
    return out


def false_effects(z: np.ndarray, years: np.ndarray = YEARS) -> np.ndarray:
    """Share of series without any effect in which level, slope and distance are called changed."""
    found = fit_steps(years, z, BEGAN)
    limit = stats.t.ppf(1 - _LEVEL / 2, found.df)
    return np.mean(np.abs(found.values) / np.sqrt(found.variances) > limit, axis=0)


def other_methods(z: np.ndarray) -> dict[str, np.ndarray]:
    """The same shares by regressions on the levels: plain, Newey–West with one lag, GLSAR, all with t quantiles."""
    since = np.maximum(YEARS - BEGAN, 0)
    path = np.column_stack([np.ones(len(YEARS)), YEARS - YEARS[0], YEARS >= BEGAN, since]).astype(float)
    asked = np.array([[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 1, since[-1]]], dtype=float)
    counts: dict[str, np.ndarray] = {}
    for series in z:
        plain = sm.OLS(series, path)
        glsar = sm.GLSAR(series, path, rho=1)
        fits = {
            "least squares": plain.fit(),
            "Newey–West, 1 lag": plain.fit(cov_type="HAC", cov_kwds={"maxlags": 1, "use_correction": True}, use_t=True),
            "GLSAR": glsar.iterative_fit(8),
        }
        for name, fit in fits.items():
            shown = np.asarray(fit.t_test(asked).pvalue) < _LEVEL
            counts[name] = counts.get(name, 0) + shown
    return {name: shown / len(z) for name, shown in counts.items()}


def power_table(count: int, seed: int) -> pd.DataFrame:
    """Power on random walks for changes of level of 1 to 6 yearly steps: as said by the noncentral t, and as found."""
    z, rows = noise("walk", count, len(YEARS), seed), {}
    unit = fit_steps(YEARS, z, BEGAN)
    for size in (1.0, 2.0, 3.0, 4.0, 6.0):
        found = fit_steps(YEARS, z + size * (YEARS >= BEGAN), BEGAN)
        limit = stats.t.ppf(1 - _LEVEL / 2, found.df)
        shown = np.abs(found.values[:, 0]) / np.sqrt(found.variances[:, 0]) > limit
        true_error = np.sqrt(_unit_variance(unit))
        rows[f"{size:g} yearly steps"] = {"said": power_of(size, true_error, found.df), "found": shown.mean()}
    return pd.DataFrame(rows).T


def _unit_variance(found: StepEstimates) -> float:
    """Variance of the level with the true variance of a step, 1."""
    return float(np.mean(found.variances[:, 0]))


def panel_coverage(count: int, *, common: float, own: float, spread: float, seed: int) -> pd.Series:
    """Coverage of the 95 % intervals of one city and of the mean of all, for levels that differ by ``spread``."""
    rng, hits = np.random.default_rng(seed), np.zeros(4)
    for _ in range(count):
        path = common * rng.standard_normal(len(YEARS)).cumsum()
        z = path + own * rng.standard_normal((CITIES, len(YEARS))).cumsum(axis=1)
        levels = spread * rng.standard_normal(CITIES)
        found = shrunk_estimates(YEARS, z + levels[:, None] * (YEARS >= BEGAN), 0, BEGAN)
        if found is not None:
            hits += [*_covers(found.own, levels[0]), *_covers(found.common, levels.mean())]
    names = ("city: level", "city: distance", "mean: level", "mean: distance")
    return pd.Series(hits / count, index=names)


def _covers(found: StepEstimates, level: float) -> list[bool]:
    """Whether level and distance are covered; a change of level alone is also the distance."""
    return [abs(found.values[kind] - level) <= half_width(found.variances[kind], found.df) for kind in (0, 2)]


def start_effects(count: int, seed: int) -> pd.DataFrame:
    """Three of eleven cities begin in 2021 or 2022: share shown at 5 %, coverage, mean width of the interval."""
    rng = np.random.default_rng(seed)
    years = np.arange(2015, 2025)
    rows: dict[str, dict[str, float]] = {}
    for name, effect in (("no effect", 0.0), ("2 yearly steps", 2.0), ("4 yearly steps", 4.0)):
        shown, covered, width = [], [], []
        for _ in range(count):
            begun = np.full(CITIES, NEVER)
            begun[:3] = (2021, 2021, 2022)
            common = rng.standard_normal(len(years)).cumsum()
            z = common + 0.5 * rng.standard_normal((CITIES, len(years))).cumsum(axis=1)
            found = compare_starts(years, z + effect * (years[None, :] >= begun[:, None]), begun)
            if found is None or found.low is None or found.high is None:
                continue
            shown.append(found.p < _LEVEL)
            covered.append(found.low - 1e-9 <= effect <= found.high + 1e-9)
            width.append(found.high - found.low)
        rows[name] = {"shown": np.mean(shown), "covered": np.mean(covered), "width": np.mean(width)}
    return pd.DataFrame(rows).T


def false_effect_table(count: int = 2000) -> pd.DataFrame:
    """False effects by noise and method; the other methods on a quarter of the series."""
    rows = {}
    for kind in NOISES:
        z = noise(kind, count, len(YEARS), seed=1)
        methods = {"steps (in use)": false_effects(z), **other_methods(z[: count // 4])}
        for method, rates in methods.items():
            rows[f"{kind}: {method}"] = dict(zip(NAMES, rates, strict=True))
    return pd.DataFrame(rows).T


def main() -> None:
    """Print every table."""
    pd.set_option("display.float_format", "{:.3f}".format)
    print(f"False effects at 5 % ({len(YEARS)} years, {int((YEARS >= BEGAN).sum())} since the start)")
    print(false_effect_table().to_string(), "\n")
    print("Power for a change of level\n", power_table(4000, seed=2).to_string(), "\n")
    for common, own, spread in ((1.0, 1.0, 0.0), (1.0, 1.0, 0.5), (1.0, 0.3, 0.5), (0.5, 1.0, 0.5)):
        print(f"Coverage, {CITIES} cities, steps in common {common}, own {own}, effects differ by {spread}")
        print(panel_coverage(300, common=common, own=own, spread=spread, seed=3).to_string(), "\n")
    print("Three early starters of eleven\n", start_effects(200, seed=4).to_string())


if __name__ == "__main__":
    main()
