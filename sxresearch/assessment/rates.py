"""The attainment rate (达标率), with its denominator stated."""

from collections.abc import Sequence

import pandas as pd

from sxresearch.assessment.status import StatusGroup, statuses_in
from sxresearch.terms import RuleKind, Status


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
        (latest figures on the right side, of those with a figure to compare),
        ``expected_misses`` (sum of 1 − P over the open targets with a P, plus those already
        missed), and the shares ``rate_of_all``,
        ``rate_of_assessable`` (met or on course) and ``rate_met_now``; NaN where the
        denominator is 0.
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
        "expected_misses": float((1 - numeric["p_attain"]).sum() + groups[StatusGroup.MISSED]),
    }
    good = counts["met"] + counts["likely"]
    counts["rate_of_all"] = _share(good, counts["total"])
    counts["rate_of_assessable"] = _share(good, counts["assessable"])
    counts["rate_met_now"] = _share(counts["met_now"], counts["with_figure"])
    return pd.Series(counts)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
