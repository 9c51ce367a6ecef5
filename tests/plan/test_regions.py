"""The region list, in the encodings that spreadsheet programs save it in, and what is refused."""

import pytest

from sxresearch.errors import BadPlan
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Level

HEADER = "region,name,name_en,level,parent"
ROWS = ("100000,全国,China,nation,", "140000,山西省,Shanxi,province,100000", "140100,太原市,Taiyuan,city,140000")


@pytest.fixture
def read(tmp_path):
    """Loads rows below the header, or below another one."""

    def load(*rows: str, header: str = HEADER, encoding: str = "utf-8"):
        path = tmp_path / "regions.csv"
        path.write_bytes("\r\n".join((header, *rows)).encode(encoding) + b"\r\n")
        return load_regions(path)

    return load


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_names_are_right_in_every_encoding(read, encoding):
    found = read(*ROWS, encoding=encoding)
    assert [region.name for region in found] == ["全国", "山西省", "太原市"]
    assert found["140100"].level is Level.CITY
    assert found.within("140000") == {"140000", "140100"}


def test_an_encoding_that_is_none_of_these(tmp_path):
    path = tmp_path / "regions.csv"
    path.write_bytes(HEADER.encode() + b"\n\xff\xff\xff\n")
    with pytest.raises(BadPlan, match="neither UTF-8 nor GB18030"):
        load_regions(path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1401,太原市,Taiyuan,city,140000", "1401"),
        ("14010a,太原市,Taiyuan,city,140000", "14010a"),
        ("140100,太原市,Taiyuan,town,140000", "town"),
        ("140100,太原市,Taiyuan,city,150000", "150000"),
        ("140000,山西省,Shanxi,province,100000", "140000"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(read, row, said):
    with pytest.raises(BadPlan, match=r"regions\.csv:4") as refusal:
        read(*ROWS[:2], row)
    assert said in str(refusal.value)


def test_missing_columns_are_named(read):
    with pytest.raises(BadPlan, match="parent"):
        read(header="region,name,name_en,level")


def test_a_name_that_two_regions_bear_stands_for_neither(read):
    twins = ("140200,大同市,Datong,city,140000", "140502,城区,,county,140200", "140302,城区,,county,140100")
    found = read(*ROWS, *twins)
    assert "城区" not in found.by_name()
    assert found.by_name()["太原市"] == "140100"
