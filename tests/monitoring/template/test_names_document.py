"""docs/names.md: up to date, and no name in it that the toolkit would not understand."""

import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.template.names_document import names_markdown
from sxresearch.paths import ROOT


@pytest.fixture(scope="module")
def shipped() -> str:
    register = load_register()
    return names_markdown(register.indicators, register.regions)


def test_the_committed_list_is_up_to_date(shipped):
    committed = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
    assert committed == shipped, "run: python -m sxresearch template --names docs/names.md"


def test_every_indicator_stands_in_it_with_names_unit_and_groups(shipped):
    assert "| 孕产妇死亡率 |" in shipped
    indicators = load_register().indicators
    rows = [line.split(" | ") for line in shipped.splitlines() if "`" in line and line.count("|") == 7]
    assert {cells[0].removeprefix("| ") for cells in rows} == {item.name.zh for item in indicators.by_id.values()}
    (maternal,) = [cells for cells in rows if cells[0] == "| 孕产妇死亡率"]
    assert maternal[2:4] == ["1/10万", "合计、城市、农村"]


def test_a_name_that_two_regions_bear_is_marked(shipped):
    doubled = [line for line in shipped.splitlines() if "有重名，须写代码" in line]
    assert len(doubled) == 2
    assert all("城区" in line for line in doubled)
