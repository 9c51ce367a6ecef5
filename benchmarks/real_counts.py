"""Real counts whose later figures are known, and steady falls of known pace, judged as the toolkit judges them.

Real counts are taken as they are and thinned to few events (each event kept with the same chance, so that relative
changes stay what they were): a city has dozens of cases a year where a state has thousands. What is judged by its
counts and what by its figures is decided as everywhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.scoring import calibration_error
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.combination import project
from sxresearch.projection.counts.count_projection import CountProjection, needs_counts, project_counts
from sxresearch.projection.panel import Panel
from sxresearch.terms import Better, Group, Measure, Unit

YEARS, FEWEST_YEARS = 10, 5  # of history
LEADS = (1, 3, 5)
FEW = 20.0  # events a year of the median region where thinned
REGIONS = 12  # at most, drawn at random
ORIGINS = 8  # per indicator
CUTS = (0.0, 0.05, 0.15, 0.3)  # targets: so much below the last figure
FALLS = (0.0, -0.05, -0.10)  # a year, log rate
WAYS = {"half": 0.5, "all": 1.0}  # of the fall to the target year, as a target
BIRTHS = (40_000, 32_000, 27_000, 22_000, 18_000, 15_000, 11_000, 8_000, 6_000, 4_500, 3_000)
BASE = 5e-3  # events per birth where the falls begin
REPEATS = 40
_WORDS = {"zh": "例", "en": "events"}
_RATE = Indicator(
    id="counted", name=_WORDS, definition=_WORDS, unit=Unit.PER_100K, decimals=4, better=Better.LOWER,
    measure=Measure.RATE, numerator=_WORDS, denominator=_WORDS, lower=0,
)  # fmt: skip


@dataclass(frozen=True)
class CountedPast:
    """Events and exposure, regions × years: the first ``known`` years are what was known at the origin."""

    events: np.ndarray
    exposure: np.ndarray
    known: int

    def thinned(self, rng: np.random.Generator) -> "CountedPast":
        """With FEW events a year in the median region, or as it is where it has fewer."""
        share = min(FEW / max(float(np.median(self.events[:, : self.known])), FEW), 1.0)
        return CountedPast(rng.binomial(self.events.astype(int), share).astype(float), self.exposure, self.known)


def real_counts(folder: Path, seed: int = 0) -> pd.DataFrame:
    """Brier score, bias, calibration and coverage of the published figure, by lead; as the counts are and thinned."""
    table = pd.read_csv(folder / "counts.csv.gz")
    rng = np.random.default_rng(seed)
    pasts = [past for _, rows in table.groupby("indicator") for past in _pasts(rows, rng)]
    kinds = {"as they are": pasts, f"thinned to {FEW:g} a year": [past.thinned(rng) for past in pasts]}
    rows = {}
    for kind, found in kinds.items():
        for lead in LEADS:
            judged = [_judged(past, lead) for past in found if past.known + lead <= past.events.shape[1]]
            if judged:
                rows[f"{kind}, {lead} ahead"] = _figures(pd.concat(judged))
    return pd.DataFrame(rows).T


def steady_falls(seed: int = 0) -> pd.DataFrame:
    """The same for eleven cities whose rates all fall at a steady pace.

    The target is what the fall makes of the city's last true rate by the target year, or half of the way there.
    """
    rng = np.random.default_rng(seed)
    size = np.array(BIRTHS, dtype=float)[:, None]
    rows = {}
    for fall in FALLS:
        for lead in LEADS[1:]:
            level = rng.normal(0, 0.3, (REPEATS, len(size), 1))
            rates = BASE * np.exp(level + fall * np.arange(YEARS + lead))
            exposure = np.broadcast_to(size, rates.shape[1:])
            pasts = [CountedPast(rng.poisson(rate * size).astype(float), exposure, YEARS) for rate in rates]
            for name, way in WAYS.items() if fall else [("none", 1.0)]:
                goals = rates[:, :, YEARS - 1] * np.exp(fall * lead * way)
                judged = [_judged(past, lead, [goal]) for past, goal in zip(pasts, goals, strict=True)]
                rows[f"{fall:+.0%} a year, {lead} ahead, {name} of it"] = _figures(pd.concat(judged))
    return pd.DataFrame(rows).T


def _pasts(rows: pd.DataFrame, rng: np.random.Generator) -> Iterator[CountedPast]:
    """What was known in years drawn at random, of at most REGIONS regions without a gap, and what came."""
    events, exposure = (
        rows.pivot_table(index="region", columns="year", values=name).to_numpy()
        for name in ("numerator", "denominator")
    )
    ends = np.arange(FEWEST_YEARS, events.shape[1] - 1)
    for end in rng.choice(ends, min(ORIGINS, len(ends)), replace=False):
        years = slice(max(end - YEARS, 0), end + max(LEADS))
        counted, size = events[:, years], exposure[:, years]
        whole = np.flatnonzero(np.isfinite(counted).all(axis=1) & (size > 0).all(axis=1))
        mine = rng.choice(whole, min(REGIONS, len(whole)), replace=False)
        if len(mine):
            yield CountedPast(counted[mine], size[mine], end - years.start)


def _judged(past: CountedPast, lead: int, goals: Sequence[np.ndarray] | None = None) -> pd.DataFrame:
    """One row per region and target: P, whether it was met, how much of the figure lies inside the 80 % interval.

    Targets are rates per person, by default so much below the last figure. Half of the probability of the figure
    itself lies on either side of it: counts move in jumps.
    """
    at, size = past.known + lead - 1, past.exposure[:, past.known + lead - 1]
    panel = _panel(past)
    below = _Chances(panel, lead, size)
    last, later = (past.events[:, year] / past.exposure[:, year] for year in (past.known - 1, at))
    under, up_to = (below(later + side / size / 2) for side in (-1, 1))
    inside = np.clip(np.minimum(up_to, 0.9) - np.maximum(under, 0.1), 0, None) / np.maximum(up_to - under, 1e-12)
    parts = [
        pd.DataFrame(
            {
                "p": below(goal + _TINY),
                "met": (later <= goal + _TINY).astype(float),
                "inside": inside,
                "by counts": float(below.counted),
            }
        )
        for goal in (goals or [last * (1 - cut) for cut in CUTS])
    ]
    return pd.concat(parts).dropna()


_TINY = 1e-12  # a rate equal to the target is within it


class _Chances:
    """P(the published figure of the target year, per person, is below a cut), by the method that judges the panel."""

    def __init__(self, panel: Panel, lead: int, size: np.ndarray):
        self.counted, self._year, self._size = needs_counts(panel), int(panel.years[-1]) + lead, size
        self._found = (project_counts if self.counted else project)(panel, self._year)

    def __call__(self, cut: np.ndarray) -> np.ndarray:
        inner = cut * float(_RATE.factor or 1)
        if isinstance(self._found, CountProjection):
            return self._found.published(self._year, np.full(len(cut), -np.inf), inner, self._size)
        return self._found.predictive(self._year).below(inner)


def _panel(past: CountedPast) -> Panel:
    events, exposure = past.events[:, : past.known], past.exposure[:, : past.known]
    names = tuple(f"r{row}" for row in range(len(events)))
    years = np.arange(2000, 2000 + past.known)
    values = events / exposure * float(_RATE.factor or 1)
    return Panel(_RATE, Group.TOTAL, names, years, values, exposure, np.zeros(values.shape, dtype=bool))


def _figures(rows: pd.DataFrame) -> dict[str, float]:
    p, met = rows["p"].to_numpy(), rows["met"].to_numpy()
    return {
        "Brier": float(np.mean((p - met) ** 2)),
        "mean P": float(p.mean()),
        "met": float(met.mean()),
        "ECE": calibration_error(p, met),
        "80 % covers": float(rows["inside"].mean()),
        "by counts": float(rows["by counts"].mean()),
        "judgements": float(len(rows)),
    }
