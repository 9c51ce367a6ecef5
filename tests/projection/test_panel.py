"""Panels built from the observation table."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import Region, Regions
from sxresearch.projection.panel import Panel, build_panels
from sxresearch.projection.scale import ScaleKind
from sxresearch.terms import Group, Level

WORDS = {"zh": "甲", "en": "A"}
RATE = Indicator.model_validate(
    {"id": "a", "name": WORDS, "definition": WORDS, "unit": "per_100k", "decimals": 1, "better": "lower",
     "measure": "rate", "lower": 0, "breaks": [{"year": 2016, "reason": WORDS}]}
)  # fmt: skip
REGIONS = Regions(
    {
        "100000": Region("100000", "全国", "", Level.NATION, None),
        "140100": Region("140100", "甲市", "", Level.CITY, None),
        "140200": Region("140200", "乙市", "", Level.CITY, None),
    }
)


def table(figures: dict[str, dict[int, float]]) -> pd.DataFrame:
    rows = [
        {"region": code, "indicator": "a", "group": "total", "year": year, "value": value, "denominator": 1e4,
         "status": "preliminary" if year == 2019 else "final"}
        for code, series in figures.items() for year, value in series.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def panels() -> dict:
    cities = {"140200": {2015: 9.0, 2016: 4.0, 2018: 0.0}, "140100": {2017: 8.0, 2019: 6.0}}
    return build_panels(table({**cities, "100000": {2016: 7.0, 2019: 5.0}}), {"a": RATE}, REGIONS, 2019)


def test_levels_make_panels_and_breaks_cut_them(panels):
    cities = panels["a", Group.TOTAL, "cities"]
    assert cities.regions == ("140100", "140200") and list(cities.years) == [2016, 2017, 2018, 2019]
    np.testing.assert_array_equal(cities.values, [[np.nan, 8, np.nan, 6], [4, np.nan, 0, np.nan]])
    assert cities.preliminary.sum() == 1 and cities.preliminary[0, 3]
    assert cities.denominators[0, 1] == 1e4 and np.isnan(cities.denominators[0, 0])


def test_all_levels_share_one_scale(panels):
    nation, cities = panels["a", Group.TOTAL, "nation"], panels["a", Group.TOTAL, "cities"]
    assert nation.scale == cities.scale
    assert nation.scale.kind is ScaleKind.LOG and nation.scale.offset > 0  # a city has had a year without a case


def test_later_figures_do_not_touch_the_scale():
    figures = {"140100": {2016: 4.0, 2017: 5.0, 2018: 0.0}}
    (panel,) = build_panels(table(figures), {"a": RATE}, REGIONS, 2017).values()
    assert panel.scale.offset == 0


def test_shapes_and_years_are_checked():
    with pytest.raises(ValueError, match="regions × years"):
        Panel(RATE, Group.TOTAL, ("140100",), np.array([2016]), np.ones((2, 1)), np.ones((1, 1)), np.ones((1, 1)) == 0)
    with pytest.raises(ValueError, match="consecutive"):
        ones = np.ones((1, 2))
        Panel(RATE, Group.TOTAL, ("140100",), np.array([2016, 2018]), ones, ones, ones == 0)
