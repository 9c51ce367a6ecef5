"""What one cell of a header says: a column of the contract, or a year, region, indicator, group or unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from sxresearch.monitoring.contract import FIGURE_COLUMNS, Register
from sxresearch.monitoring.intake.words.cells import folded, shown
from sxresearch.monitoring.intake.words.count_words import CountNames
from sxresearch.monitoring.intake.words.indicator_words import IndicatorNames
from sxresearch.monitoring.intake.words.region_words import RegionNames
from sxresearch.monitoring.intake.words.unit_words import unit_at_end, unit_of
from sxresearch.monitoring.intake.words.vocabulary import (
    BASE_WORDS,
    GROUPS,
    HEADINGS,
    PASSED,
    SET_BY_INTAKE,
    STATUSES,
    TOTALS,
    UNDER,
    UNITS,
    YEARLY_VALUES,
)
from sxresearch.monitoring.intake.words.year_words import never_word, without_year, year_of, years_within
from sxresearch.terms import Group, ObservationStatus, Unit

DIMENSIONS = ("region", "indicator", "group", "year")
_AROUND = re.compile(r"^[()_\-:,、/年度的]+|[()_\-:,、/的]+$")
_BRACKET = re.compile(r"^(.+)\(([^()]*)\)$")


@dataclass(frozen=True)
class Heading:
    """What a cell, or the cells of a header above one column, say together.

    ``column`` is a column of the contract (or ``city``, ``county``, ``held``); the dimensions are those the heading
    fixes for every figure below; ``never`` says why the numbers below are no figures; ``passed`` that none are there;
    ``count`` is the name of a numerator, denominator or other count (活产数);
    ``under`` says that it names a group of the heading on its left (其中：女);
    ``unknown`` is the reader's own text where it was not understood; ``clash`` a dimension that is fixed in two ways.
    """

    text: str
    column: str = ""
    year: int | None = None
    region: str | None = None
    region_of: str = ""
    indicator: str | None = None
    group: Group | None = None
    unit: Unit | None = None
    status: ObservationStatus | None = None
    never: str = ""
    passed: bool = False
    count: str = ""
    under: bool = False
    unknown: str = ""
    clash: str = ""

    @property
    def fixed(self) -> tuple[str, ...]:
        """Names of the dimensions that it fixes."""
        given = {**{name: getattr(self, name) for name in DIMENSIONS}, "region": self.region or self.region_of or None}
        return tuple(name for name, value in given.items() if value is not None)

    @property
    def figures(self) -> bool:
        """Whether figures stand below: a value or count, or anything under a dimension."""
        if self.never or self.passed or self.unknown or self.count or (self.under and self.clash):
            return False
        return self.column in FIGURE_COLUMNS or (not self.column and (bool(self.fixed) or self.status is not None))

    @property
    def measure(self) -> str:
        """Which of value, numerator and denominator the figures are."""
        return self.column or "value"


@dataclass(frozen=True)
class Headings:
    """Reads headings by a register's names."""

    regions: RegionNames
    indicators: IndicatorNames
    counts: CountNames

    @classmethod
    def of(cls, register: Register) -> "Headings":
        """By the names of a register."""
        return cls(RegionNames(register), IndicatorNames(register), CountNames(register))

    def read(self, value: object, dated: bool = False, date1904: bool = False) -> Heading:
        """The heading in one cell that is not blank."""
        if not isinstance(value, str):
            word = year_of(value, dated, date1904)
            return Heading(shown(value), year=word.year) if word else Heading(shown(value), unknown=shown(value))
        known = self._known(folded(value))
        return replace(known, text=shown(value)) if known else Heading(shown(value), unknown=shown(value))

    def _known(self, text: str) -> Heading | None:
        found = self._whole(text) or (self._whole(text[1:-1]) if text[:1] == "(" and text[-1:] == ")" else None)
        if found or not text:
            return found
        if bracket := _BRACKET.match(text):
            inside, outside = self._whole(bracket[2]), self._known(bracket[1])
            if inside and outside:
                return combined([outside, inside])
        bare, unit = unit_at_end(text)
        if unit and (rest := self._known(bare)):
            return combined([rest, Heading("", unit=unit)])
        kind = "total" if text in TOTALS else never_word(text)
        return self._with_year(text) or (Heading("", never=kind) if kind else None)

    def _whole(self, text: str) -> Heading | None:
        """A text that is one word of the vocabulary or one name."""
        if text in SET_BY_INTAKE:
            return Heading("", column="held")
        if text in HEADINGS:
            return Heading("", column=HEADINGS[text])
        if text in PASSED:
            return Heading("", passed=True)
        if text in GROUPS:
            return Heading("", group=GROUPS[text])
        if (group := UNDER.sub("", text)) != text and group in GROUPS:
            return Heading("", group=GROUPS[group], under=True)
        if text in BASE_WORDS:
            return Heading("", never="base")
        if text in STATUSES:
            return Heading("", status=STATUSES[text])
        if unit := (unit_of(text) if text not in {"年"} else UNITS.get(text)):
            return Heading("", unit=unit)
        return self._name(text)

    def _name(self, text: str) -> Heading | None:
        if word := self.indicators.find(text):
            return Heading("", indicator=word.id, unit=word.unit, group=word.group)
        region = self.regions.find(text)
        if region.problem != "unknown":
            return Heading("", region=region.code or None, region_of=text)
        if year := year_of(text):
            return Heading("", year=year.year, never=year.never)
        plain = not (never_word(text) or years_within(text))
        return Heading("", count=text) if plain and self.counts.is_count(text) else None

    def _with_year(self, text: str) -> Heading | None:
        """One year and something else that is known: 2023年婴儿死亡率, 太原市2023年, 基期值（2020年）."""
        years = years_within(text)
        if years and "平均" in text:
            return Heading("", never="average")
        if len(years) != 1:
            return Heading("", never="change") if len(years) > 1 and "比" in text else None
        rest = _AROUND.sub("", without_year(text))
        if rest in BASE_WORDS or rest in YEARLY_VALUES:
            return Heading("", year=years[0], column="value")
        other = self._known(rest) if rest else None
        return combined([Heading("", year=years[0]), other]) if other else None


def combined(parts: Iterable[Heading]) -> Heading:
    """Headings above one column, from the top down, as one."""
    whole, *others = parts
    for part in others:
        whole = _joined(whole, part)
    return whole


def _joined(upper: Heading, lower: Heading) -> Heading:
    values: dict[str, Any] = {}
    if upper.column in DIMENSIONS and upper.column in lower.fixed:
        upper = replace(upper, column="")  # the dimension's name above its values: 年份 over 2020年, 2021年
    for item in fields(Heading):
        one, two = getattr(upper, item.name), getattr(lower, item.name)
        if item.name not in ("text", "unknown", "never", "clash") and one and two and one != two:
            values["clash"] = item.name
        values.setdefault(item.name, two or one if item.name == "column" else one or two)
    texts = [text for text in (upper.text, lower.text) if text]
    whole = Heading(**{**values, "text": " ".join(dict.fromkeys(texts))})
    return replace(whole, never="", column="value") if whole.never == "base" and whole.year else whole
