"""What the title above a table and the name of its sheet say about all its figures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sxresearch.monitoring.intake.shapes.heading import Headings
from sxresearch.monitoring.intake.words.cells import folded
from sxresearch.monitoring.intake.words.indicator_words import IndicatorWord
from sxresearch.monitoring.intake.words.unit_words import labelled_without_unit, share_unit_at_end, unit_of, unit_within
from sxresearch.monitoring.intake.words.vocabulary import GROUPS
from sxresearch.monitoring.intake.words.year_words import never_word, without_year, years_within
from sxresearch.terms import Group, Unit

_GENERIC = (
    r"附?表\d+(?:[-.]\d+)*|附件\d*|基本情况|情况|统计表|一览表|汇总表|统计|监测|数据|报表|汇总|主要|指标|历年|各年|年度"
    r"|各县\(市、?区\)|\(市、?区\)|各县区|各区县|各县市区|各区市县|各市县|各市|各县|各地区|各地|分地区|分市县|分市|分县|表|的|[年\-_:,、()/.\s]"
)
_ENDS = re.compile(rf"^(?:{_GENERIC})+|(?:{_GENERIC})+$")
_YEARBOOK = ("年鉴", "公报")
_PARTS = ("各市", "各县", "各地", "分市", "分县", "所辖", "各区")
_REPORTING = ("填报", "填表", "制表", "报送", "报出", "上报", "日期", "印制", "打印")
"""Words beside a year that is that of the report, not of its figures."""
_DAY = re.compile(r"\d{4}(?:年\d{1,2}月(?:\d{1,2}日)?|([-/.])\d{1,2}\1\d{1,2})")
_WHOLE_YEAR = re.compile(r"(?<!\d)0?1月?-12月|全年")
_PART_OF_YEAR = re.compile(r"(?<!\d)\d{1,2}月?-\d{1,2}月|[上下]半年|季度|季报|月报|半年报")
_OF_TITLES = {
    "change": ("增减", "增幅", "增速", "同比", "环比", "比上年", "较上年"),
    "rank": ("位次", "排名", "名次"),
}
"""Words that make a table one of changes or ranks, unless columns of their own hold these."""
_GROUP_WORD = re.compile(r"农村|乡村|城镇|(?<!友好)(?<!文明)城市|女性|男性|女童|男童")
_SPAN = re.compile(r"\d{4}年?[-至到]\d{4}年?")
_FULL_NAME = 3
_PROVINCES = ("山西",)


@dataclass(frozen=True)
class Context:
    """What holds for a table where its columns don't say otherwise.

    ``unit_from`` is the text that states the unit, ``units_clash`` a second one that states another, ``unit_unread``
    one that should state it and doesn't. ``root`` is the region named in the title even where the table is of its parts
    (太原市各县区): names are looked up inside it. ``clash`` names what the title and the sheet's name say differently;
    ``never`` why a whole table holds no figures of a year, ``open_group`` a word that may make all of them those of a
    group.
    """

    year: int | None = None
    region: str | None = None
    indicator: str | None = None
    group: Group | None = None
    unit: Unit | None = None
    unit_from: str = ""
    units_clash: str = ""
    unit_unread: str = ""
    root: str = ""
    never: str = ""
    clash: str = ""
    open_group: str = ""


@dataclass(frozen=True)
class Titles:
    """Reads titles by a register's names."""

    headings: Headings

    def read(self, texts: Iterable[str]) -> Context:
        """The context that several texts give together, the sheet's name among them."""
        whole = Context()
        for text in texts:
            found = self._one(folded(text))
            whole = _together(whole, replace(found, unit_from=text if found.unit else ""))
        return whole

    def _one(self, text: str) -> Context:
        if unit := unit_of(text):
            return Context(unit=unit)
        if labelled_without_unit(text):
            return Context(unit_unread=text)
        region, rest = self._region(text)
        years = sorted(set(years_within(_DAY.sub("", _SPAN.sub("", text)))))
        single = len(years) == 1 and not any(word in text for word in (*_YEARBOOK, *_REPORTING))
        word = self._indicator(rest)
        group, open_group = (word.group, "") if word else _group(rest)
        return Context(
            year=years[0] if single else None,
            region=None if any(part in text for part in _PARTS) else region or None,
            indicator=word.id if word else None,
            group=group,
            unit=word.unit if word and word.unit else unit_within(text) or share_unit_at_end(text),
            root=region,
            never=_never(rest),
            open_group=open_group,
        )

    def _region(self, text: str) -> tuple[str, str]:
        """The one region whose full name stands in the text, and the text without it."""
        found: dict[str, str] = {}
        rest, at = text, 0
        while at < len(text):
            name = next(
                (text[at:end] for end in range(min(len(text), at + 14), at + 1, -1) if self._is_region(text[at:end])),
                "",
            )
            if name:
                found[self.headings.regions.find(name).code] = name
                rest = rest.replace(name, "", 1)
            at += len(name) or 1
        if len(found) != 1:
            return "", text
        return next(iter(found)), rest

    def _is_region(self, name: str) -> bool:
        if name[-1] not in "省市县区国" or (len(name) < _FULL_NAME and name != "全国"):
            return bool(name in _PROVINCES and self.headings.regions.find(name).code)
        return bool(self.headings.regions.find(name).code)

    def _indicator(self, text: str) -> IndicatorWord | None:
        """An indicator only where nothing else is left of the title that could make it another one."""
        years = re.sub(r"\d{4}年?度?(?:[-至到]\d{4}年?)?", "", text)
        bracket, unit = re.match(r"^(.*?)(\([^()]*\))?$", years), ""
        if bracket and unit_of((bracket[2] or "").strip("()")):
            years, unit = bracket[1], bracket[2]
        for candidate in (text, years + unit, _trimmed(years) + unit):
            if candidate and (word := self.headings.indicators.find(candidate)):
                return word
        return None


def _trimmed(text: str) -> str:
    """A title without the words that every title has at its ends."""
    return _ENDS.sub("", text)


def _together(one: Context, other: Context) -> Context:
    clash = one.clash
    values = {name: getattr(one, name) or getattr(other, name) for name in ("unit", "unit_from", "unit_unread")}
    differ = one.unit and other.unit and one.unit != other.unit
    units_clash = one.units_clash or (other.unit_from if differ else "")
    for name in ("year", "region", "indicator", "group", "root"):
        first, second = getattr(one, name), getattr(other, name)
        if first and second and first != second:
            clash = clash or name
        values[name] = first or second
    never, open_group = one.never or other.never, one.open_group or other.open_group
    return Context(**values, units_clash=units_clash, never=never, clash=clash, open_group=open_group)


def _never(text: str) -> str:
    """Why a folded title makes all its table's numbers no figures of a year."""
    if never_word(text) == "target":
        return "" if "规划" in text or "计划" in text else "target"
    if _PART_OF_YEAR.search(_WHOLE_YEAR.sub("", text)):
        return "part-of-year"
    return next((kind for kind, words in _OF_TITLES.items() if any(word in text for word in words)), "")


def _group(text: str) -> tuple[Group | None, str]:
    """The group that a title names and nothing else; or the word in it that may be meant as one."""
    bare = _trimmed(without_year(text))
    if group := GROUPS.get(bare):
        return group, ""
    found = _GROUP_WORD.findall(text)
    return None, found[0] if len(set(found)) == 1 else ""
