"""What intervals of disparities cover, on simulated cities with known rates: ``python -m benchmarks.disparity``."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sxresearch.assessment.disparity.disparity import CHANCE_ABOVE
from sxresearch.assessment.disparity.measures import FORMULAS, NONE_AT, DisparityMeasure
from sxresearch.assessment.disparity.true_rates import CountedPlaces, chance_alone, draw_rates

CITIES = 11
_TAILS = (0.025, 0.975)
CASES = (("5 deaths a city", 5.0), ("50 deaths a city", 50.0), ("500 cases a city", 500.0))
SPREADS = (0.0, 0.2, 0.5)


def coverage_table(count: int, seed: int) -> pd.DataFrame:
    """Coverage of largest difference by us and by simulating from the printed figures (HEAT's way), by size and spread.

    ``spread`` is the standard deviation of the true log rates; ``called different`` the share of panels in which
    Cochran's Q denies that all are alike.
    """
    rows = {}
    for name, mean in CASES:
        for spread in SPREADS:
            found = pd.DataFrame(_panels(count, mean, spread, np.random.default_rng(seed)))
            rows[f"{name}, spread {spread:g}"] = {"spread": spread, **found.mean().to_dict()}
    return pd.DataFrame(rows).T


def _panels(count: int, mean: float, spread: float, rng: np.random.Generator) -> Iterator[dict[str, float]]:
    size = rng.uniform(0.5, 2.0, CITIES) * 20_000
    weights = size / size.sum()
    for _ in range(count):
        true = mean / 20_000 * np.exp(spread * rng.standard_normal(CITIES))
        places = CountedPlaces(rng.poisson(true * size).astype(float), size, 1e5, share=False)
        plain = rng.poisson(places.events, size=(1000, CITIES)) / size * 1e5
        truth = {kind: formula(true * 1e5, weights, higher=False) for kind, formula in FORMULAS.items()}
        p, drawn = chance_alone(places), draw_rates(places, draws=1000, seed=int(rng.integers(2**31)))
        kind = DisparityMeasure.DIFFERENCE
        yield {
            "ours": _covers(kind, drawn, weights, float(truth[kind]), p),
            "plain": _covers(kind, plain, weights, float(truth[kind]), 0.0),
            "index, ours": _covers(DisparityMeasure.INDEX, drawn, weights, float(truth[DisparityMeasure.INDEX]), p),
            "index, plain": _covers(DisparityMeasure.INDEX, plain, weights, float(truth[DisparityMeasure.INDEX]), 0.0),
            "called different": p <= CHANCE_ABOVE,
        }


def _covers(kind: DisparityMeasure, draws: np.ndarray, weights: np.ndarray, truth: float, p: float) -> bool:
    low, high = np.quantile(FORMULAS[kind](draws, weights, higher=False), _TAILS)
    start = NONE_AT[kind] if p > CHANCE_ABOVE else low
    return bool(start - 1e-9 <= truth <= high)


def main() -> None:
    """Print the table."""
    pd.set_option("display.float_format", "{:.3f}".format)
    print(coverage_table(400, seed=1).to_string())


if __name__ == "__main__":
    main()
