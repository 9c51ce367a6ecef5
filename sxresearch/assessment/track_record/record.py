"""How far to trust these probabilities on the user's own panels.

Past judgements are replayed (:mod:`sxresearch.assessment.track_record.past_targets`) and compared with
what came. As many years as a judgement looks ahead are one block, because their outcomes move together
(:mod:`sxresearch.assessment.track_record.year_blocks`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.one_sided import OneSidedTest, one_sided
from sxresearch.assessment.track_record.past_targets import judge_past_targets
from sxresearch.assessment.track_record.year_blocks import block_count, block_interval
from sxresearch.monitoring.observations import Observations
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.projection.scale import Floats
from sxresearch.terms import COVERAGES, Basis

METHODS = ("ours", "naive_walk", "growth_rate", "weighted_line", "grey_model")
WARNING_LEVELS = (0.20, 0.33, 0.50, 0.66)
FEWEST_CASES = 30  # docs/decisions.md, "Track record": with less the record is too short
FEWEST_BLOCKS = 4
_BINS = 10
_OF_FEW_WORDS = ("target", "indicator", "group", "region")  # of a million cases: a number each, not a text
_UNDECIDED = 0.5  # how a method that gives no answer is scored


@dataclass(frozen=True, eq=False)
class TrackRecord:
    """The record of past judgements.

    Attributes
    ----------
    cases
        One row per judged case: target, indicator, group, region, origin year, horizon, the
        probability of every method, the base rate known at the origin, and the outcome (1 met).
    reliability
        ``low, high, cases, said, happened`` per tenth of the probability.
    coverage
        ``horizon, figures, covered50, covered80, covered95``.
    brier
        ``method, brier``; the base rate known at the origin is among the methods. 0 is perfect.
    warnings
        ``below, warned, hits, false_alarms, missed``: had one warned whenever P was below that level.
    judged, blocks
        Number of judged cases and of origin years.
    block_years
        Years in a block: as many as the longest judgement looks ahead.
    against_base_rate
        Brier less that of the base rate, with its 95 % interval by blocks; below 0 is better.
    too_short
        Fewer than 30 cases or 4 blocks: the record says nothing either way.
    withhold
        Strong evidence against the probabilities: long enough, and the interval wholly above 0.
    synthetic
        Whether any figure is synthetic; then the record is no evidence of anything.
    one_sided
        Whether the probabilities erred on one side, and what that would correct.
    """

    cases: pd.DataFrame
    reliability: pd.DataFrame
    coverage: pd.DataFrame
    brier: pd.DataFrame
    warnings: pd.DataFrame
    judged: int
    blocks: int
    block_years: int
    against_base_rate: tuple[float, float, float]
    too_short: bool
    withhold: bool
    synthetic: bool
    one_sided: OneSidedTest


def track_record(inputs: Inputs, as_of: int | None = None) -> TrackRecord:
    """Replay the past judgements of all panels of ``inputs``, by default up to the last year of the data."""
    last = as_of or inputs.observations.years()[1]
    past = judge_past_targets(inputs, last)
    return summarise(past.cases, past.coverage, synthetic=any_synthetic(inputs.observations, last))


def inputs_of_peers(inputs: Inputs, peers: str, columns: Sequence[str] | None = None) -> Inputs:
    """The inputs with the figures of one peer level only: what the record of its panels stands on.

    Some ``columns`` of them only, where no more is asked.
    """
    codes = [item.code for item in inputs.regions if PEER_LEVELS[item.level] == peers]
    table = inputs.observations.table
    mine = table["region"].isin(codes)
    chosen = table[mine] if columns is None else table.loc[mine, [name for name in columns if name in table]]
    return replace(inputs, observations=Observations(chosen.reset_index(drop=True), inputs.observations.sources))


def any_synthetic(observations: Observations, last: int) -> bool:
    """Whether any figure up to the year ``last`` is synthetic."""
    table = observations.table
    return bool((table.loc[table["year"] <= last, "basis"] == Basis.SYNTHETIC).any())


def summarise(cases: pd.DataFrame, coverage: pd.DataFrame, *, synthetic: bool = False) -> TrackRecord:
    """The figures of a record.

    Parameters
    ----------
    cases
        Columns ``indicator, group, region, origin, horizon, outcome`` and one per method in :data:`METHODS` (NaN: no
        answer).
    coverage
        Columns ``origin, horizon, covered50, covered80, covered95``, one row per figure.
    synthetic
        Whether any figure behind them is synthetic.
    """
    known = cases.assign(base_rate=base_rate(cases))
    outcome = known["outcome"].to_numpy(dtype=float)
    loss = pd.DataFrame({name: _squared(known[name], outcome) for name in (*METHODS, "base_rate")})
    blocks = int(known["origin"].nunique())
    origin, length = known["origin"].to_numpy(dtype=int), int(known["horizon"].max()) if len(known) else 1
    against = block_interval((loss["ours"] - loss["base_rate"]).to_numpy(), origin, length)
    too_short = len(known) < FEWEST_CASES or block_count(origin, length) < FEWEST_BLOCKS
    return TrackRecord(
        cases=known.astype({name: "category" for name in _OF_FEW_WORDS if name in known}),
        reliability=reliability(known["ours"].to_numpy(dtype=float), outcome),
        coverage=coverage_by_horizon(coverage),
        brier=pd.DataFrame({"method": loss.columns, "brier": loss.mean().to_numpy()}),
        warnings=alarms(known["ours"].to_numpy(dtype=float), outcome),
        judged=len(known),
        blocks=blocks,
        block_years=length,
        against_base_rate=against,
        too_short=too_short,
        withhold=bool(not too_short and against[1] > 0),
        synthetic=synthetic,
        one_sided=one_sided(known),
    )


def base_rate(cases: pd.DataFrame) -> Floats:
    """Share of targets met among the cases decided by each case's origin year, (hits + 1)/(cases + 2).

    Laplace's rule of succession: one half while nothing is decided.
    """
    decided = cases["origin"] + cases["horizon"]
    by_year = cases.groupby(decided)["outcome"].agg(["sum", "count"]).sort_index().cumsum()
    years = by_year.index.to_numpy(dtype=int)
    place = np.searchsorted(years, cases["origin"].to_numpy(dtype=int), side="right")
    hits, count = (np.append(0.0, by_year[name].to_numpy(dtype=float))[place] for name in ("sum", "count"))
    return (hits + 1) / (count + 2)


def reliability(p: Floats, outcome: Floats) -> pd.DataFrame:
    """What was said and what happened, by tenths of the probability; empty tenths are left out."""
    place = np.minimum((p * _BINS).astype(int), _BINS - 1)
    rows = [
        {
            "low": tenth / _BINS,
            "high": (tenth + 1) / _BINS,
            "cases": int((place == tenth).sum()),
            "said": p[place == tenth].mean(),
            "happened": outcome[place == tenth].mean(),
        }
        for tenth in np.unique(place)
    ]
    return pd.DataFrame(rows, columns=["low", "high", "cases", "said", "happened"])


def coverage_by_horizon(coverage: pd.DataFrame) -> pd.DataFrame:
    """Share of later figures inside the 50, 80 and 95 % intervals."""
    levels = [f"covered{name}" for name in COVERAGES]
    by_horizon = coverage.groupby("horizon")[levels]
    shares = by_horizon.mean().astype(float)
    shares.insert(0, "figures", by_horizon.size())
    return shares.reset_index()


def alarms(p: Floats, outcome: Floats, levels: Sequence[float] = WARNING_LEVELS) -> pd.DataFrame:
    """Had one warned below each of ``levels``: misses warned of (hits), false alarms, and misses not warned of."""
    missed = outcome == 0
    rows = [
        {
            "below": level,
            "warned": int((p < level).sum()),
            "hits": int(((p < level) & missed).sum()),
            "false_alarms": int(((p < level) & ~missed).sum()),
            "missed": int(((p >= level) & missed).sum()),
        }
        for level in levels
    ]
    return pd.DataFrame(rows)


def _squared(p: pd.Series, outcome: Floats) -> Floats:
    return (p.fillna(_UNDECIDED).to_numpy(dtype=float) - outcome) ** 2
