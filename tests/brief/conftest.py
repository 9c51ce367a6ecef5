"""A small brief made by hand: every status, every warning, gaps, a checklist item, and data with all their faults."""

from collections.abc import Callable
from types import MappingProxyType

import pandas as pd
import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import FAN_COLUMNS, VERDICT_COLUMNS, Assessment
from sxresearch.brief.content.brief_content import BriefContent, brief_content
from sxresearch.monitoring.contract import COLUMNS
from sxresearch.monitoring.intake.source_files import SourceFile
from sxresearch.monitoring.observations import Observations
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

REGION = "140100"
FIRST, AS_OF, TARGET_YEAR = 2012, 2023, 2025

# id, name, unit, decimals, better, groups, extra
INDICATORS = (
    ("life_expectancy", "平均预期寿命", "years_of_age", 1, "higher", ["female"], {}),
    (
        "maternal_mortality",
        "孕产妇死亡率",
        "per_100k",
        1,
        "lower",
        ["total", "urban", "rural"],
        {"department": "卫生健康委"},
    ),
    ("screening", "妇女常见病筛查率", "percent", 1, "higher", ["total"], {}),
    ("care_coverage", "孕产妇系统管理率", "percent", 1, "higher", ["total"], {}),
    ("injury_deaths", "伤害死亡率", "per_100k", 2, "lower", ["total"], {}),
    ("literacy", "健康素养水平", "percent", 2, "higher", ["total"], {}),
    ("anaemia", "中重度贫血患病率", "percent", 2, "lower", ["total"], {}),
    ("myopia", "儿童青少年近视率", "percent", 1, "lower", ["total", "urban", "rural"], {}),
    ("committee", "村委会成员中女性比例", "percent", 2, "higher", ["total"], {}),
    ("party_delegates", "党代会代表中女性比例", "percent", 1, "higher", ["total"], {}),
    ("party_members", "党员中女性比例", "percent", 1, "higher", ["total"], {}),
    ("nurseries", "千人口托位数", "per_1000_population", 2, "higher", ["total"], {}),
)

# field, goal, short, target keys, verdict:
# latest, projected, half width of the 80 % interval, P, status, flag, warnings, required, observed, threshold, grade
TARGETS = (
    ("health", 1, "life", {"indicator": "life_expectancy", "group": "female", "rule": "at_least", "value": 80.0},
     (80.1, 80.7, 0.5, 0.955, "likely", "none", "", 0.0, 0.3, 80.0, "full")),
    ("health", 1, "maternal", {"indicator": "maternal_mortality", "group": "rural", "rule": "at_most", "value": 12.5},
     (19.4, 18.9, 4.1, 0.032, "very_unlikely", "urgent", "hard_to_reach;volatile", -3.45, -0.2, 12.5, "full")),
    ("health", 2, "screening", {"indicator": "screening", "rule": "around", "value": 85.0, "aspiration": True},
     (81.2, 83.9, 2.6, 0.71, "rather_likely", "none", "volatile", 1.9, 1.1, 85.0, "medium")),
    ("health", 2, "gap",
     {"indicator": "maternal_mortality", "group": "urban", "second_group": "rural", "rule": "narrow_gap"},
     (None, None, None, 0.41, "uncertain", "watch", "gap_widening", None, None, None, "full")),
    ("health", 4, "coverage", {"indicator": "care_coverage", "rule": "keep_at_least", "value": 95.0},
     (94.1, 94.3, 1.2, 0.24, "unlikely", "watch", "worsening;stalled", 0.45, -0.1, 95.0, "low")),
    ("health", 4, "injury", {"indicator": "injury_deaths", "rule": "reduce_from_base", "value": 20.0},
     (14.02, 14.1, 0.6, None, "missed", "urgent", "", None, None, 12.0, "full")),
    ("life", 1, "literacy", {"indicator": "literacy", "rule": "increase"},
     (21.5, 23.4, 1.1, None, "met", "none", "", None, None, None, "full")),
    ("life", 1, "anaemia", {"indicator": "anaemia", "rule": "decrease"},
     (3.21, 3.3, 0.2, None, "missed", "urgent", "data_quality", None, None, None, "full")),
    ("life", 1, "myopia", {"indicator": "myopia", "rule": "at_most", "value": 38.0, "strict": True},
     (52.8, 51.9, 2.2, 0.12, "unlikely", "urgent", "hard_to_reach;definition_break", -7.4, -0.45, 38.0, "low")),
    ("life", 2, "committee", {"indicator": "committee", "rule": "at_least", "value": 30.0}, None),
    ("life", 2, "delegates", {"indicator": "party_delegates", "second_indicator": "party_members", "rule": "not_below"},
     (31.0, 31.0, 1.8, 0.67, "rather_likely", "none", "stale;thin_evidence", None, 0.0, None, "medium")),
    ("life", 2, "nurseries", {"indicator": "nurseries", "rule": "assigned"},
     (2.81, None, None, None, "not_assessable", "none", "", None, 0.31, None, "none")),
)  # fmt: skip
MEASURES = MappingProxyType({"health": ("完善妇幼服务网络", "加强危重孕产妇救治"), "life": ("培养选拔女干部",)})


