"""A file named after one region or year that holds another one's figures."""

from pathlib import Path

import pytest

from sxresearch.monitoring.findings import Severity
from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import read

ONE = [["地区", "年份", "婴儿死亡率"], ["太原市", 2023, 2.9]]
TWO = [["地区", "年份", "婴儿死亡率"], ["太原市", 2022, 3.1], ["太原市", 2023, 2.9]]


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("太原市2023年", ONE, []),
        ("山西省2023年", ONE, []),  # the city is part of it
        ("大同市2023年", ONE, ["file-name-region"]),
        ("小店区", ONE, ["file-name-region"]),
        ("太原市2022年", ONE, ["file-name-year"]),
        ("太原市2024年监测报表", TWO, []),  # the year of the report
        ("大同市2022年", ONE, ["file-name-region", "file-name-year"]),
        ("妇女儿童监测数据", ONE, []),
    ],
)
def test_what_the_name_says_and_the_file_does_not_hold_is_noted(tmp_path: Path, name, rows, said):
    written = OfficeBook([OfficeSheet(rows)]).write(tmp_path, "xlsx")
    figures = read(written.rename(tmp_path / f"{name}.xlsx"))
    found = [item for item in figures.findings if item.rule.startswith("file-name")]
    assert [item.rule for item in found] == said
    assert all(item.severity is Severity.NOTE for item in found)
    assert len(figures.table) == len(rows) - 1
