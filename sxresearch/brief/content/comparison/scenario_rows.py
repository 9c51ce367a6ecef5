"""What if, in words: for each target that is not decided, the chance along paces that somebody would ask about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sxresearch.assessment.status import DOUBTFUL
from sxresearch.assessment.what_if import Scenario
from sxresearch.brief.content.subject import Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import pace
from sxresearch.language import say
from sxresearch.language.numbers import percent
from sxresearch.terms import Language

_NEVER_SURE = 1e-9
"""A path may end where no count could miss the target; what is not a fact is still never printed as 0 or 100 %."""


@dataclass(frozen=True)
class ScenarioLine:
    """One pace: the yearly change (empty where none), the ``peer`` whose it is (else empty), the chance along it.

    ``yearly`` is the same change as a number in the indicator's unit.
    """

    scenario: Scenario
    pace: str
    peer: str
    probability: str
    yearly: float


@dataclass(frozen=True)
class WhatIf:
    """One target with its scenarios."""

    target: TargetRow
    lines: tuple[ScenarioLine, ...]

    def along(self, scenario: Scenario) -> ScenarioLine | None:
        """The line of one scenario, if it could be worked out."""
        return next((line for line in self.lines if line.scenario is scenario), None)


def scenario_word(scenario: Scenario, language: Language) -> str:
    """What a pace is called."""
    return say(f"brief-what-if-{scenario.value.replace('_', '-')}", language)


def what_ifs(subject: Subject, rows: Sequence[TargetRow]) -> tuple[WhatIf, ...]:
    """The targets in doubt that a pace can be asked of, in the plans' order."""
    return scenario_rows(subject, [row for row in rows if row.status in DOUBTFUL])


def scenario_rows(subject: Subject, rows: Sequence[TargetRow]) -> tuple[WhatIf, ...]:
    """Those of ``rows`` that a pace can be asked of, in their order, whether their answer is in doubt or not."""
    known: dict[str, list] = {}
    for line in subject.assessment.scenarios.itertuples(index=False):
        known.setdefault(str(line.target), []).append(line)
    return tuple(
        WhatIf(row, tuple(_line(subject, row, line) for line in known[row.place.target.id]))
        for row in rows
        if not row.suppressed and row.p is not None and row.place.target.id in known
    )


def _line(subject: Subject, row: TargetRow, line: object) -> ScenarioLine:
    peer = str(line.peer)  # type: ignore[attr-defined]
    return ScenarioLine(
        Scenario(line.scenario),  # type: ignore[attr-defined]
        "" if line.scenario == Scenario.STAYS else pace(subject, row.series, line.pace),  # type: ignore[attr-defined]
        subject.inputs.regions[peer].title(subject.language) if peer else "",
        percent(min(max(float(line.p), _NEVER_SURE), 1 - _NEVER_SURE)),  # type: ignore[attr-defined]
        float(line.pace),  # type: ignore[attr-defined]
    )
