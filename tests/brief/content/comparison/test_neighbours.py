"""Who stands beside a region."""

import pandas as pd
import pytest

from sxresearch.brief.content.comparison.neighbours import neighbours
from sxresearch.brief.content.comparison.others_figures import ENOUGH, others_figures
from sxresearch.paths import DATA
from sxresearch.plan.regions import Region, Regions, load_regions
from sxresearch.terms import Level


@pytest.fixture(scope="module")
def regions():
    return load_regions(DATA / "regions.csv")


def _codes(group):
    return [region.code for region in group]


def test_a_city_has_ten_peers_its_province_and_the_nation(regions):
    found = neighbours(regions, regions["140100"])
    assert len(found.peers) == 10
    assert _codes(found.above) == ["140000", "100000"]
    assert len(found.parts) == 10


def test_a_county_has_its_city_above_it_first(regions):
    found = neighbours(regions, regions["140105"])
    assert _codes(found.above) == ["140100", "140000", "100000"]
    assert found.parts == ()
    assert {region.parent for region in found.peers} == {"140100"}


def test_a_province_has_its_cities_and_no_peers(regions):
    found = neighbours(regions, regions["140000"])
    assert found.peers == ()
    assert _codes(found.above) == ["100000"]
    assert len(found.parts) == 11


def test_the_nation_stands_alone(regions):
    found = neighbours(regions, regions["100000"])
    assert (found.peers, found.above) == ((), ())


def test_a_nation_that_is_listed_as_the_parent_stands_above_once():
    rows = [
        Region("100000", "全国", "China", Level.NATION, None),
        Region("140000", "山西省", "Shanxi", Level.PROVINCE, "100000"),
        Region("140100", "太原市", "Taiyuan", Level.CITY, "140000"),
    ]
    listed = Regions({region.code: region for region in rows})
    assert _codes(neighbours(listed, listed["140100"]).above) == ["140000", "100000"]
    assert _codes(neighbours(listed, listed["140000"]).above) == ["100000"]


def _figures(regions, count, as_of=2023):
    found = neighbours(regions, regions["140100"])
    rows = [(region.code, "i", "total", year, place + year, 10.0, None)
            for place, region in enumerate(found.peers[:count]) for year in (2022, 2023, 2024)]  # fmt: skip
    columns = ["region", "indicator", "group", "year", "value", "denominator", "other"]
    return others_figures(pd.DataFrame(rows, columns=columns), found, as_of)


@pytest.mark.parametrize(("peers", "years"), [(ENOUGH - 1, []), (ENOUGH, [2022, 2023])])
def test_a_range_needs_enough_peers_and_ends_with_the_data_used(regions, peers, years):
    band = _figures(regions, peers).range_of_peers(("i", "total"), 2000)
    assert list(band) == years
    assert all(high - low == ENOUGH - 1 for low, high in band.values())


def test_a_range_begins_where_the_chart_begins(regions):
    assert list(_figures(regions, 5).range_of_peers(("i", "total"), 2023)) == [2023]
