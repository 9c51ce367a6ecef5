"""Counts under their own names (活产数, 婴儿死亡数), and of which rates they are the numerator or denominator."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.cells import folded

_COUNT = re.compile(r"(?:人|例|次|户|个|童|女|妇|生|员|师|者|亡|病|产|儿|口)数$|人口$|总数$")
_RATE = re.compile(r"[率比占均每]")
"""A count is named by what is counted; a name with one of these is that of a rate, or may be one."""
_POPULATION = re.compile(r"活产|产妇|新生儿|人口|\d岁|围产儿|livebirths|population")
"""In names of whole populations, which several rates may share; other equal names are of different bodies."""

NUMERATOR, DENOMINATOR = "numerator", "denominator"


@dataclass(frozen=True)
class CountNames:
    """The numerators and denominators of a register by their names."""

    register: Register = field(repr=False)

    def is_count(self, name: str) -> bool:
        """Whether a folded name is that of a numerator or denominator, or by its end of some other count."""
        return name in self._full or bool(_COUNT.search(name) and not _RATE.search(name))

    def owners(self, name: str, indicators: Sequence[str]) -> list[tuple[int, str]]:
        """Which of several indicators side by side have a count of the folded name: place in the list, and its role.

        A full name goes before the end of one (死亡数 for 婴儿死亡数). None where it could be of several of them, but
        for the denominators of a population.
        """
        full = [(at, role) for at, key in enumerate(indicators) for role, names in self._of(key) if name in names]
        ends = [
            (at, role)
            for at, key in enumerate(indicators)
            for role, names in self._of(key)
            if any(item.endswith(name) for item in names)
        ]
        found = full or ends
        different = {(indicators[at], role) for at, role in found}
        shared = {role for _, role in different} == {DENOMINATOR} and _POPULATION.search(name)
        return found if len(different) == 1 or shared else []

    def _of(self, key: str) -> list[tuple[str, tuple[str, ...]]]:
        item = self.register.indicators[key]
        pairs = ((NUMERATOR, item.numerator), (DENOMINATOR, item.denominator))
        return [(role, (folded(words.zh), folded(words.en))) for role, words in pairs if words]

    @cached_property
    def _full(self) -> frozenset[str]:
        keys = self.register.indicators.by_id
        return frozenset(name for key in keys for _, names in self._of(key) for name in names)
