"""The tables as a file holds them: 140 columns, no cell cut off or broken over two lines."""

import io

import numpy as np
import pandas as pd
import pytest

from benchmarks import __main__ as printed
from benchmarks import attainment, coverage, robustness
from benchmarks.scoring import attainment_figures, better_by

WIDTH = 140


@pytest.fixture
def widest() -> dict[str, pd.DataFrame]:
    """The tables with the longest rows, on invented figures."""
    rng = np.random.default_rng(0)
    cases = pd.DataFrame({"indicator": np.repeat(["a", "b"], 100), "outcome": rng.integers(0, 2, 200)})
    p = rng.random(200)
    row = {**attainment_figures(p, cases, p > 0.2), **better_by(p, 1 - p, cases)}
    judged = pd.DataFrame(
        {"points": rng.integers(1, 40, 500), "regions": rng.integers(1, 100, 500), "pace": rng.exponential(1, 500)}
    ).assign(indicator="a", **{"80 %": True, "below": False, "above": False})
    moved = pd.DataFrame(
        {"kind": "by figures: digits swapped", "wrong": p, "out": p, "further": p > 0.5, "other": p > 0.9}
    )
    return {
        "attainment": pd.DataFrame({attainment.OURS: row, "given: statsforecast_auto_ets": row}).T,
        "by kind": coverage.by_kind(judged),
        "one wrong figure": robustness.summary(moved),
    }


def test_every_line_fits_and_every_cell_is_whole(widest: dict[str, pd.DataFrame], monkeypatch) -> None:
    reach = {"attainment": attainment.REACH["flag_b"], "by kind": {"80 %": coverage.REACH}}
    reach["one wrong figure"] = robustness.REACH
    for name, figures in widest.items():
        console = printed.Console(width=WIDTH, file=io.StringIO(), record=True)
        monkeypatch.setattr(printed, "console", console)
        printed._show(f"(x) {name}", figures, reach[name])
        lines = console.export_text().splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert len(lines) == len(figures) + 8  # a blank line, the title, three lines, the rows, the reach, the end
        assert all(str(label) in "".join(lines) for label in [*figures.index, *figures.columns])


def test_classes_meet_without_gap_or_overlap() -> None:
    judged = pd.DataFrame({"points": [1, 4, 5, 6, 7, 20, 21], "regions": 1, "pace": [0, 0.5, 0.6, 1, 1.1, 2, 2.1]})
    judged = judged.assign(indicator="a", **{"80 %": True, "below": False, "above": False})
    sizes = coverage.by_kind(judged)["figures"]
    assert sizes["points ≤ 4"] == 2 and sizes["points > 4, ≤ 6"] == 2 and sizes["points > 20"] == 1
    assert [sizes[f"pace {label}"] for label in ("≤ 0.5", "> 0.5, ≤ 1", "> 1, ≤ 2", "> 2")] == [2, 2, 2, 1]
    assert sizes["regions ≤ 1"] == 7