def _indicators(name: str) -> Indicators:
    by_id = {}
    for key, zh, unit, decimals, better, groups, extra in INDICATORS:
        breaks = (
            [{"year": 2018, "reason": {"zh": "改为全面监测", "en": "full survey began"}}] if key == "myopia" else []
        )
        shown = name if key == "maternal_mortality" and name else zh
        by_id[key] = Indicator.model_validate(
            {
                "id": key,
                "name": {"zh": shown, "en": key.replace("_", " ").capitalize()},
                "definition": {"zh": zh, "en": key},
                "unit": unit,
                "lower": 0,
                "decimals": decimals,
                "better": better,
                "measure": "rate",
                "groups": groups,
                "breaks": breaks,
                **extra,
            }
        )
    return Indicators(by_id=by_id)


def _goal(field: str, number: int) -> dict:
    keys = [(short, keys) for f, n, short, keys, _ in TARGETS if (f, n) == (field, number)]
    targets = [{"id": f"women.{field}.{number}.{short}", "phrase": short, **rest} for short, rest in keys]
    if not targets:
        targets = [{"id": f"women.{field}.{number}.checklist", "rule": "qualitative", "phrase": "完善"}]
    kind = "qualitative" if not keys else "quantitative"
    title = {"zh": f"{field}目标{number}", "en": f"Goal {number} of {field}"}
    return {"number": number, "title": title, "kind": kind, "served_by": [1], "targets": targets}


def _plan() -> Plan:
    titles = {
        "health": {"zh": "妇女与健康", "en": "Women and health"},
        "life": {"zh": "妇女与生活", "en": "Women and life"},
    }
    return Plan.model_validate(
        {
            "id": "sample-women",
            "title": {"zh": "样例妇女发展规划", "en": "Sample women's plan"},
            "document": "样例〔2022〕1号",
            "period": [2021, 2025],
            "baseline_year": 2020,
            "target_year": TARGET_YEAR,
            "applies_to": REGION,
            "fields": [
                {
                    "id": field,
                    "title": titles[field],
                    "goals": [_goal(field, number) for number in goals],
                    "measures": [
                        {"number": n, "title": {"zh": text, "en": f"Measure {n}"}}
                        for n, text in enumerate(MEASURES[field], 1)
                    ],
                }
                for field, goals in (("health", (1, 2, 3, 4)), ("life", (1, 2)))
            ],
        }
    )


def _observations(basis: str, source: str) -> pd.DataFrame:
    latest = {keys["indicator"]: verdict[0] for *_, keys, verdict in TARGETS if verdict and verdict[0] is not None}
    latest |= {"party_members": 29.5}
    rows = []
    for key, _, unit, decimals, better, groups, _ in INDICATORS:
        for group in groups if key in latest else ():
            lift = {"urban": -0.3, "rural": 0.0}.get(group, 0.0)
            for year in range(FIRST, AS_OF + 1):
                step = 0.02 if better == "lower" else -0.02
                value = round(latest[key] * (1 + lift) * (1 + step * (AS_OF - year)), decimals)
                rows.append([REGION, key, group, year, value, unit, None, None, "final", basis, source, ""])
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"numerator": float, "denominator": float})
    screening = table["indicator"] == "screening"
    table = table[~(screening & table["year"].isin([2014, 2015]))].reset_index(drop=True)
    screening = table["indicator"] == "screening"
    table.loc[screening & (table["year"] == 2017), "value"] = float("nan")
    table.loc[(table["indicator"] == "care_coverage") & (table["year"] == AS_OF), "status"] = "preliminary"
    table.loc[(table["indicator"] == "literacy") & (table["year"] < 2015), "basis"] = "secondary"
    table["file"], table["line"] = "somewhere/sample.csv", range(2, len(table) + 2)
    return table


