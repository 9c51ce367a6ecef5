"""A world with one plan, one target and a few regions, made from plain dictionaries."""

from collections.abc import Collection, Mapping

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.monitoring.observations import Observations
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

CITY = "140100"
Figures = Mapping[int, float]


def small_world(
    *,
    indicator: Mapping,
    target: Mapping,
    series: Mapping[str, Mapping[str, Figures]],
    second: Mapping | None = None,
    counts: float | None = None,
    preliminary: Collection[int] = (),
) -> Inputs:
    """Inputs for one target.

    ``series`` maps region code → ``group`` or ``indicator/group`` → year → figure; ``second``
    is a further indicator; ``counts`` a denominator behind every figure; figures of ``preliminary``
    years may still change.
    """
    register = [_indicator({"id": "first", **indicator})]
    if second is not None:
        register.append(_indicator({"id": "second", **second}))
    regions = Regions({code: Region(code, f"市{code}", "", Level.CITY, None) for code in sorted(series)})
    rows = [
        _row(code, key, year, value, {item.id: item for item in register}, counts)
        for code, groups in series.items()
        for key, figures in groups.items()
        for year, value in figures.items()
    ]
    for row in rows:
        row["status"] = "preliminary" if row["year"] in preliminary else "final"
    plan = Plan.model_validate(_plan({"indicator": "first", **target}, next(iter(sorted(series)))))
    return Inputs(
        (plan,), Indicators(by_id={item.id: item for item in register}), regions, Observations(pd.DataFrame(rows), ())
    )


def _indicator(given: Mapping) -> Indicator:
    words = {"zh": f"指标{given['id']}", "en": f"Indicator {given['id']}"}
    base = {"name": words, "definition": words, "unit": "percent", "decimals": 1, "measure": "share"}
    return Indicator.model_validate({**base, **given})


def _row(code: str, key: str, year: int, value: float, register: Mapping[str, Indicator], counts: float | None) -> dict:
    name, _, group = key.rpartition("/")
    indicator = register[name or "first"]
    return {
        "region": code, "indicator": indicator.id, "group": group, "year": int(year), "value": float(value),
        "unit": indicator.unit.value, "numerator": None if counts is None else value * counts / (indicator.factor or 1),
        "denominator": counts, "status": "final", "basis": "synthetic", "source": "case", "reported_at": "",
        "file": "case", "line": 1,
    }  # fmt: skip


def _plan(target: Mapping, root: str) -> dict:
    words = {"zh": "甲", "en": "A"}
    goal = {
        "number": 1,
        "title": words,
        "kind": "directional",
        "targets": [{"id": "a.b.1.c", "phrase": "甲", **target}],
    }
    years = {"period": [2021, 2025], "baseline_year": 2020, "target_year": 2025}
    fields = [{"id": "b", "title": words, "goals": [goal]}]
    return {"id": "plan", "title": words, "document": "无", **years, "applies_to": root, "fields": fields}
