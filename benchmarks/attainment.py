"""The attainment benchmark: real mid-term judgements whose outcome is known."""

from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.scoring import attainment_figures, better_by, resampled
from sxresearch.assessment.track_record.replay import replay
from sxresearch.projection.ensemble.ensemble_members import WALK
from sxresearch.projection.ensemble.rolling_origin import member_origins
from sxresearch.projection.yardsticks import grey_model, growth_rate_on_course, weighted_line

OURS = "this method"
_REACHED = ("Brier", "macro", "ECE", "80 % covers", "mean P − met")
REACH = {
    "flag": dict(zip(_REACHED, ("≤ .130", "≤ .119", "≤ .03", ".78–.84", "± .02"), strict=True)),
    "flag_b": dict(zip(_REACHED, ("≤ .114", "≤ .126", "≤ .07", ".78–.84", "± .075"), strict=True)),
    "flag_c": dict(zip(_REACHED, ("≤ .130", "≤ .132", "≤ .035", ".77–.83", "± .03"), strict=True)),
}
"""By the name of the set's folder; others have no figure to reach."""


def sets(folder: Path) -> dict[str, Path]:
    """The sets of the bench form in a folder, by name: the folder itself, or those below it."""
    if (folder / "targets.csv").is_file():
        return {folder.name: folder}
    return {path.parent.name: path.parent for path in sorted(folder.glob("*/targets.csv"))}


def load(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """History and cases; the cases carry their outcome."""
    targets, outcomes = pd.read_csv(folder / "targets.csv"), pd.read_csv(folder / "outcomes.csv")
    return pd.read_csv(folder / "history.csv.gz"), targets.merge(outcomes, on="case")


def attainment(folder: Path) -> pd.DataFrame:
    """Figures of our default and of the rules in use, computed by our own code, and of the predictions that came along.

    A file ``baselines.csv`` (case, one column per method) is scored beside ours where the set has one. The last three
    columns say by how much our Brier score is better, with its 90 % interval.
    """
    history, cases = load(folder)
    answers = {
        OURS: replay(history, cases),
        "naive walk": replay(history, cases, method=partial(member_origins, member=WALK)),
    }
    said = {name: table["p_attain"].to_numpy() for name, table in answers.items()} | _rules(history, cases)
    if (folder / "baselines.csv").is_file():
        given = cases[["case"]].merge(pd.read_csv(folder / "baselines.csv"), on="case", how="left")
        said |= {f"given: {name}": given[name].to_numpy(dtype=float) for name in given.columns[1:]}
    inside = {name: _inside(table, cases) for name, table in answers.items()}
    rows = {name: dict(attainment_figures(p, cases, inside.get(name))) for name, p in said.items()}
    for name, p in said.items():
        if name != OURS:
            rows[name] |= better_by(said[OURS], p, cases)
    return pd.DataFrame(rows).T


def _inside(answers: pd.DataFrame, cases: pd.DataFrame) -> np.ndarray:
    """1 where the 80 % interval holds the outcome."""
    held = (cases["final_value"] >= answers["lower80"]) & (cases["final_value"] <= answers["upper80"])
    return held.to_numpy(dtype=float)


def uncertainty(folder: Path) -> pd.DataFrame:
    """Our figures with the limits of their 90 % bootstrap interval over whole indicators: what a set can tell apart."""
    history, cases = load(folder)
    answers = replay(history, cases)
    return resampled(answers["p_attain"].to_numpy(), cases, _inside(answers, cases))


def _rules(history: pd.DataFrame, cases: pd.DataFrame) -> dict[str, np.ndarray]:
    """Yes/no answers of the rules in use, in the order of ``cases``."""
    parts = []
    for (indicator, as_of), mine in cases.groupby(["indicator", "as_of"]):
        rows = history[(history["indicator"] == indicator) & (history["year"] <= as_of)]
        wide = rows.pivot(index="region", columns="year", values="value")  # noqa: PD010
        wide = wide.reindex(index=mine["region"], columns=range(int(wide.columns.min()), int(as_of) + 1))
        parts.append(_answers(wide, mine))
    return {name: column.to_numpy() for name, column in pd.concat(parts).loc[cases.index].items()}


def _answers(wide: pd.DataFrame, cases: pd.DataFrame) -> pd.DataFrame:
    values, more = wide.to_numpy(), (cases["rule"] == "at_least").to_numpy()
    goal, row = cases["target_value"].to_numpy(), np.arange(len(cases))
    ahead = (cases["target_year"] - cases["as_of"]).to_numpy()
    horizons = np.arange(1, ahead.max() + 1, dtype=float)

    def met(found: np.ndarray) -> np.ndarray:
        value = found[row, ahead - 1]
        return np.where(np.isnan(value), np.nan, np.where(more, value >= goal, value <= goal))

    seen = np.isfinite(values)
    column = values.shape[1] - 1 - np.argmax(seen[:, ::-1], axis=1)
    base_year = cases["baseline_year"].to_numpy()
    spans = wide.columns.to_numpy()[column] - base_year, cases["target_year"].to_numpy() - base_year
    base = cases["baseline_value"].to_numpy()
    rate = growth_rate_on_course(base, values[row, column], goal, spans=spans, wants_more=more)
    answers = {
        "growth-rate rule": rate,
        "time-weighted line": met(weighted_line(values, horizons)),
        "GM(1,1)": met(grey_model(values, horizons)),
    }
    return pd.DataFrame(answers, index=cases.index)