def make_inputs(
    *, basis: str = "printed", name: str = "", region: str = "太原市", source: str = "2023年统计公报"
) -> Inputs:
    """Plans, register and observations; ``name`` replaces one indicator's name."""
    regions = Regions({REGION: Region(REGION, region, "Taiyuan", Level.CITY, None)})
    table = _observations(basis, source)
    files = (SourceFile("sample.csv", "ab" * 32, len(table)),)
    return Inputs((_plan(),), _indicators(name), regions, Observations(table, files))


def make_assessment(*, synthetic: bool = False) -> Assessment:
    """The verdicts listed in TARGETS, with fans that grow linearly."""
    rows, fans = [], []
    for place in _plan().places():
        field, goal, target = place
        spec = next((item[4] for item in TARGETS if f"women.{item[0]}.{item[1]}.{item[2]}" == target.id), None)
        head = {"plan": "sample-women", "field": field.id, "goal": goal.number, "target": target.id, "region": REGION}
        rows.append({**head, **_verdict(target, spec), "synthetic": synthetic})
        if spec and spec[1] is not None:
            fans += _fan(target, spec)
    return Assessment(
        pd.DataFrame(rows).reindex(columns=list(VERDICT_COLUMNS)), pd.DataFrame(fans, columns=list(FAN_COLUMNS))
    )


def _verdict(target: object, spec: tuple | None) -> dict:
    latest, projected, half, p, status, flag, warnings, required, observed, threshold, grade = spec or (
        None, None, None, None, "not_assessable", "none", "", None, None, 30.0, "none",
    )  # fmt: skip

    def around(value: float | None, by: float) -> float | None:
        return None if value is None else value + by

    return {
        "indicator": target.indicator, "group": target.group.value, "rule": target.rule.value,
        "target_value": threshold, "target_year": TARGET_YEAR, "as_of": AS_OF,
        "latest_year": None if latest is None else AS_OF, "latest_value": latest,
        "met_now": None if latest is None else latest >= 80,
        "projected": projected, "lower80": around(projected, -(half or 0)), "upper80": around(projected, half or 0),
        "p_attain": p, "p_every_year": 0.11 if target.rule == "keep_at_least" else None,
        "status": status, "flag": flag, "warnings": warnings,
        "required_change_per_year": required, "observed_change_per_year": observed,
        "shortfall": None if projected is None or threshold is None else abs(projected - threshold),
        "evidence_grade": grade, "method": "naive+pooled+ols" if p is not None else "",
        "n_points": 0 if latest is None else 12,
        "reason_zh": "没有数据。" if spec is None else "已有数据。",
        "reason_en": "No data." if spec is None else "Data at hand.",
        "base_year": 2020, "base_value": None if latest is None else latest * 1.05,
        "episodes": 40 if required else None, "episodes_at_pace": 3 if required else None,
        "department": None, "second_indicator": None,
    }  # fmt: skip


def _fan(target: object, spec: tuple) -> list[list]:
    latest, projected, half, *_ = spec
    rows = []
    for ahead in (1, 2):
        middle, spread = latest + (projected - latest) * ahead / 2, half * ahead / 2
        limits = [middle + sign * spread * size for size in (0.5, 1.0, 1.6) for sign in (-1, 1)]
        rows.append([REGION, target.id, target.indicator, target.group.value, AS_OF + ahead, middle, *limits, latest])
    return rows


@pytest.fixture(scope="session")
def make_content() -> Callable[..., BriefContent]:
    """A brief by language; further arguments replace parts of the inputs."""

    def make(lang: str = "zh", **changes: str) -> BriefContent:
        synthetic = changes.get("basis") == "synthetic"
        return brief_content(make_inputs(**changes), make_assessment(synthetic=synthetic), REGION, lang)

    return make


@pytest.fixture(scope="session")
def content(make_content: Callable[..., BriefContent]) -> BriefContent:
    """The Chinese brief of real-looking figures."""
    return make_content()
