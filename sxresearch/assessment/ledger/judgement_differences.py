"""Judgements beside the model's answers: each pair, and whether they differ."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from sxresearch.assessment.status import StatusGroup, group_of
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements
from sxresearch.terms import Status

_HOPEFUL = frozenset({StatusGroup.MET, StatusGroup.LIKELY})
_DOUBTFUL = frozenset({StatusGroup.MISSED, StatusGroup.UNLIKELY})


@dataclass(frozen=True)
class JudgementPair:
    """A judgement and the model's answer to the same question: status and probability (none without one)."""

    judgement: Judgement
    status: Status
    p: float | None

    @property
    def differs(self) -> bool:
        """Whether the two are counted in different groups; no answer of the model differs from any judgement."""
        return _side(self.judgement.status) != _side(self.status)

    @property
    def opposed(self) -> bool:
        """Whether one expects what the other does not."""
        return {_side(self.judgement.status), _side(self.status)} == {_HOPEFUL, _DOUBTFUL}


def judgement_pairs(verdicts: pd.DataFrame, judgements: Judgements) -> tuple[JudgementPair, ...]:
    """Every judgement that counts on a target of the verdict table, in the table's order."""
    return tuple(_pairs(verdicts, judgements))


def judgement_differences(verdicts: pd.DataFrame, judgements: Judgements) -> tuple[JudgementPair, ...]:
    """Those that differ, the opposed first."""
    found = [pair for pair in judgement_pairs(verdicts, judgements) if pair.differs]
    return tuple(sorted(found, key=lambda pair: not pair.opposed))


def _pairs(verdicts: pd.DataFrame, judgements: Judgements) -> Iterator[JudgementPair]:
    for row in verdicts[["region", "target", "status", "p_attain"]].itertuples(index=False):
        p = None if pd.isna(row.p_attain) else float(row.p_attain)
        for judgement in judgements.beside(str(row.region), str(row.target)):
            yield JudgementPair(judgement, Status(row.status), p)


def _side(status: Status) -> frozenset[StatusGroup]:
    """The statuses that say the same: met or expected, missed or not expected, open, no answer."""
    group = group_of(status)
    return next((side for side in (_HOPEFUL, _DOUBTFUL) if group in side), frozenset({group}))
