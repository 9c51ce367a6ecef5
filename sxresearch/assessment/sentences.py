"""The sentences of a verdict: what was promised, what is known, what would have to happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sxresearch.assessment.events.outcome import Obstacle
from sxresearch.assessment.reading_notes import ReadingNotes
from sxresearch.assessment.status import DECIDED
from sxresearch.assessment.warnings.few_events import FewEvents
from sxresearch.language import say, word
from sxresearch.language.numbers import change, figure, own_decimals, percent, quantity, share
from sxresearch.plan.catalogue import Target
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.rules import Shape
from sxresearch.terms import Language, Status, WarningKind

SAID_COLUMNS = (
    "latest_year", "latest_value", "second_latest_value", "target_year", "target_value", "base_value", "status",
    "p_attain", "p_underlying", "p_every_year", "progress", "time_elapsed", "warnings", "projected", "lower80",
    "upper80", "required_change_per_year", "observed_change_per_year", "episodes", "episodes_at_pace", "plan_value",
)  # fmt: skip
"""The columns of a verdict that its reason speaks of."""

EPISODES_WORTH_TELLING = 5  # fewer stretches say nothing about what is usual


def unmeasured(language: Language) -> str:
    """The reason of a target without an indicator."""
    return say("obstacle-checklist", language)


@dataclass(frozen=True)
class Reasoning:
    """What the reason of one verdict is made of: the row, its target and its indicator."""

    row: Mapping[str, Any]
    target: Target
    indicator: Indicator
    obstacle: Obstacle | None
    notes: ReadingNotes
    few: FewEvents | None = None

    def texts(self, language: Language) -> tuple[str, str]:
        """The reason in one paragraph, and apart from it what the answer hangs on."""
        hangs_on = self.notes.sentences(language)
        parts = [self._now(language), self._answer(language), self._pace(language), *self._more(hangs_on, language)]
        gap = _sentence_gap(language)
        return gap.join(part for part in parts if part), gap.join(hangs_on)

    def _quantity(self, value: float, language: Language) -> str:
        return quantity(value, self.indicator.unit, self.indicator.decimals, language)

    def _figure(self, value: float, language: Language) -> str:
        """An observed figure, with its own digits."""
        return quantity(value, self.indicator.unit, own_decimals(value, self.indicator.decimals), language)

    def _now(self, language: Language) -> str:
        row = self.row
        if pd.isna(row["latest_value"]):
            return ""
        values = {"year": str(int(row["latest_year"])), "value": self._figure(row["latest_value"], language)}
        if self.target.grammar.needs_second and not pd.isna(row["second_latest_value"]):
            return say("reason-now-pair", language, **values, second=self._figure(row["second_latest_value"], language))
        return say("reason-now", language, **values) + self._progress(language)

    def _progress(self, language: Language) -> str:
        """How far along, where there is a way from base to target."""
        if pd.isna(self.row["progress"]):
            return ""
        shares = {name: share(self.row[column]) for name, column in (("way", "progress"), ("time", "time_elapsed"))}
        return _sentence_gap(language) + say("reason-progress", language, **shares)

    def _answer(self, language: Language) -> str:
        row = self.row
        year = str(int(row["target_year"]))
        status = word("status", row["status"], language)
        if Status(row["status"]) in DECIDED:
            return say("reason-decided", language, year=year, status=status)
        if self.obstacle is not None:
            return say(f"obstacle-{self.obstacle}".replace("_", "-"), language, year=year)
        p = percent(row["p_attain"])
        if pd.isna(row["projected"]):
            return say("reason-chance", language, year=year, p=p, status=status)
        shown = {
            name: self._quantity(row[column], language)
            for name, column in (("value", "projected"), ("low", "lower80"), ("high", "upper80"))
        }
        return say("reason-projected", language, year=year, p=p, status=status, **shown)

    def _pace(self, language: Language) -> str:
        row = self.row
        required, observed = row["required_change_per_year"], row["observed_change_per_year"]
        if Status(row["status"]) in DECIDED or pd.isna(required):
            return ""
        decimals = self.indicator.decimals + 1
        seen = change(observed, self.indicator.unit, decimals, language)
        once = "-once" if pd.isna(observed) else ""
        if required == 0:
            return say(f"reason-pace-met{once}", language, observed=seen)
        needed = change(required, self.indicator.unit, decimals, language)
        text = say(f"reason-pace{once}", language, required=needed, observed=seen)
        if row["episodes"] >= EPISODES_WORTH_TELLING:
            counts = {"count": str(int(row["episodes_at_pace"])), "total": str(int(row["episodes"]))}
            text += _sentence_gap(language) + say("reason-episodes", language, **counts)
        return text

    def _counts(self, language: Language) -> list[str]:
        """What a place with a handful of cases must know: the pooled rate."""
        lines = []
        if self.few is not None:
            shown = {name: self._quantity(value, language) for name, value in self.few.rates.items()}
            events = figure(self.few.events_a_year, 1)
            lines.append(say("reason-few-events", language, events=events, years=str(self.few.years), **shown))
        return lines

    def _more(self, hangs_on: list[str], language: Language) -> list[str]:
        row, more = self.row, self._counts(language)
        if not pd.isna(row["p_every_year"]):
            key = "reason-floor-broken" if row["p_every_year"] == 0 else "reason-every-year"
            more.append(say(key, language, p=percent(row["p_every_year"])))
        if WarningKind.OFF_COURSE in str(row["warnings"]).split(";"):
            more.append(say("reason-off-course", language))
        more += hangs_on
        if self.target.grammar.shape is Shape.UNITS and self.obstacle is None and not pd.isna(row["p_attain"]):
            more.append(say("reason-units", language))
        if self.target.aspiration:
            more.append(say("reason-aspiration", language))
        if not pd.isna(row["plan_value"]):
            more.append(say("reason-own-value", language, value=self._quantity(row["plan_value"], language)))
        return more


def _sentence_gap(language: Language) -> str:
    return "" if language is Language.ZH else " "
