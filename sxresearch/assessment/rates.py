"""Two rates that are never one word: what is met by the latest figures, and what is expected to be met in the end."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from sxresearch.assessment.status import StatusGroup, middle_of, statuses_in
from sxresearch.terms import Disclosure, RuleKind, Status


def expected_misses(missed: int, chances: Iterable[float]) -> float:
    """How many targets will be missed on average: those that are already, and 1 − P of each open one that has a P."""
    return float(missed + sum(1 - p for p in chances))


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
        missed); the rates met now (现已达标率) ``rate_met_now_of_all`` and ``rate_met_now_of_data``; and the shares
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
    counts = {
        "total": len(numeric),
        "checklist": len(verdicts) - len(numeric),
        "assessable": int((status != Status.NOT_ASSESSABLE).sum()),
        **groups,
        "met_now": int((judged["met_now"] == 1).sum()),
        "with_figure": len(judged),
        "nearly_met": sum(map(nearly_met, judged["met_now"], judged["progress"])),
        "expected_misses": expected_misses(groups[StatusGroup.MISSED], _chances(numeric)),
    }
    good = counts["met"] + counts["likely"]
    counts["projected_of_all"] = _share(good, counts["total"])
    counts["projected_of_assessable"] = _share(good, counts["assessable"])
    counts["rate_met_now_of_all"] = _share(counts["met_now"], counts["total"])
    counts["rate_met_now_of_data"] = _share(counts["met_now"], counts["with_figure"])
    return pd.Series(counts)


def _chances(verdicts: pd.DataFrame) -> Iterator[float]:
    """The probabilities; where one is not published, the middle of its band."""
    for p, status, disclosure in zip(verdicts["p_attain"], verdicts["status"], verdicts["disclosure"], strict=True):
        middle = middle_of(Status(status)) if disclosure == Disclosure.SUPPRESSED else None
        if middle is not None or not pd.isna(p):
            yield float(p) if middle is None else middle


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
