"""Unknown names: each is told by itself, up to a number; the rest in one line."""

from pathlib import Path

import pytest

from tests.monitoring.intake.office_tables import OfficeBook, OfficeSheet
from tests.monitoring.intake.test_figures import read

HEAD = ["地区", "指标", "年份", "数值"]


@pytest.mark.parametrize(("unknown", "alone", "together"), [(1, 1, 0), (8, 8, 0), (9, 8, 1), (12, 8, 4)])
def test_eight_unknown_names_get_a_line_each(tmp_path: Path, unknown: int, alone: int, together: int):
    rows = [["太原市", f"没有的指标{chr(0x7532 + at)}", 2023, 1.0] for at in range(unknown)]
    figures = read(OfficeBook([OfficeSheet([HEAD, *rows])]).write(tmp_path, "xlsx"))
    said = [(item.rule, item.count) for item in figures.findings if item.rule.startswith("indicator-unknown")]
    rest = [("indicator-unknown-others", together)] if together else []
    assert said == [("indicator-unknown", 1)] * alone + rest
