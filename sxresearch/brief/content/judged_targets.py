"""What people judged and agreed, beside what the model says of the same targets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sxresearch.assessment.ledger.judgement_differences import JudgementPair
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import ended
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, percent
from sxresearch.monitoring.ledger.actions import Action, state_word
from sxresearch.monitoring.ledger.judgements import Judgement, source_word


@dataclass(frozen=True)
class JudgedTarget:
    """One judgement that counts, beside the model's answer to the same target."""

    row: TargetRow
    judgement: Judgement

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return JudgementPair(self.judgement, self.row.status, self.row.p).differs

    @property
    def source(self) -> str:
        """Whose judgement it is."""
        return source_word(self.judgement.source, self.row.subject.language)

    @property
    def answer(self) -> str:
        """The judgement in the words of our statuses, with its probability where one was given."""
        said = word("status", self.judgement.status, self.row.subject.language)
        return said if self.judgement.chance is None else f"{said} {percent(self.judgement.chance)}"

    @property
    def signed(self) -> str:
        """Who judged, and when."""
        return f"{self.judgement.role} {self.judgement.day.isoformat()}"

    @property
    def line(self) -> str:
        """Everything in one sentence."""
        language = self.row.subject.language
        said = say(
            "ledger-line",
            language,
            source=self.source,
            answer=self.answer,
            signed=self.signed,
            reason=self.judgement.reason,
            evidence=self.judgement.evidence,
        )
        return ended(said, language) + (say("ledger-line-differs", language) if self.differs else "")


@dataclass(frozen=True)
class AgreedAction:
    """An action for a target, with what the model says of it when it was agreed and now."""

    row: TargetRow
    action: Action
    first: Action

    @property
    def state(self) -> str:
        """How it stands."""
        return state_word(self.action.state, self.row.subject.language)

    @property
    def due(self) -> str:
        """Its day."""
        return self.action.due.isoformat()

    @property
    def then(self) -> str:
        """The model's answer on the day it was agreed."""
        if self.first.status_then is None:
            return MISSING
        return _answer(self.row, self.first)

    @property
    def now(self) -> str:
        """The model's answer of this run."""
        return f"{self.row.status_word} {self.row.probability}"


def judged_targets(rows: Iterable[TargetRow]) -> tuple[JudgedTarget, ...]:
    """Every judgement that counts on these targets, in their order."""
    return tuple(_judged(rows))


def judgement_lines(row: TargetRow) -> tuple[str, ...]:
    """A sentence for every judgement that counts on a target."""
    return tuple(item.line for item in judged_targets([row]))


def agreed_actions(rows: Iterable[TargetRow]) -> tuple[AgreedAction, ...]:
    """Every action for these targets as it stands, in their order."""
    return tuple(
        AgreedAction(row, action, actions.history(action.number)[0])
        for row in rows
        for actions in [row.subject.inputs.actions]
        for action in actions.of(row.subject.region.code, row.place.target.id)
    )


def _judged(rows: Iterable[TargetRow]) -> Iterator[JudgedTarget]:
    for row in rows:
        for judgement in row.subject.inputs.judgements.beside(row.subject.region.code, row.place.target.id):
            yield JudgedTarget(row, judgement)


def _answer(row: TargetRow, action: Action) -> str:
    status = word("status", action.status_then or "", row.subject.language)
    return f"{status} {percent(action.chance_then)} ({action.as_of_then or MISSING})"
