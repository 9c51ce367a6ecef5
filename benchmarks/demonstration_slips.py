"""One wrong last figure of one city, in the demonstration's panels: how far does it move the other cities?

As :mod:`benchmarks.robustness`, by the method that judges each indicator: its figures, or its counts. Nothing is held
back here by the rules on doubtful figures.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from benchmarks.robustness import changes, slips, summary
from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.demo.dataset import demo_observations
from sxresearch.monitoring.demo.profiles import load_profiles
from sxresearch.paths import DATA
from sxresearch.projection.combination import project
from sxresearch.projection.counts.count_projection import needs_counts, project_counts
from sxresearch.projection.panel import Panel, build_panels
from sxresearch.projection.scale import Floats, ScaleKind

UNTIL = 2025
FEWEST_REGIONS = 8


def demonstration_slips(seed: int = 0) -> pd.DataFrame:
    """The table of :func:`benchmarks.robustness.robustness`, for indicators judged by figures and by counts."""
    rng = np.random.default_rng(seed)
    found: dict[str, list[pd.DataFrame]] = {"by figures": [], "by counts": []}
    for panel in _panels():
        last = np.flatnonzero(np.isfinite(panel.values[:, -1]) & (panel.values[:, -1] > 0))
        if len(panel.regions) >= FEWEST_REGIONS and len(last):
            kind = "by counts" if needs_counts(panel) else "by figures"
            found[kind].append(_moved(panel, int(rng.choice(last)), rng))
    tables = [summary(pd.concat(parts)).add_prefix(f"{kind}: ", axis=0) for kind, parts in found.items() if parts]
    return pd.concat(tables)


def _panels() -> list[Panel]:
    register = load_register()
    table = demo_observations(register, load_profiles(DATA / "demo" / "profiles.yaml"), counties=False)
    panels = build_panels(table, register.indicators.by_id, register.regions, int(table["year"].max()))
    return list(panels.values())


def _moved(panel: Panel, region: int, rng: np.random.Generator) -> pd.DataFrame:
    share = panel.scale.kind is ScaleKind.LOGIT
    figure = float(panel.values[region, -1])
    spoiled: Mapping[str, float] = {"right": figure, "out": np.nan, **slips(figure, share)}
    goal = _goal(panel, rng.standard_normal(len(panel.regions)))
    p = {name: _chance(_with(panel, region, value), goal) for name, value in spoiled.items()}
    return changes(p, (np.arange(len(panel.regions)) != region) & np.isfinite(p["right"]))


def _with(panel: Panel, region: int, value: float) -> Panel:
    values = panel.values.copy()
    values[region, -1] = value
    return replace(panel, values=values, common_scale=panel.scale)


def _goal(panel: Panel, normal: Floats) -> Floats:
    """A target per region somewhere within what is projected."""
    found = (project_counts if needs_counts(panel) else project)(panel, UNTIL).predictive(UNTIL)
    return found.scale.back(found.location + normal * found.spread)


def _chance(panel: Panel, goal: Floats) -> Floats:
    """P(the published figure is below the target), by the method that judges the panel as it stands."""
    if needs_counts(panel):
        return project_counts(panel, UNTIL).published(UNTIL, np.full(len(goal), -np.inf), goal)
    return project(panel, UNTIL).predictive(UNTIL).below(goal)
