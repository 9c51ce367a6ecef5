"""A figure that was reported differently before is named with both values, when, and by which file or whom."""

from dataclasses import replace

import pytest

from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.data_findings import FindingKind
from sxresearch.brief.content.revised_figures import LISTED
from tests.brief.conftest import AS_OF, REGION, make_assessment, make_inputs

SCREENING = ("screening", "total", 2022)


def told(lang: str = "zh", *, before: dict | None = None, now: dict | None = None, year: int = 2022) -> list:
    """The revisions that a brief names where one screening figure had an earlier report."""
    inputs = make_inputs()
    table = inputs.observations.table
    here = (table["indicator"] == "screening") & (table["year"] == year)
    assert here.sum() == 1
    earlier = table[here].assign(**before) if before else table.iloc[:0]
    table = table.assign(held="")
    for name, value in (now or {}).items():
        table.loc[here, name] = value
    seen = replace(inputs, observations=replace(inputs.observations, table=table, superseded=earlier))
    found = brief_content(seen, make_assessment(), REGION, lang).findings
    return [(item.detail, item.concerns) for item in found if item.kind is FindingKind.REVISED]


NOW = {"value": 56.7, "reported_at": "2024-04-08", "file": "2024/更正.xlsx"}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "2022 年：50.7 → 56.7（2024-03-05 → 2024-04-08、更正.xlsx）"),
        ("en", "2022: 50.7 → 56.7 (2024-03-05 → 2024-04-08, 更正.xlsx)"),
    ],
)
def test_old_value_new_value_when_and_which_file(lang, said):
    assert [detail for detail, _ in told(lang, before={"value": 50.7, "reported_at": "2024-03-05"}, now=NOW)] == [said]


def test_a_correction_by_decision_says_who_and_why():
    now = NOW | {"file": "decision 0123abcd", "source": "市统计局: 分母有误", "status": "revised"}
    ((detail, concerns),) = told(before={"value": 50.7, "reported_at": ""}, now=now)
    assert detail == "2022 年：50.7 → 56.7（2024-04-08、市统计局: 分母有误、列为修订数）"
    assert concerns == ("妇女常见病筛查率",)


def test_a_final_figure_after_a_preliminary_one_says_so():
    ((detail, _),) = told(before={"value": 50.7, "reported_at": "", "status": "preliminary"}, now=NOW)
    assert detail == "2022 年：50.7 → 56.7（2024-04-08、更正.xlsx、原为初步数）"


def test_a_figure_called_revised_without_an_earlier_one_says_that_it_was_not_seen():
    ((detail, _),) = told(now=NOW | {"status": "revised"})
    assert detail == "2022 年：56.7（2024-04-08、更正.xlsx、列为修订数；修订前的数值未见）"


def test_nothing_is_said_where_nothing_changed_where_the_figure_is_held_or_the_year_is_later():
    assert told() == []
    assert told(before={"value": 56.7}, now=NOW) == []
    assert told(before={"value": 50.7}, now=NOW | {"held": "slip"}) == []
    assert told(before={"value": None}, now=NOW) == []
    assert told(before={"value": 50.7, "year": AS_OF + 1}, now=NOW) == []


def test_of_many_the_largest_are_listed_and_the_rest_counted():
    inputs = make_inputs()
    used = inputs.observations.table
    used = used[(used["region"] == REGION) & (used["year"] <= AS_OF) & used["value"].gt(0)]
    before = used.iloc[: LISTED + 3].assign(value=lambda rows: rows["value"] * 1.01)
    before.iloc[LISTED, before.columns.get_loc("value")] *= 2  # the largest change, far down in the table
    seen = replace(inputs, observations=replace(inputs.observations, superseded=before))
    found = brief_content(seen, make_assessment(), REGION, "zh").findings
    mine = [item for item in found if item.kind is FindingKind.REVISED]
    largest = before.iloc[LISTED]
    assert str(int(largest["year"])) in mine[0].detail
    assert mine[-1].detail == "另有 3 处变动较小的修订"
    assert len(mine) == LISTED + 1
