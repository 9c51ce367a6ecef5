"""Judgements in the verdict table: columns of their own behind the model's, which stay as they are."""

import pandas as pd

from sxresearch.monitoring.ledger.judgements import Judgements, JudgementSource

JUDGEMENT_COLUMNS_OF_VERDICTS = tuple(
    f"{source}_{part}" for source in JudgementSource for part in ("judgement", "chance", "judged_on", "evidence")
)
"""``department_judgement`` (a status), ``department_chance``, ``department_judged_on``, …; the same for the panel."""


def with_judgements(verdicts: pd.DataFrame, judgements: Judgements) -> pd.DataFrame:
    """The verdict table with what counts of the judgements behind it; unchanged where there are none at all."""
    if not len(judgements):
        return verdicts
    places = list(zip(verdicts["region"], verdicts["target"], strict=True))
    added: dict[str, list] = {}
    for source in JudgementSource:
        found = [judgements.latest(region, target, source) for region, target in places]
        added[f"{source}_judgement"] = [item.status.value if item else None for item in found]
        added[f"{source}_chance"] = [item.chance if item else None for item in found]
        added[f"{source}_judged_on"] = [item.day.isoformat() if item else None for item in found]
        added[f"{source}_evidence"] = [item.evidence if item else None for item in found]
    return verdicts.assign(**{name: added[name] for name in JUDGEMENT_COLUMNS_OF_VERDICTS})
