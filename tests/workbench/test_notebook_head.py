"""The head of a notebook: its style, what it speaks of, and what can't be shown as a sentence."""

from dataclasses import replace

import pytest

import sxresearch as sx
from sxresearch.errors import BadParameter
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level
from sxresearch.workbench.notebook_style import MARK
from tests.workbench.conftest import CITIES


def test_it_names_region_plan_and_years_in_the_look_of_the_brief(ten_cities):
    html = sx.notebook_head(ten_cities, CITIES[0]).html
    assert f'class="{MARK}"' in html
    assert ":has(" in html
    assert f"市{CITIES[0]}" in html
    assert "2012—2023" in html
    assert "演示数据" in html


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"region": "999999"}, "999999"),
        ({"region": [None]}, "None"),
        ({"region": [CITIES[0], "999999"]}, "999999"),
        ({"as_of": 1990}, "1990"),
        ({"as_of": 2050}, "2050"),
        ({"target_year": 2050}, "2050"),
        ({"lang": "fr"}, "fr"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(given: dict, word: str, ten_cities):
    with pytest.raises(BadParameter, match=word) as caught:
        sx.notebook_head(ten_cities, **given)
    assert len(caught.value.faults) == 1


def test_a_region_without_figures_is_a_sentence(ten_cities):
    county = Region("140199", "某县", "", Level.COUNTY, CITIES[0])
    regions = Regions({**ten_cities.regions.by_code, county.code: county})
    with pytest.raises(BadParameter, match="某县"):
        sx.notebook_head(replace(ten_cities, regions=regions), county.code)
