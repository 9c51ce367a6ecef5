"""Re-living past targets: what would have been said then, with what was known then.

For every indicator and year of judgement the history is cut before anything else is done, the
scale included, so that deleting later rows can't change an answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

from sxresearch.assessment.events.outcome import Obstacle
from sxresearch.assessment.status import status_of
from sxresearch.assessment.track_record.replay_rules import Cuts, cuts_of
from sxresearch.assessment.track_record.replay_tables import check_tables, read_table
from sxresearch.errors import BadParameter
from sxresearch.files import publish
from sxresearch.projection.ensemble.rolling_origin import default_origins
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.scale import Floats, Scale, infer_scale
from sxresearch.projection.stacking import Method, Outlook, project_grids
from sxresearch.terms import Better, Status

RESULT_COLUMNS = ("case", "p_attain", "lower80", "median", "upper80", "status", "reason")
_UPPER_TAIL = 0.90  # of an 80 % interval


@dataclass(frozen=True)
class _Round:
    """All cases of one indicator judged in one year, and what was known of it then.

    ``known`` is regions × consecutive years up to ``as_of``, without any column if nothing was known.
    """

    cases: pd.DataFrame
    known: pd.DataFrame
    scale: Scale
    as_of: int
    unit: str
    better: str

    @property
    def values(self) -> Floats:
        """What was known, as an array."""
        return self.known.to_numpy(dtype=float)

    @property
    def reach(self) -> int:
        """Years to the farthest target year."""
        return max(int(self.cases["target_year"].max()) - self.as_of, 1)

    @property
    def base(self) -> Floats:
        """Each case's figure of its base year as known then, else the ``baseline_value`` that came with the case."""
        out = np.full(len(self.cases), np.nan)
        if "baseline_year" not in self.cases.columns:
            return out
        year = pd.to_numeric(self.cases["baseline_year"], errors="coerce").fillna(np.inf).to_numpy(dtype=float)
        column = np.where(year <= self.as_of, self.known.shape[1] - 1 - (self.as_of - year), -1)
        inside = (column >= 0) & (self.place >= 0)
        out[inside] = self.values[self.place[inside], column[inside].astype(int)]
        if "baseline_value" in self.cases.columns:
            given = pd.to_numeric(self.cases["baseline_value"], errors="coerce").to_numpy(dtype=float)
            out = np.where(np.isnan(out) & (year <= self.as_of), given, out)
        return out

    @property
    def place(self) -> np.ndarray:
        """Row of each case's region, −1 where nothing was known of it."""
        return self.known.index.get_indexer(self.cases["region"])


def replay(history: pd.DataFrame, targets: pd.DataFrame, *, method: Method = default_origins) -> pd.DataFrame:
    """Answer past targets with what was known in the year of judgement.

    Parameters
    ----------
    history
        Columns ``indicator, unit, region, year, value``, and ``better`` where a rule asks for "about"; one row per
        indicator, region and year.
    targets
        Columns ``case, indicator, region, rule, target_value, target_year, as_of``. ``rule`` is any that asks about one
        series (:data:`~sxresearch.assessment.track_record.replay_rules.REPLAYED`); those that compare with a base year
        need ``baseline_year``, and take ``baseline_value`` where the history lacks that figure; "about" takes a
        ``tolerance``. Further columns are not looked at.
    method
        The default method; another one for comparison only.

    Returns
    -------
    DataFrame
        One row per case in the order of ``targets``: ``case, p_attain, lower80, median, upper80``
        (in the indicator's unit), ``status``, and ``reason`` where a case is refused.

    Raises
    ------
    SxError
        With the faults of the two tables.
    """
    check_tables(history, targets, ("history", "targets"))
    parts = [_answered(item, _outlook(item, method)) for item in _rounds(history[history["value"].notna()], targets)]
    if not parts:
        return pd.DataFrame(columns=list(RESULT_COLUMNS))
    return targets[["case"]].merge(pd.concat(parts), on="case", how="left", validate="one_to_one")


def replay_files(history_path: Path | str, targets_path: Path | str, out_path: Path | str) -> pd.DataFrame:
    """Replay from CSV files (``.gz`` too) and write the answers as CSV; they are returned as well.

    Raises
    ------
    SxError
        If a file is missing or can't be read, or with the faults of the tables.
    """
    history, targets = read_table(Path(history_path)), read_table(Path(targets_path))
    check_tables(history, targets, (str(history_path), str(targets_path)))
    out = Path(out_path)
    if not out.parent.is_dir():
        raise BadParameter.of("replay-folder-missing", str(out.parent))
    answers = replay(history, targets)
    publish(out, lambda part: answers.to_csv(part, index=False, lineterminator="\n"))
    return answers


