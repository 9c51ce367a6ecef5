"""Known truth: sane answers for series that break careless code, and the coverage that is really reached.

Warnings are errors in this test run, so every case here also shows that none is spilled.
Coverage bounds are what docs/method.md states, with the sampling error of these small runs.
"""

import numpy as np
import pytest
from scipy import stats

from sxresearch.projection.scale import infer_scale
from sxresearch.projection.stacking import project_rows
from tests.projection.panels import walks

NAN = np.nan
N = 11
HORIZONS = [1, 5]
RNG = np.random.default_rng(7)


def interval(values: np.ndarray, unit: str = "%") -> np.ndarray:
    """Lower limit, median and upper limit of the 80 % interval 1 and 5 years ahead, first region; (2, 3)."""
    grid = np.atleast_2d(np.asarray(values, dtype=float))
    scale = infer_scale(grid, unit)
    found = project_rows(scale.forward(grid), np.zeros(len(grid), dtype=int), HORIZONS)
    assert np.isfinite(found.spread).all()
    tail = stats.t.ppf(0.9, found.df) * found.spread
    limits = (found.location - tail, found.location, found.location + tail)
    return np.stack([scale.back(z)[:, 0] for z in limits], axis=1)


FULL = 50 + np.cumsum(RNG.standard_normal((10, N)), axis=1)
CASES = {
    "ceiling, one region": (99.9 + 0.03 * RNG.standard_normal(N), "%", (99.7, 99.98), 99.9),
    "ceiling, 11 regions": (np.clip(99.9 + 0.05 * RNG.standard_normal((11, N)), 0, 100), "%", (99.5, 100), 99.88),
    "all 100 %": (np.full(N, 100.0), "%", (99.9, 100), 100),
    "all equal, one region": (np.full(N, 42.0), "%", (40, 44), 42),
    "all equal, 11 regions": (np.tile(np.linspace(30, 60, 11)[:, None], N), "%", (28, 32), 30),
    "all zero": (np.zeros(N), "per 100,000", (0, 0.1), 0),
    "zeros now and then": (RNG.poisson(1.0, (11, N)) * 3.3, "per 100,000", (0, 20), None),
    "all zero but the last": (np.append(np.zeros(N - 1), 5.0), "per 100,000", (0, 10), None),
    "one point": (np.append(np.full(N - 1, NAN), 55.0), "%", (42, 68), 55),
    "two points six years apart": (np.append(np.append(np.full(4, NAN), 50), [*[NAN] * 5, 56.0]), "%", (48, 66), 57),
    "one point among ten": (np.vstack([np.append(np.full(N - 1, NAN), 55.0), FULL]), "%", (48, 62), 55),
    "alternating years": (np.where(np.arange(N) % 2 == 0, np.linspace(40, 60, N), NAN), "%", (55, 72), 63),
    "up and down": (50 + 3.0 * (-1.0) ** np.arange(N), "%", (38, 64), 52),
    "jump in the last year": (np.append(50 + 0.3 * RNG.standard_normal(N - 1), 70.0), "%", (40, 82), 62),
    "jump five years ago": (np.repeat([50.0, 70.0], [6, 5]) + 0.3 * RNG.standard_normal(N), "%", (60, 78), 70),
    "straight line": (np.linspace(40, 60, N), "%", (58, 72), 64),
    "negative values": (-5 + np.cumsum(RNG.standard_normal(N)), "points", (-20, 8), None),
    "huge values": (1e12 * np.exp(np.cumsum(0.05 * RNG.standard_normal(N))), "persons", (5e11, 2e12), None),
    "tiny values": (1e-9 * np.exp(np.cumsum(0.05 * RNG.standard_normal(N))), "ratio", (4e-10, 2e-9), None),
    "last seen four years ago": (np.append(np.linspace(40, 46, 7), [NAN] * 4), "%", (40, 58), 48),
}


@pytest.mark.parametrize("name", CASES)
def test_sane_answers(name):
    values, unit, (low, high), about = CASES[name]
    found = interval(values, unit)
    assert (np.diff(found, axis=1) >= 0).all()
    assert (found >= low).all() and (found <= high).all()
    if about is not None:
        assert found[:, 1] == pytest.approx(about, rel=0.1, abs=0.05 if about == 0 else None)


def coverage(shape: tuple[int, int], panels: int, **truth: float) -> np.ndarray:
    """Share of 80 % intervals that hold the figure 1 and 5 years ahead, over simulated panels."""
    rng = np.random.default_rng(11)
    regions, points = shape
    z = np.vstack([walks(rng, (regions, points + 5), **truth) for _ in range(panels)])
    found = project_rows(z[:, :points], np.repeat(np.arange(panels), regions), HORIZONS)
    later = z[:, [points, points + 4]].T
    return (np.abs(later - found.location) <= stats.t.ppf(0.9, found.df) * found.spread).mean(axis=1)


@pytest.mark.parametrize(
    ("shape", "panels", "truth", "stated"),
    [
        ((11, 10), 300, {"correlation": 0.0}, (0.78, 0.80)),
        ((11, 10), 300, {"correlation": 0.6}, (0.80, 0.84)),
        ((11, 10), 300, {"correlation": 0.9}, (0.80, 0.85)),
        ((11, 20), 200, {"correlation": 0.6}, (0.79, 0.87)),
        ((60, 4), 100, {"correlation": 0.0}, (0.72, 0.72)),
        ((60, 4), 100, {"correlation": 0.6}, (0.72, 0.75)),
        ((11, 10), 300, {"correlation": 0.3, "noise": 0.1}, (0.79, 0.87)),
        ((11, 10), 300, {"correlation": 0.3, "drift": 0.1}, (0.80, 0.78)),
        ((1, 5), 3000, {}, (0.75, 0.74)),
        ((1, 10), 3000, {}, (0.76, 0.76)),
    ],
)
def test_stated_coverage(shape, panels, truth, stated):
    assert coverage(shape, panels, **truth) == pytest.approx(np.array(stated), abs=0.05)
