"""Who was right: departments, panel and model on the targets whose outcome is known.

Each judgement is scored against the fact of its target year, and beside it the model's answer as it would have been
on the figures up to the year that the judgement rested on (today's figures of those years: earlier vintages are in
the store). The score is Brier's: the mean squared distance of the probability from 0 or 1; 0 is perfect, .25 is what
"fifty-fifty" gets. A judgement without a probability counts as the middle of its band. Below
:data:`FEWEST_SCORED` cases nothing is claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.status import middle_of
from sxresearch.assessment.track_record.record import FEWEST_CASES as FEWEST_SCORED
from sxresearch.assessment.verdict import Details
from sxresearch.monitoring.ledger.judgements import Judgement, Judgements, JudgementSource
from sxresearch.terms import Status

_CERTAIN = {Status.MET: 1.0, Status.MISSED: 0.0}


@dataclass(frozen=True)
class ScoredJudgement:
    """A judgement whose outcome is known, with the model's probability of then (none where it gave none)."""

    judgement: Judgement
    said: float
    model: float | None
    met: bool


@dataclass(frozen=True)
class JudgementScore:
    """All scored judgements of one source: how many came as expected, and the Brier scores.

    ``hits`` are those on the right side of one half. ``brier`` is the judgements'; ``model_brier`` and ``brier_beside``
    are the model's and theirs on the ``beside`` cases where both gave a probability (NaN without any).
    """

    source: JudgementSource
    cases: tuple[ScoredJudgement, ...]
    brier: float
    beside: int
    brier_beside: float
    model_brier: float

    @property
    def hits(self) -> int:
        """Judgements on the right side of one half."""
        return sum((case.said > 0.5) == case.met and case.said != 0.5 for case in self.cases)

    @property
    def too_few(self) -> bool:
        """Whether the cases are too few for a claim."""
        return len(self.cases) < FEWEST_SCORED


def judgement_scores(inputs: Inputs, judgements: Judgements, as_of: int | None = None) -> tuple[JudgementScore, ...]:
    """Score the judgements of each source on the targets that the figures up to ``as_of`` decide.

    Judgements without a data year count as resting on the year before their day.
    """
    regions = sorted({item.region for item in judgements.rows})
    if not regions:
        return ()
    facts = _decided(assess(inputs, regions, as_of, details=Details.NONE).verdicts)
    judged = [item for item in judgements.rows if (item.region, item.target) in facts and _said(item) is not None]
    then = _answers_of_then(inputs, judged)
    cases = [
        ScoredJudgement(item, float(_said(item) or 0.0), then.get(_key(item)), facts[item.region, item.target])
        for item in judged
    ]
    return tuple(
        _score(source, [case for case in cases if case.judgement.source is source])
        for source in JudgementSource
        if any(case.judgement.source is source for case in cases)
    )


def _said(item: Judgement) -> float | None:
    """The probability that a judgement stands for."""
    return item.chance if item.chance is not None else _CERTAIN.get(item.status, middle_of(item.status))


def _year(item: Judgement) -> int:
    return item.as_of or item.day.year - 1


def _key(item: Judgement) -> tuple[int, str, str]:
    return _year(item), item.region, item.target


def _decided(verdicts: pd.DataFrame) -> dict[tuple[str, str], bool]:
    known = verdicts[verdicts["status"].isin(list(_CERTAIN))]
    return {(row.region, row.target): row.status == Status.MET for row in known.itertuples(index=False)}


def _answers_of_then(inputs: Inputs, judged: Sequence[Judgement]) -> dict[tuple[int, str, str], float]:
    """The model's probabilities on the figures up to each judgement's year."""
    first, last = inputs.extent.years()
    out: dict[tuple[int, str, str], float] = {}
    for year in sorted({_year(item) for item in judged}):
        if first <= year <= last:
            regions = sorted({item.region for item in judged if _year(item) == year})
            said = assess(inputs, regions, year, details=Details.NONE).verdicts
            for row in said.itertuples(index=False):
                if not pd.isna(row.p_attain):
                    out[year, str(row.region), str(row.target)] = float(row.p_attain)
    return out


def _score(source: JudgementSource, cases: Sequence[ScoredJudgement]) -> JudgementScore:
    both = [case for case in cases if case.model is not None]
    return JudgementScore(
        source, tuple(cases), _brier([(case.said, case.met) for case in cases]), len(both),
        _brier([(case.said, case.met) for case in both]), _brier([(case.model or 0.0, case.met) for case in both]),
    )  # fmt: skip


def _brier(pairs: Sequence[tuple[float, bool]]) -> float:
    return float(np.mean([(said - met) ** 2 for said, met in pairs])) if pairs else float("nan")