def _rounds(history: pd.DataFrame, targets: pd.DataFrame) -> Iterator[_Round]:
    """One round per indicator and year of judgement."""
    rows_of = dict(tuple(history.groupby("indicator")))
    for (indicator, as_of), cases in targets.groupby(["indicator", "as_of"]):
        rows = rows_of.get(indicator, history.iloc[:0])
        known = rows[rows["year"] <= as_of].sort_values(["year", "region"])
        wide = known.pivot(index="region", columns="year", values="value")  # noqa: PD010 the keys are unique
        if len(known):
            wide = wide.reindex(columns=range(int(known["year"].iloc[0]), int(as_of) + 1))
        unit = str(known["unit"].iloc[0]) if len(known) else ""
        better = str(known["better"].iloc[0]) if len(known) and "better" in known.columns else Better.HIGHER.value
        yield _Round(cases, wide, infer_scale(wide.to_numpy(dtype=float), unit), int(as_of), unit, better)


def _outlook(item: _Round, method: Method) -> Outlook | None:
    """What the known figures say; none without any.

    Round by round, although together would be faster: vectorised logarithms differ in the last
    bit by an element's place in the array, and an answer must not change by a bit with what
    else is asked.
    """
    if not item.known.size:
        return None
    return project_grids([item.scale.forward(item.values)], [item.reach], method=method)[0]


def _answered(item: _Round, outlook: Outlook | None) -> pd.DataFrame:
    """The rows of one round: a fact where the target year is known, else a probability or a reason."""
    cases, count = item.cases, len(item.cases)
    ahead = (cases["target_year"] - item.as_of).to_numpy(dtype=int)
    fact = _facts(item, ahead)
    cuts = cuts_of(cases, item.base, item.unit, item.better)
    met = cuts.passed(fact)
    known = np.isfinite(met)
    reasons = [None if sure else why for sure, why in zip(known, _reasons(item, ahead, cuts), strict=True)]
    usable = np.array([why is None for why in reasons]) & ~known
    chance, low, middle, high = (
        np.full((4, count), np.nan) if outlook is None else _read_off(item, outlook, ahead, cuts)
    )
    p = np.where(known, met, np.where(usable, chance, np.nan))
    columns = {
        name: np.where(known, fact, np.where(usable, item.scale.back(z), np.nan))
        for name, z in (("lower80", low), ("median", middle), ("upper80", high))
    }
    words = {
        "status": [_status(sure, value).value for sure, value in zip(known, p, strict=True)],
        "reason": ["" if why is None else why.value for why in reasons],
    }
    return pd.DataFrame({"case": cases["case"].to_numpy(), "p_attain": p, **columns, **words})


def _facts(item: _Round, ahead: np.ndarray) -> Floats:
    """The figure of the target year where it is not ahead and known, else NaN."""
    column = item.known.shape[1] - 1 + ahead
    inside = (ahead < 1) & (column >= 0) & (item.place >= 0)
    out = np.full(len(ahead), np.nan)
    out[inside] = item.values[item.place[inside], column[inside]]
    return out


def _reasons(item: _Round, ahead: np.ndarray, cuts: Cuts) -> list[Obstacle | None]:
    """Why a case has no probability: nothing known, too little known, no base, or the target year is past."""
    points = np.isfinite(item.values).sum(axis=1)
    peers = int((points >= POINTS_FOR_PEERS).sum())
    ladder = [grade(int(points[row]) if row >= 0 else 0, peers) for row in item.place]
    past = [Obstacle.TARGET_YEAR_MISSING if years < 1 else None for years in ahead]
    past = [Obstacle.MISSING_BASE if lost else why for lost, why in zip(cuts.undefined, past, strict=True)]
    return [
        Obstacle(found.reason.value) if isinstance(found, NoProjection) else late
        for found, late in zip(ladder, past, strict=True)
    ]


def _read_off(item: _Round, outlook: Outlook, ahead: np.ndarray, cuts: Cuts) -> Floats:
    """P(inside the cuts), and the limits and the middle of the 80 % interval on the working scale; (4, cases)."""
    at = np.maximum(item.known.shape[1] - 2 + ahead, 0), np.maximum(item.place, 0)
    location, spread, df = outlook.location[at], outlook.spread[at], outlook.df[at]
    tail = spread * special.stdtrit(df, _UPPER_TAIL)

    def below(cut: Floats) -> Floats:
        # a goal at a bound is met by all that the model puts beyond the bound
        inside = special.stdtr(df, (item.scale.forward(cut) - location) / spread)
        return np.where(np.isinf(cut), (cut > 0).astype(float), inside)

    return np.stack([below(cuts.high) - below(cuts.low), location - tail, location, location + tail])


def _status(decided: bool, p: float) -> Status:
    if decided:
        return Status.MET if p == 1 else Status.MISSED
    return Status.NOT_ASSESSABLE if np.isnan(p) else status_of(p)
