"""How far the constants are fitted: chosen on all sources but one, scored on the one left out, over all sets together.

A source is what stands before the first "|" of an indicator's name. The candidates differ in the constants that
decide most: how fast the common slope moves, and how wide the defaults are.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.attainment import load
from benchmarks.scoring import attainment_figures
from sxresearch.assessment.track_record.replay import replay
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, Prior, damped
from sxresearch.projection.ensemble.rolling_origin import default_origins


def _candidate(shock: float, width: float, common_width: float) -> Prior:
    members = tuple(damped(f"moving trend {noise:g}", noise, shock, 0.9) for noise in (0.0, 0.5))
    return replace(DEFAULT, common_members=members, width=width, common_width=common_width)


CANDIDATES: Mapping[str, Prior] = {
    f"slope shock {shock:g}, width {width:g} / {common:g}": _candidate(shock, width, common)
    for shock in (0.2, 0.4)
    for width, common in ((0.86, 0.96), (0.92, 1.02))
}


def left_out(folders: Mapping[str, Path]) -> pd.DataFrame:
    """Figures by set of what was chosen without the case's own source, and of every candidate."""
    parts = {name: pd.concat([_answered(path, prior).assign(set=key) for key, path in folders.items()])
             for name, prior in CANDIDATES.items()}  # fmt: skip
    chosen = _chosen(parts)
    mixed = pd.concat([parts[name][parts[name]["source"] == source] for source, name in chosen.items()])
    return pd.DataFrame(
        {
            f"{name}: {key}": attainment_figures(rows["p"].to_numpy(), rows, rows["inside"].to_numpy())
            for name, table in {"left out": mixed, **parts}.items()
            for key, rows in table.reset_index(drop=True).groupby("set")
        }
    ).T


def _answered(folder: Path, prior: Prior) -> pd.DataFrame:
    history, cases = load(folder)
    answers = replay(history, cases, method=partial(default_origins, prior=prior))
    inside = (cases["final_value"] >= answers["lower80"]) & (cases["final_value"] <= answers["upper80"])
    return cases[["indicator", "outcome"]].assign(
        p=answers["p_attain"], inside=inside.astype(float), source=cases["indicator"].str.split("|").str[0]
    )


def _chosen(parts: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """For every source the candidate with the best Brier score, averaged over the indicators of all others."""
    scores = {
        name: ((table["p"].fillna(0.5) - table["outcome"]) ** 2).groupby([table["source"], table["indicator"]]).mean()
        for name, table in parts.items()
    }
    sources = next(iter(scores.values())).index.get_level_values(0).unique()
    return {
        source: min(scores, key=lambda name: float(np.mean(scores[name].drop(source, level=0)))) for source in sources
    }
