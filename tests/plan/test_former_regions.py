"""Counties as they were before they were redrawn: what is mapped, what is not, and which files are refused."""

import pytest

from sxresearch.errors import BadPlan
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.words.region_words import RegionNames
from sxresearch.paths import DATA
from sxresearch.plan.former_regions import load_former_regions
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import load_regions

HEADER = "former,name,parent,until,region,note"


@pytest.fixture
def read(tmp_path, regions):
    """Loads rows below the header, or below another one."""

    def load(*rows: str, header: str = HEADER, encoding: str = "utf-8"):
        path = tmp_path / "former.csv"
        path.write_bytes("\n".join((header, *rows)).encode(encoding) + b"\n")
        return load_former_regions(path, regions)

    return load


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_county_that_became_a_district(read, encoding):
    (item,) = read("140121,小店县,140100,1997,140105,撤县设区", encoding=encoding)
    assert (item.code, item.name, item.parent, item.until) == ("140121", "小店县", "140100", 1997)
    assert (item.region, item.note) == ("140105", "撤县设区")


def test_a_county_that_was_divided_has_no_region_of_today(read):
    (item,) = read("140103,南城区,140100,1997,,分设三区")
    assert item.region is None


def test_counties_of_cities_that_are_not_in_the_list_are_left_out(read):
    assert read("140202,城区,140200,2018,,已撤销") == ()


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("140121,小店县,140100,1997,140199,撤县设区", "former.csv:2"),  # no such region today
        ("140121,小店县,140900,1997,140105,撤县设区", "former.csv:2"),  # its city is not in the list
        ("140121,小店县,140100,九七年,140105,撤县设区", "former.csv:2"),
    ],
)
def test_a_row_that_cannot_be_is_named(read, row, place):
    with pytest.raises(BadPlan, match=place):
        read(row)


def test_missing_columns_are_named(read):
    with pytest.raises(BadPlan, match="until"):
        read(header="former,name,parent,region,note")


def test_a_file_in_no_known_encoding(tmp_path, regions):
    path = tmp_path / "former.csv"
    path.write_bytes(b"\xff\xff\xff")
    with pytest.raises(BadPlan, match="neither UTF-8 nor GB18030"):
        load_former_regions(path, regions)


@pytest.fixture(scope="module")
def words() -> RegionNames:
    regions = load_regions(DATA / "regions.csv")
    return RegionNames(
        Register(Indicators(by_id={}), regions, load_former_regions(DATA / "regions_former.csv", regions))
    )


@pytest.mark.parametrize(
    ("written", "today"),
    [
        # Ministry of Civil Affairs, changes of 2018 and 2019: the county was renamed or raised, its territory kept
        ("长治县", "140404"), ("140421", "140404"), ("屯留县", "140405"), ("140424", "140405"),
        ("潞城市", "140406"), ("140481", "140406"), ("太谷县", "140703"), ("140726", "140703"),
    ],
)  # fmt: skip
def test_shipped_counties_with_the_same_territory(words, written, today):
    found = words.find(written)
    assert (found.code, found.problem) == (today, "")
    assert found.former


@pytest.mark.parametrize("written", ["140211", "140227", "大同县", "大同市南郊区", "140411", "长治市郊区"])
def test_shipped_counties_that_were_redrawn_are_refused_with_the_reason(words, written):
    found = words.find(written)
    assert found.problem == "changed"
    assert "2018" in found.note
