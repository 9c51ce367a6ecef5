"""What an answer hangs on: tolerance, the figure itself, a base that can't be bettered, other readings of the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.assessment.events.outcome import RuleReading
from sxresearch.assessment.status import DECIDED, status_of
from sxresearch.language import say, word
from sxresearch.language.numbers import change, own_decimals, percent, quantity
from sxresearch.plan.catalogue import Target
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.rules import Shape
from sxresearch.terms import Language, Status

FAR_APART = 0.15  # from here on the underlying level and the published figure are told apart
EVEN = 0.50
_SAME = 1e-9  # printed decimals have no exact binary form


@dataclass(frozen=True)
class ReadingNotes:
    """One verdict and its answers under other readings: probabilities, or 1 and 0 where the figure is in.

    ``excluded`` says that the verdict counts the target figure itself as a miss; ``best_base`` that the base can't be
    bettered.
    """

    row: Mapping[str, Any]
    target: Target
    indicator: Indicator
    answers: Mapping[RuleReading, float]
    excluded: bool
    best_base: bool

    def sentences(self, language: Language) -> list[str]:
        """One sentence for everything that the answer hangs on."""
        return [*self._limits(language), *self._alternatives(language), *self._underlying(language)]

    @property
    def decided(self) -> bool:
        """Whether the figure of the target year is in."""
        return Status(self.row["status"]) in DECIDED

    def _limits(self, language: Language) -> Iterator[str]:
        if self.best_base:
            base = self.row["base_value"]
            shown = quantity(base, self.indicator.unit, self.indicator.decimals, language)
            gap = self.target.grammar.shape is Shape.GAP
            yield say("note-best-gap" if gap else "note-best-base", language, value=shown)
        size = tolerance_words(self.target, self.indicator, language)
        if size:
            key = "note-allowance" if self.target.grammar.needs_second else "note-tolerance"
            yield say(key, language, size=size)
        if not self.decided and self._latest_on_target:
            yield say("note-latest-tie", language)

    def _alternatives(self, language: Language) -> Iterator[str]:
        for reading, answer in self.answers.items():
            if self.decided and not np.isnan(answer) and bool(answer) != (self.row["status"] == Status.MET):
                yield self._decided_otherwise(reading, language)
            elif not self.decided and self._worth_telling(reading, answer):
                status = word("status", status_of(min(answer, 1.0)), language)
                yield say(self._key("note", reading), language, p=percent(answer), status=status)

    def _decided_otherwise(self, reading: RuleReading, language: Language) -> str:
        other = Status.MISSED if self.row["status"] == Status.MET else Status.MET
        return say(self._key("note-decided", reading), language, status=word("status", other, language))

    def _worth_telling(self, reading: RuleReading, answer: float) -> bool:
        """The tolerance and the ratio always; the figure itself where it moves the answer into another band."""
        if np.isnan(answer) or pd.isna(self.row["p_attain"]):
            return False
        return reading is not RuleReading.BOUNDARY or status_of(answer) is not Status(self.row["status"])

    def _key(self, family: str, reading: RuleReading) -> str:
        if reading is not RuleReading.BOUNDARY:
            return f"{family}-{reading}"
        if self.target.grammar.shape is Shape.CHANGE and not self.target.grammar.percent_of_base:
            return f"{family}-base"
        return f"{family}-{'included' if self.excluded else 'excluded'}"

    @property
    def _latest_on_target(self) -> bool:
        latest, value = self.row["latest_value"], self.row["target_value"]
        known = not pd.isna(latest) and not pd.isna(value) and self.target.grammar.numeric
        return known and self.target.grammar.shape is not Shape.AROUND and abs(latest - value) < _SAME

    def _underlying(self, language: Language) -> Iterator[str]:
        """Where cases are counted: the level freed from chance, where it gives another answer."""
        p, underlying = self.row["p_attain"], self.row["p_underlying"]
        if pd.isna(p) or pd.isna(underlying):
            return
        if abs(p - underlying) > FAR_APART or (p < EVEN) != (underlying < EVEN):
            yield say("note-underlying", language, p=percent(underlying))


def tolerance_words(target: Target, indicator: Indicator, language: Language) -> str:
    """How much is allowed beside the target value, "2 points"; empty where nothing is."""
    if not target.grammar.takes_tolerance or (target.grammar.needs_second and target.tolerance is None):
        return ""
    size = target.tolerance_for(indicator.unit)
    return change(size, indicator.unit, own_decimals(size, 0), language).removeprefix("+")
