"""Tables of a notebook in the reader's words: names instead of ids, whole (they scroll) instead of cut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import asked_language, known, series_name
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, figure, own_decimals, percent
from sxresearch.plan.catalogue import Goal, Target
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import EvidenceGrade, Flag, Language, RuleKind, Status, WarningKind

NAMED = (
    "region", "indicator", "group", "year", "value", "unit", "numerator", "denominator", "status", "held", "basis",
    "source", "reported_at", "file", "line", "plan", "target", "rule", "target_value", "target_year", "latest_year",
    "latest_value", "projected", "lower80", "upper80", "lower95", "upper95", "median", "naive", "p_attain", "flag",
    "warnings", "evidence_grade", "figures", "targets",
)  # fmt: skip
"""Columns that have a name of their own in the catalogue (``brief-table-<name>``); any other is headed as it is."""

_FAMILIES = {
    "group": "group", "unit": "unit", "held": "doubt", "basis": "basis", "rule": "rule", "flag": "flag",
    "evidence_grade": "grade",
}  # fmt: skip
_QUANTITIES = {
    "value", "target_value", "latest_value", "projected", "lower80", "upper80", "lower95", "upper95", "median", "naive",
}  # fmt: skip
_PROBABILITIES = {"p_attain", "p_underlying", "p_naive", "p_every_year"}
_WORDS: tuple[tuple[str, type[StrEnum]], ...] = (("status", Status), ("flag", Flag), ("grade", EvidenceGrade))
_PLAIN_DECIMALS = 2  # of a number that no indicator says the precision of


def word_table(
    frame: pd.DataFrame | pd.Series, inputs: Inputs, lang: str = "zh", caption: str = "", indicator: str | None = None
) -> Fragment:
    """The table in words: regions, indicators, targets and groups by name, figures in their own precision.

    Parameters
    ----------
    frame
        What pandas gives; its index is shown too, unless it only counts rows.
    inputs
        Where the names stand.
    lang
        ``zh`` or ``en``.
    caption
        Above the table; by default how many rows it has.
    indicator
        What the figures are, where no column says it: decides their decimals.

    Raises
    ------
    BadParameter
        If the language is none of ours.
    """
    language = asked_language(lang)
    table = frame.to_frame() if isinstance(frame, pd.Series) else frame
    flat = table if isinstance(table.index, pd.RangeIndex) else table.reset_index()
    words = _CellWords(inputs, language, indicator)
    names = [str(name) for name in flat.columns]
    columns = [flat.iloc[:, place].tolist() for place in range(len(names))]
    rows = [words.row(names, cells) for cells in zip(*columns, strict=True)]
    heads = [(words.head(name), _is_number(flat.iloc[:, place])) for place, name in enumerate(names)]
    said = caption or say("brief-table-rows", language, count=str(len(rows)))
    return Fragment(render("word_table", language, caption=said, heads=heads, rows=rows))


def _is_number(column: pd.Series) -> bool:
    return bool(pd.api.types.is_numeric_dtype(column)) and column.dtype != bool and column.name != "year"


@dataclass(frozen=True)
class _CellWords:
    """The word for a cell, given the column it stands in and the indicator of its row."""

    inputs: Inputs
    language: Language
    default: str | None

    def head(self, name: str) -> str:
        """A column's heading."""
        if name in NAMED:
            return say(f"brief-table-{name.replace('_', '-')}", self.language)
        for family, members in _WORDS:
            if name in set(members):
                return word(family, name, self.language)
        return name

    def row(self, names: list[str], cells: tuple[Any, ...]) -> list[str]:
        """The words of a row."""
        indicator = self._indicator(dict(zip(names, cells, strict=True)))
        return [self._cell(name, cell, indicator) for name, cell in zip(names, cells, strict=True)]

    def _indicator(self, row: Mapping[str, Any]) -> Indicator | None:
        """The indicator that the figures of a row are in."""
        name = row.get("indicator", self.default)
        if name is None and row.get("target") in self._targets:
            name = self._targets[row["target"]].indicator
        return self.inputs.indicators[str(name)] if name in self.inputs.indicators.by_id else None

    def _cell(self, name: str, cell: Any, indicator: Indicator | None) -> str:
        if not known(cell) or cell == "":
            return MISSING if name != "held" else ""
        named = self._named.get(name)
        if named is not None:
            return named(str(cell))
        if name in _FAMILIES:
            return word(_FAMILIES[name], str(cell), self.language).strip()
        return self._plain(name, cell, indicator)

    @cached_property
    def _named(self) -> Mapping[str, Callable[[str], str]]:
        return {
            "region": self._region, "indicator": self._series, "target": self._target, "plan": self._plan,
            "status": self._status, "warnings": self._warnings,
        }  # fmt: skip

    def _plain(self, name: str, cell: Any, indicator: Indicator | None) -> str:
        if isinstance(cell, bool):
            return say("brief-table-yes" if cell else "brief-table-no", self.language)
        if not isinstance(cell, float):
            return str(cell)
        if name in _PROBABILITIES:
            return percent(cell)
        year = name.isdigit()
        if indicator is not None and (name in _QUANTITIES or year):
            decimals = own_decimals(cell, indicator.decimals) if name in ("value", "latest_value") or year else None
            return figure(cell, indicator.decimals if decimals is None else decimals)
        return figure(cell, 0) if cell.is_integer() else figure(cell, _PLAIN_DECIMALS)

    def _region(self, code: str) -> str:
        return self.inputs.regions[code].title(self.language) if code in self.inputs.regions else code

    def _series(self, name: str) -> str:
        known_as = self.inputs.indicators.by_id.get(name)
        return known_as.name.in_language(self.language) if known_as else name

    def _plan(self, name: str) -> str:
        titles = {plan.id: plan.title.in_language(self.language) for plan in self.inputs.plans}
        return titles.get(name, name)

    def _target(self, name: str) -> str:
        """Its series; of a checklist item, its goal."""
        if name not in self._places:
            return name
        goal, target = self._places[name]
        if target.indicator is None:
            return goal.title.in_language(self.language)
        title = series_name(SeriesKey(self.inputs.indicators[target.indicator], target.group), self.language)
        return f"{title} · {word('rule', target.rule, self.language)}" if target.rule is RuleKind.NARROW_GAP else title

    def _status(self, value: str) -> str:
        family = "status" if value in set(Status) else "reported"
        return word(family, value, self.language)

    def _warnings(self, value: str) -> str:
        kinds = [word("warning", item, self.language) for item in value.split(";") if item in set(WarningKind)]
        return say("brief-list-separator", self.language).join(kinds)

    @cached_property
    def _targets(self) -> Mapping[str, Target]:
        return {target.id: target for _, target in self._places.values()}

    @cached_property
    def _places(self) -> Mapping[str, tuple[Goal, Target]]:
        return {target.id: (goal, target) for plan in self.inputs.plans for _, goal, target in plan.places()}
