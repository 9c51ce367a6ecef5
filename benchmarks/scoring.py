"""Figures of probability forecasts and of intervals."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

BINS = 10
RESAMPLES = 2000
TAIL = 0.05  # on each side of a 90 % interval


def auc(p: np.ndarray, met: np.ndarray) -> float:
    """Probability that a met target got a higher P than a missed one (Mann & Whitney 1947); ties count half.

    NaN where all were met or all missed.
    """
    ranks = pd.Series(p).rank().to_numpy()
    hits = int(met.sum())
    misses = len(met) - hits
    if not hits or not misses:
        return np.nan
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


def better_by(ours: np.ndarray, theirs: np.ndarray, cases: pd.DataFrame, seed: int = 0) -> dict[str, float]:
    """How much lower our Brier score is, and its 90 % interval: paired bootstrap over whole indicators.

    Cases of one indicator share its shocks, so indicators are what is drawn; an unanswered case (NaN) counts as one
    half.
    """
    met = cases["outcome"].to_numpy(dtype=float)
    loss = [(np.where(np.isnan(p), 0.5, p) - met) ** 2 for p in (theirs, ours)]
    gain = pd.Series(loss[0] - loss[1]).groupby(cases["indicator"].to_numpy()).agg(["sum", "size"]).to_numpy()
    drawn = gain[_drawn(len(gain), seed)].sum(axis=1)
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], [TAIL, 1 - TAIL])
    return {"gain": float(gain[:, 0].sum() / gain[:, 1].sum()), "from": float(low), "to": float(high)}


def resampled(p: np.ndarray, cases: pd.DataFrame, covered: np.ndarray, seed: int = 0) -> pd.DataFrame:
    """Each of our figures with its 90 % interval: bootstrap over whole indicators."""
    found = attainment_figures(p, cases, covered)
    rows_of = list(cases.reset_index(drop=True).groupby("indicator").indices.values())
    draws = []
    for places in _drawn(len(rows_of), seed):
        rows = np.concatenate([rows_of[place] for place in places])
        # an indicator drawn twice is two indicators
        twins = np.repeat(np.arange(len(places)), [len(rows_of[place]) for place in places])
        part = pd.DataFrame({"indicator": twins, "outcome": cases["outcome"].to_numpy()[rows]})
        draws.append(attainment_figures(p[rows], part, covered[rows]))
    low, high = pd.DataFrame(draws).quantile([TAIL, 1 - TAIL]).to_numpy()
    return pd.DataFrame({"figure": found, "from": low, "to": high}, index=list(found))


def _drawn(count: int, seed: int) -> np.ndarray:
    """Places drawn with replacement, RESAMPLES × count."""
    return np.random.default_rng(seed).integers(0, count, (RESAMPLES, count))
