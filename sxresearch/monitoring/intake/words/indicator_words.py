"""Indicators as offices name them: with numbers in front, units in brackets, a group before or behind."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from sxresearch.language import Text
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.cells import folded
from sxresearch.monitoring.intake.words.unit_words import unit_at_end, unit_of
from sxresearch.monitoring.intake.words.vocabulary import GROUPS, GROUPS_IN_NAMES
from sxresearch.terms import Group, Unit

_NUMBERING = re.compile(
    r"^(?:\(?[0-9]{1,3}\)?[.、,)]|\(?[一二三四五六七八九十]{1,3}\)?[.、,)]|[(（]\d{1,3}[)）]|其中:|其中)"
)
_BRACKET_AT_END = re.compile(r"^(.+)\(([^()]*)\)$")
_AFTER_COLON = re.compile(r"^(.+)[:,\-_](.+)$")
NEAREST = 3


@dataclass(frozen=True)
class IndicatorWord:
    """An indicator read from a cell, with the unit and the group that stand beside its name."""

    id: str
    unit: Unit | None = None
    group: Group | None = None


@dataclass(frozen=True)
class IndicatorNames:
    """Every spelling of the indicators of a register."""

    register: Register = field(repr=False)

    def find(self, value: object) -> IndicatorWord | None:
        """The indicator of a cell; none where its name is not in the register."""
        return self._parsed(folded(value), None, None)

    def nearest(self, value: object) -> Text:
        """The three names of the register most like the cell's."""
        text = folded(value)
        ranked = sorted(self._names, key=lambda name: -_likeness(text, folded(name)))
        close: dict[str, None] = {}
        for name in ranked:
            close[self._names[name]] = None
            if len(close) == NEAREST:
                break
        items = [self.register.indicators[key].name for key in close]
        return Text("、".join(item.zh for item in items), ", ".join(item.en for item in items))

    def _parsed(self, text: str, unit: Unit | None, group: Group | None) -> IndicatorWord | None:
        if key := self._spellings.get(text):
            return IndicatorWord(key, unit, group)
        for shorter, more in ((_without_unit, "unit"), (_without_group, "group"), (_without_number, "")):
            rest, found = shorter(text)
            known = unit if more == "unit" else group
            if rest == text or (more and known is not None and known != found):
                continue
            beside = (found, group) if more == "unit" else (unit, found) if more else (unit, group)
            word = self._parsed(rest, *beside)
            if word and (word.group is None or word.group in self.register.indicators[word.id].groups):
                return word
        return None

    @cached_property
    def _names(self) -> dict[str, str]:
        return self.register.indicators.spellings()

    @cached_property
    def _spellings(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for name, key in self._names.items():
            found.setdefault(folded(name), set()).add(key)
        return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _without_unit(text: str) -> tuple[str, Unit | None]:
    if (inside := _BRACKET_AT_END.match(text)) and (unit := unit_of(inside[2])):
        return inside[1], unit
    if (beside := _AFTER_COLON.match(text)) and (unit := unit_of(beside[2])):
        return beside[1], unit
    return unit_at_end(text)


def _without_group(text: str) -> tuple[str, Group | None]:
    for pattern in (_BRACKET_AT_END, _AFTER_COLON):
        if (inside := pattern.match(text)) and (group := GROUPS.get(inside[2])):
            return inside[1], group
    for word, group in GROUPS_IN_NAMES.items():
        if text.startswith(word) and len(text) > len(word):
            return text.removeprefix(word).removeprefix("的"), group
    return text, None


def _without_number(text: str) -> tuple[str, None]:
    return _NUMBERING.sub("", text, count=1), None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
