"""What has moved since actions were agreed: their state, and the model's answer to their targets."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from sxresearch.monitoring.ledger.actions import Action, Actions
from sxresearch.terms import Status


@dataclass(frozen=True)
class ActionProgress:
    """One action: how it stands, how it stood in the row before (none if there is only one), and as agreed.

    ``status_now`` and ``p_now`` are the model's answer today (none where the target is not in the verdict table);
    the answer of then is in ``first``.
    """

    now: Action
    before: Action | None
    first: Action
    status_now: Status | None
    p_now: float | None
    as_of_now: int | None
    overdue: bool

    @property
    def moved(self) -> bool:
        """Whether state, day, task or office changed in the last row."""
        return self.before is not None and self.before.agreed() != self.now.agreed()

    @property
    def step(self) -> float | None:
        """How far the probability has moved since the action was agreed."""
        if self.p_now is None or self.first.chance_then is None:
            return None
        return self.p_now - self.first.chance_then


def action_progress(verdicts: pd.DataFrame, actions: Actions, today: date) -> tuple[ActionProgress, ...]:
    """Every action as it stands, overdue ones first, then by their day."""
    answers = {(row.region, row.target): row for row in verdicts.itertuples(index=False)}
    found = [_progress(actions.history(number), answers, today) for number in actions.current]
    return tuple(sorted(found, key=lambda item: (not item.overdue, item.now.due, item.now.number)))


def _progress(history: tuple[Action, ...], answers: dict, today: date) -> ActionProgress:
    now = history[-1]
    row = answers.get((now.region, now.target))
    p = None if row is None or pd.isna(row.p_attain) else float(row.p_attain)
    return ActionProgress(
        now, history[-2] if len(history) > 1 else None, history[0], Status(row.status) if row is not None else None, p,
        int(row.as_of) if row is not None else None, now.overdue(today),
    )  # fmt: skip
