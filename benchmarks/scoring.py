"""Figures of probability forecasts and of intervals."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

BINS = 10


def auc(p: np.ndarray, met: np.ndarray) -> float:
    """Probability that a met target got a higher P than a missed one (Mann & Whitney 1947); ties count half."""
    ranks = pd.Series(p).rank().to_numpy()
    hits = int(met.sum())
    misses = len(met) - hits
    return float((ranks[met == 1].sum() - hits * (hits + 1) / 2) / (hits * misses))


def calibration_error(p: np.ndarray, met: np.ndarray) -> float:
    """Mean distance between what was said and what happened, over ten bins of P."""
    place = np.minimum((p * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(p[place == b].mean() - met[place == b].mean()) * (place == b).mean() for b in np.unique(place))
    )


def attainment_figures(p: np.ndarray, cases: pd.DataFrame, covered: np.ndarray | None = None) -> Mapping[str, float]:
    """Brier, the same averaged over indicators, AUC, calibration error, share covered, bias and share answered.

    ``cases`` has columns ``indicator`` and ``outcome``; an unanswered case (NaN) is scored at
    one half and as not covered.
    """
    met, said = cases["outcome"].to_numpy(dtype=float), np.where(np.isnan(p), 0.5, p)
    squared = pd.Series((said - met) ** 2, index=cases.index)
    return {
        "Brier": float(squared.mean()),
        "macro": float(squared.groupby(cases["indicator"]).mean().mean()),
        "AUC": auc(said, met),
        "ECE": calibration_error(said, met),
        "80 % covers": np.nan if covered is None else float(covered.mean()),
        "mean P − met": float(said.mean() - met.mean()),
        "answered": float(np.isfinite(p).mean()),
    }


def smape(forecast: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Symmetric absolute percentage errors, 0 to 200, as in the M3 competition."""
    return 200 * np.abs(forecast - truth) / (np.abs(forecast) + np.abs(truth))
