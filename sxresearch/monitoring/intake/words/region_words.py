"""Regions as offices name them: codes of 6 or 12 digits, full and short names, names with the province in front."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.cells import folded

_CODE = re.compile(r"(\d{6})(?:\.0+|0{3}|0{6})?")
_WITH_NAME = re.compile(r"(\d{6})(?:0{6})?\(?(\D+?)\)?|(\D+?)\(?(\d{6})(?:0{6})?\)?")
_RANKS = "省市县区"
_SHORTEST = 2
_NEAREST = 3


@dataclass(frozen=True)
class RegionWord:
    """What a cell says about the region: its code, or why there is none.

    ``problem`` is empty, ``unknown``, ``ambiguous`` (``candidates`` are codes, also former ones), ``changed`` (a county
    that was redrawn, ``note`` says how) or ``disagree`` (code and name name two regions); ``former`` is the name of a
    county that is another one today.
    """

    code: str = ""
    problem: str = ""
    candidates: tuple[str, ...] = ()
    note: str = ""
    former: str = ""


UNKNOWN = RegionWord(problem="unknown")


@dataclass(frozen=True)
class RegionNames:
    """Every spelling of the regions of a register, today's and former ones."""

    register: Register = field(repr=False)

    def find(self, value: object, within: str = "") -> RegionWord:
        """The region of a cell; of several that bear the name, the one inside the region ``within``."""
        text = folded(value)
        if code := _CODE.fullmatch(text):
            return self._by_code(code[1])
        if both := _WITH_NAME.fullmatch(text):
            coded, named = self._by_code(both[1] or both[4]), self._by_name(both[2] or both[3], within)
            return together(coded, named) if not (coded.problem and named.problem) else UNKNOWN
        return self._by_name(text, within)

    def name(self, code: str) -> str:
        """A region with what stands above it: 阳泉市城区."""
        if code in self._former:
            item = self._former[code]
            return self.name(item.parent) + item.name
        region = self.register.regions[code]
        above = region.parent and self.register.regions[region.parent]
        return (above.name if above and above.level == "city" else "") + region.name

    def nearest(self, value: object) -> str:
        """The three names of the register most like the cell's."""
        text = folded(value)
        names = {self.name(region.code) for region in self.register.regions}
        ranked = sorted(names, key=lambda name: (-SequenceMatcher(None, text, name, autojunk=False).ratio(), name))
        return "、".join(ranked[:_NEAREST])

    def _by_code(self, code: str) -> RegionWord:
        if code in self.register.regions:
            return RegionWord(code)
        return self._today(code) if code in self._former else UNKNOWN

    def _by_name(self, text: str, within: str) -> RegionWord:
        found = self._spellings.get(text, ())
        inside = [code for code in found if within and self.lies_within(code, within)]
        codes = inside or list(found)
        if len({self._by_code(code).code or code for code in codes}) == 1:
            return self._by_code(codes[0])
        return RegionWord(problem="ambiguous", candidates=tuple(codes)) if codes else UNKNOWN

    def _today(self, code: str) -> RegionWord:
        item = self._former[code]
        if item.region:
            return RegionWord(item.region, note=item.note, former=item.name)
        return RegionWord(problem="changed", note=item.note, candidates=(code,))

    def lies_within(self, code: str, root: str) -> bool:
        """Whether a region is ``root`` or lies inside it."""
        today = self._former[code].parent if code in self._former else code
        if not today or today == root:
            return today == root
        return any(region.code == root for region in self.register.regions.above(today))

    @cached_property
    def _former(self) -> dict:
        return {item.code: item for item in self.register.former if item.code not in self.register.regions}

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for code, spelling in self._all():
            found.setdefault(folded(spelling), {})[code] = None
        return {spelling: self._full_names_first(spelling, codes) for spelling, codes in found.items()}

    def _full_names_first(self, spelling: str, codes: Iterable[str]) -> tuple[str, ...]:
        """大同县 was a county, but 大同 is the city: who bears the word as a whole name goes before short forms."""
        codes = tuple(codes)
        today = [code for code in codes if code not in self._former]
        whole = [code for code in codes if folded(self._own_name(code)) == spelling]
        upper = [code for code in today if self.register.regions[code].level != "county"]
        return tuple(whole or upper or codes)

    def _own_name(self, code: str) -> str:
        return self._former[code].name if code in self._former else self.register.regions[code].name

    def _all(self) -> Iterator[tuple[str, str]]:
        for region in self.register.regions:
            for spelling in (*_with_above(self, region.code, region.name, region.parent), region.name_en):
                if spelling:
                    yield region.code, spelling
        for item in self._former.values():
            for spelling in _with_above(self, item.code, item.name, item.parent):
                yield item.code, spelling


def together(one: RegionWord, other: RegionWord) -> RegionWord:
    """Code and name side by side: they must name the same region."""
    if one.code and one.code == other.code:
        return one if one.former else other if other.former else one
    for clear, open_ in ((one, other), (other, one)):
        if clear.code and open_.problem == "ambiguous" and clear.code in open_.candidates:
            return clear
    if one.code and other.code:
        return RegionWord(problem="disagree", candidates=(one.code, other.code))
    return one if one.problem else other


def _with_above(names: RegionNames, code: str, name: str, parent: str | None) -> Iterator[str]:
    own = [name, short] if (short := _short(name)) else [name]
    yield from own
    if not parent or parent not in names.register.regions:
        return
    above = names.register.regions[parent]
    for upper in _with_above(names, parent, above.name, above.parent):
        yield from (upper + spelling for spelling in own)


def _short(name: str) -> str:
    """太原市 as 太原; not where a single character would be left (盂县), nor for words like 城区."""
    bare = name[:-1] if name[-1:] in _RANKS else ""
    return bare if len(bare) >= _SHORTEST else ""
