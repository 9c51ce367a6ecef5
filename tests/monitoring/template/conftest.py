"""A small plan and register, and the form of one city."""

import pandas as pd
import pytest

from sxresearch.monitoring.template.form import Form, form_of
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level
from tests.plan.conftest import indicators, load, plan, plan_text, register_text  # noqa: F401

COLUMNS = ["region", "indicator", "group", "year", "value", "basis"]


@pytest.fixture
def regions() -> Regions:
    found = [
        Region("100000", "全国", "China", Level.NATION, None),
        Region("140000", "山西省", "Shanxi", Level.PROVINCE, "100000"),
        Region("140100", "太原市", "Taiyuan", Level.CITY, "140000"),
        Region("140105", "小店区", "Xiaodian", Level.COUNTY, "140100"),
    ]
    return Regions({region.code: region for region in found})


@pytest.fixture
def figures() -> pd.DataFrame:
    rows = [
        ["140100", "mortality", "total", 2021, 14.0, "printed"],
        ["140100", "mortality", "total", 2022, 13.25, "printed"],
        ["140100", "mortality", "total", 2023, float("nan"), "printed"],
        ["140100", "enrolment", "total", 2020, 88.0, "synthetic"],
        ["140000", "mortality", "total", 2024, 12.0, "printed"],
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.fixture
def form(plan: Plan, indicators: Indicators, regions: Regions, figures: pd.DataFrame) -> Form:  # noqa: F811
    return form_of("140100", [], [plan], indicators, regions, figures)
