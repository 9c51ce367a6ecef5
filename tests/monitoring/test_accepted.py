"""The file of confirmed figures."""

import pytest

from sxresearch.errors import BadObservations
from sxresearch.monitoring.accepted import load_accepted

HEADER = "region,indicator,group,year,value,reason,date,who"
GOOD = "140100,enrolment,total,2023,95.2,核对无误,2024-05-31,市统计局"


def read(tmp_path, register, *rows, header=HEADER):
    path = tmp_path / "accepted.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return load_accepted(path, register.indicators, register.regions)


def test_no_file_no_confirmation(tmp_path, register):
    assert len(load_accepted(tmp_path / "none.csv", register.indicators, register.regions)) == 0


def test_names_are_understood(tmp_path, register):
    found = read(tmp_path, register, GOOD.replace("enrolment", "净入学率")).by_figure
    assert found[("140100", "enrolment", "total", 2023)].value == 95.2


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("140100", "999999", "region"), ("enrolment", "xx", "indicator"), ("total", "all", "group"),
        ("2023", "2023年", "year"), ("95.2", "many", "value"), ("核对无误", "", "reason"),
        ("2024-05-31", "31.5.2024", "date"), ("市统计局", "", "who"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named(tmp_path, register, old, new, column):
    with pytest.raises(BadObservations, match=column):
        read(tmp_path, register, GOOD.replace(old, new))


def test_twice_is_refused(tmp_path, register):
    with pytest.raises(BadObservations, match="2"):
        read(tmp_path, register, GOOD, GOOD)


def test_columns_are_needed(tmp_path, register):
    with pytest.raises(BadObservations, match="who"):
        read(tmp_path, register, header=HEADER.removesuffix(",who"))
