"""The one table contract of monitoring data, declared once for reader, writer and tests."""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pandera.pandas as pa

from sxresearch.monitoring.accepted import Accepted
from sxresearch.plan.former_regions import FormerRegion
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import Regions
from sxresearch.terms import Basis, Group, ObservationStatus, Unit

KEY = ("region", "indicator", "group", "year")
FIGURE_COLUMNS = ("value", "numerator", "denominator")
"""Columns that hold a figure: its value, and the counts behind it."""
REQUIRED = (*KEY, "value", "unit", "status", "basis", "source")
OPTIONAL = ("numerator", "denominator", "reported_at")
COLUMNS = (*KEY, "value", "unit", "numerator", "denominator", "status", "basis", "source", "reported_at")

HELD = "held"
"""Column of the checked table: the rule that holds a figure, or empty. A file may carry it, but empty: whether a
figure is held is worked out anew at every reading and never taken from outside."""

FIRST_YEAR, LAST_YEAR = 1949, 2100
_DATE = r"^(\d{4}-\d{2}-\d{2})?$"  # so that the later of two reports sorts last

CHINESE_COLUMNS = {
    "地区代码": "region",
    "地区": "region",
    "指标": "indicator",
    "指标名称": "indicator",
    "分组": "group",
    "年份": "year",
    "数值": "value",
    "单位": "unit",
    "分子": "numerator",
    "分母": "denominator",
    "数据状态": "status",
    "数据性质": "basis",
    "来源": "source",
    "报送日期": "reported_at",
}

# of several names for one thing the first is what the toolkit itself writes (monitoring/template/names.py)
CHINESE_WORDS: dict[str, dict[str, str]] = {
    "group": {
        "合计": Group.TOTAL,
        "全部": Group.TOTAL,
        "城市": Group.URBAN,
        "城镇": Group.URBAN,
        "农村": Group.RURAL,
        "女": Group.FEMALE,
        "女性": Group.FEMALE,
        "男": Group.MALE,
        "男性": Group.MALE,
    },
    "status": {
        "终值": ObservationStatus.FINAL,
        "初步": ObservationStatus.PRELIMINARY,
        "修订": ObservationStatus.REVISED,
    },
    "basis": {
        "刊载": Basis.PRINTED,
        "推算": Basis.DERIVED,
        "转引": Basis.SECONDARY,
        "演示": Basis.SYNTHETIC,
    },
    "unit": {
        "%": Unit.PERCENT,
        "％": Unit.PERCENT,
        "‰": Unit.PER_MILLE,
        "1/万": Unit.PER_10K,
        "1/10万": Unit.PER_100K,
        "岁": Unit.YEARS_OF_AGE,
        "年": Unit.YEARS,
        "分钟/日": Unit.MINUTES_PER_DAY,
        "人": Unit.PERSONS,
        "万人": Unit.TEN_THOUSAND_PERSONS,
        "亿人": Unit.HUNDRED_MILLION_PERSONS,
        "个/千人": Unit.PER_1000_POPULATION,
        "每千名儿童": Unit.PER_1000_CHILDREN,
        "名/千名儿童": Unit.PER_1000_CHILDREN,
        "张/千名儿童": Unit.PER_1000_CHILDREN,
        "比值": Unit.RATIO,
        "百分点": Unit.POINTS,
        "个百分点": Unit.POINTS,
        "个": Unit.NUMBER,
        "所": Unit.NUMBER,
        "万个": Unit.TEN_THOUSAND,
        "起": Unit.CASES,
        "件": Unit.CASES,
        "万件": Unit.TEN_THOUSAND_CASES,
        "万人次": Unit.TEN_THOUSAND_PERSON_TIMES,
    },
}


@dataclass(frozen=True)
class Register:
    """What observations are checked against: indicators, regions, former counties, confirmed figures."""

    indicators: Indicators
    regions: Regions
    former: tuple[FormerRegion, ...] = ()
    accepted: Accepted = field(default_factory=Accepted)

    def names_of(self, indicators: Collection[str]) -> list[str]:
        """Every name under which a data file may speak of these indicators."""
        return [name for name, key in self.indicators.spellings().items() if key in indicators]

    def bounds(self, indicator: pd.Series) -> tuple[pd.Series, pd.Series]:
        """Lower and upper bound per row (infinite where there is none)."""
        codes, names = pd.factorize(indicator, use_na_sentinel=False)  # few names, many rows
        known = [self.indicators.by_id.get(name) for name in names]
        low = [-np.inf if item is None or item.lower is None else item.lower for item in known]
        high = [np.inf if item is None or item.upper is None else item.upper for item in known]
        lower, upper = (np.array(limits, dtype=float)[codes] for limits in (low, high))
        return pd.Series(lower, indicator.index), pd.Series(upper, indicator.index)


def contract(register: Register) -> pa.DataFrameSchema:
    """The schema of observations; each check's error is the key of a fault sentence."""
    units = {key: item.unit.value for key, item in register.indicators.by_id.items()}
    groups = {f"{key} {group.value}" for key, item in register.indicators.by_id.items() for group in item.groups}

    def within_bounds(table: pd.DataFrame) -> pd.Series:
        low, high = register.bounds(table["indicator"])
        return table["value"].isna() | table["value"].between(low, high)

    def unit_agrees(table: pd.DataFrame) -> pd.Series:
        expected = table["indicator"].map(units)
        return expected.isna() | (expected == table["unit"])

    def group_known(table: pd.DataFrame) -> pd.Series:
        known = (table["indicator"] + " " + table["group"]).isin(groups)
        return known | ~table["indicator"].isin(units) | ~table["group"].isin(list(Group))

    def counts_fit(table: pd.DataFrame) -> pd.Series:
        return table["numerator"].isna() | (table["denominator"] > 0)

    def key_once(table: pd.DataFrame) -> pd.Series:
        return table["year"].isna() | ~table.duplicated([*KEY, "status", "reported_at"], keep="first")

    def among(values: object, key: str) -> pa.Check:
        return pa.Check.isin(list(values), error=key)  # type: ignore[call-overload]

    return pa.DataFrameSchema(
        {
            "region": pa.Column(str, among([region.code for region in register.regions], "observation-region")),
            "indicator": pa.Column(str, among(list(units), "observation-indicator")),
            "group": pa.Column(str, among(list(Group), "observation-group")),
            "year": pa.Column(float, pa.Check(_is_year, error="observation-year")),
            "value": pa.Column(float, nullable=True),
            "unit": pa.Column(str, among(list(Unit), "observation-unit")),
            "numerator": pa.Column(float, pa.Check.ge(0, error="observation-count"), nullable=True),
            "denominator": pa.Column(float, pa.Check.ge(0, error="observation-count"), nullable=True),
            "status": pa.Column(str, among(list(ObservationStatus), "observation-status")),
            "basis": pa.Column(str, among(list(Basis), "observation-basis")),
            "source": pa.Column(str, pa.Check(lambda s: s.str.strip() != "", error="observation-source")),
            "reported_at": pa.Column(str, pa.Check.str_matches(_DATE, error="observation-reported-at")),
        },
        checks=[
            pa.Check(within_bounds, error="observation-bounds"),
            pa.Check(unit_agrees, error="observation-unit-of-indicator"),
            pa.Check(group_known, error="observation-group-of-indicator"),
            pa.Check(counts_fit, error="observation-denominator"),
            pa.Check(key_once, error="observation-key-twice"),
        ],
    )


def _is_year(year: pd.Series) -> pd.Series:
    return year.between(FIRST_YEAR, LAST_YEAR) & (year % 1 == 0)
