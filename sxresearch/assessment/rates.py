"""Two rates that are never one word: what is met by the latest figures, and what is expected to be met in the end."""

from collections.abc import Sequence

import pandas as pd

from sxresearch.assessment.miss_counts import RELATED, MissCount, OpenTarget, miss_count
from sxresearch.assessment.status import StatusGroup, statuses_in
from sxresearch.terms import RuleKind, Status

NEARLY = 0.95
"""A target is nearly met (基本达到) when the latest figure has gone this share of the way from base to target."""


def nearly_met(met_now: bool | float | None, progress: float | None) -> bool:
    """Not met by the latest figure, but at least NEARLY of the way is done; never where there is no way to measure."""
    return met_now is not None and met_now == 0 and progress is not None and bool(progress >= NEARLY)


def attainment(verdicts: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Counts and rates of a verdict table, one row per combination of ``by``.

    Parameters
    ----------
    verdicts
        A verdict table.
    by
        Columns to group by (plan, field, region, department …); none gives one row.

    Returns
    -------
    DataFrame
        ``total`` (targets that a number can judge), ``checklist`` (qualitative ones, counted
        apart), ``assessable`` (with a fact or a probability), one column per
        :class:`~sxresearch.assessment.status.StatusGroup`, ``met_now`` and ``with_figure``
        (latest figures on the right side, of those with a figure to compare), ``nearly_met`` (see
        :func:`nearly_met`), ``expected_misses`` (sum of 1 − P over the open targets with a P, plus those already
        missed) with its 80 % range ``misses_low`` and ``misses_high`` (:mod:`sxresearch.assessment.miss_counts`); the
        rates met now (现已达标率) ``rate_met_now_of_all`` and ``rate_met_now_of_data``; and the shares
        expected to be met (预计达标比例; met or on course) ``projected_of_all`` and ``projected_of_assessable``; NaN
        where the denominator is 0.
    """
    if not by:
        return _count(verdicts).to_frame().T
    named = verdicts.assign(**{key: verdicts[key].astype("object").where(verdicts[key].notna(), "") for key in by})
    rows = {key: _count(rows) for key, rows in named.groupby(list(by), sort=False)}
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index.names = list(by) if table.index.nlevels == len(by) else [None]
    return table


def _count(verdicts: pd.DataFrame) -> pd.Series:
    numeric = verdicts[verdicts["rule"] != RuleKind.QUALITATIVE]
    status = numeric["status"]
    judged = numeric[numeric["met_now"].notna()]
    groups = {group.value: int(status.isin(statuses_in(group)).sum()) for group in StatusGroup}
    misses = _misses(groups[StatusGroup.MISSED], numeric)
    counts = {
        "total": len(numeric),
        "checklist": len(verdicts) - len(numeric),
        "assessable": int((status != Status.NOT_ASSESSABLE).sum()),
        **groups,
        "met_now": int((judged["met_now"] == 1).sum()),
        "with_figure": len(judged),
        "nearly_met": sum(map(nearly_met, judged["met_now"], judged["progress"])),
        "expected_misses": misses.expected,
        "misses_low": misses.low,
        "misses_high": misses.high,
    }
    good = counts["met"] + counts["likely"]
    counts["projected_of_all"] = _share(good, counts["total"])
    counts["projected_of_assessable"] = _share(good, counts["assessable"])
    counts["rate_met_now_of_all"] = _share(counts["met_now"], counts["total"])
    counts["rate_met_now_of_data"] = _share(counts["met_now"], counts["with_figure"])
    return pd.Series(counts)


def _misses(missed: int, rows: pd.DataFrame) -> MissCount:
    """Decided misses, and the rows with a probability drawn jointly."""
    open_ = rows[rows["p_attain"].notna()]
    names = open_["region"].astype(str), open_["indicator"].astype(str)
    numbers = open_["p_attain"].astype(float), open_["common_share"].astype(float).fillna(RELATED)
    return miss_count(missed, [OpenTarget(*one) for one in zip(*names, *numbers, strict=True)])


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
