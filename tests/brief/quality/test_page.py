"""The page on data quality of a city with few cases, one slip of the pen and two revisions."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.data_findings import FindingKind
from sxresearch.brief.page.section_page import write_sections
from sxresearch.brief.quality.contents import QualityContent, quality_content
from sxresearch.brief.quality.sections import ANCHORS, SECTIONS, quality_breakdown
from sxresearch.run_answers import answers_of
from tests.batch.few_cases import CITY, COUNTIES, few_cases

REGIONS = (CITY, *COUNTIES)


def reports() -> pd.DataFrame:
    """Infant mortality of the city ten times too high in 2023; a city's and a county's figure were revised."""
    table = few_cases()
    city = (table["region"] == CITY) & (table["indicator"] == "infant_mortality_rate")
    table.loc[city & (table["year"] == 2023), ["value", "numerator", "denominator"]] *= [10, float("nan"), float("nan")]
    table["reported_at"] = (table["year"] + 1).astype(str) + "-06-01"
    late = table["year"] == 2022
    table.loc[late, "reported_at"] = "2023-11-01"
    before = table[
        (table["indicator"] == "under5_mortality_rate") & (table["year"] == 2021) & table["region"].isin([CITY])
    ]
    secret = table[
        (table["indicator"] == "maternal_mortality_ratio") & (table["year"] == 2023) & (table["region"] == COUNTIES[0])
    ]
    before = before.assign(value=before["value"] * 0.8, numerator=None, denominator=None, reported_at="2022-03-01")
    secret = secret.assign(value=secret["value"] / 3, numerator=1, reported_at="2024-03-01")
    table.loc[before.index, ["reported_at", "status"]] = ["2024-02-01", "revised"]
    return pd.concat([table, before, secret], ignore_index=True)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path = tmp_path_factory.mktemp("data") / "few.csv"
    reports().to_csv(path, index=False)
    return load_inputs(observations=path)


@pytest.fixture(scope="module")
def content(inputs: Inputs) -> QualityContent:
    return quality_content(inputs, REGIONS)


def test_one_line_per_year(content: QualityContent):
    assert [line.name for line in content.by_year] == ["2020", "2021", "2022", "2023"]
    assert {line.reported for line in content.by_year} == {4 * 6}  # four indicators of the plans in six regions
    assert [line.dimensions[3] for line in content.by_year] == ["100%", "96%", "0%", "100%"]
    assert content.by_year[3].dimensions[1] == "96%"  # one of twenty-four is a slip


def test_lines_of_regions_departments_and_indicators_add_up(content: QualityContent):
    for lines in (content.by_region, content.by_department, content.by_indicator):
        assert sum(line.expected for line in lines) == sum(line.expected for line in content.by_year)
        assert sum(line.reported for line in lines) == 4 * 4 * 6
    assert len(content.by_region) == len(REGIONS)


def test_the_slip_is_told_with_what_it_would_do(content: QualityContent):
    assert {(row.region, row.years) for row in content.effects} == {("阳泉市", "2023")}
    assert any(row.changed for row in content.effects)
    assert len(content.effects) >= 1


def test_a_late_revision_is_told_and_that_of_a_suppressed_figure_is_not(content: QualityContent):
    assert [(row.region, row.year, row.relative, row.late) for row in content.revised] == [
        ("阳泉市", "2021", "25%", True)
    ]
    assert (content.revised_count, content.late_count) == (1, 1)


def test_for_internal_use_both_revisions_are_told(inputs: Inputs):
    found = quality_content(inputs, REGIONS, internal=True)
    assert sorted(row.relative for row in found.revised) == ["200%", "25%"]


def test_a_county_s_brief_names_no_revision_of_a_suppressed_figure_but_for_internal_use(inputs: Inputs):
    judged = assess(inputs, [COUNTIES[0]])
    for internal, number in ((False, 0), (True, 1)):
        found = brief_content(inputs, judged, COUNTIES[0], "zh", internal=internal).findings
        assert sum(item.kind is FindingKind.REVISED for item in found) == number


def test_a_figure_that_is_called_revised_is_marked(content: QualityContent, tmp_path: Path):
    assert [row.marked for row in content.revised] == [True]
    page = write_sections(content, SECTIONS, tmp_path / "quality.html").read_text(encoding="utf-8")
    assert page.count("（列为修订数）") == 1


def test_the_page_has_its_sections_and_no_address(content: QualityContent, tmp_path: Path):
    page = write_sections(content, SECTIONS, tmp_path / "quality.html").read_text(encoding="utf-8")
    assert all(f'id="{anchor}"' in page for anchor in ANCHORS)
    assert "http" not in page.replace("http-equiv", "")


def test_the_verdicts_of_a_run_say_what_those_judged_for_the_page_say(
    inputs: Inputs, content: QualityContent, monkeypatch: pytest.MonkeyPatch
):
    judged = answers_of(inputs, REGIONS).judged
    monkeypatch.setattr("sxresearch.brief.quality.held_effects.held_verdicts", None)
    assert judged.held is not None
    assert quality_content(inputs, REGIONS, judged=judged.held).effects == content.effects
    assert content.effects


def test_a_few_regions_at_a_time_give_the_lines_of_all_at_once(
    inputs: Inputs, content: QualityContent, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sxresearch.brief.quality.contents._REGIONS_AT_ONCE", 4)
    assert len(REGIONS) == 6
    assert quality_content(inputs, REGIONS) == content


@pytest.mark.parametrize(("regions", "last"), [(1, "indicator"), (500, "region")])
def test_the_longest_breakdown_stands_last(regions: int, last: str, content: QualityContent):
    """Of thousands of regions the table would hide the departments and indicators."""
    assert 6 * 500 > len(content.by_indicator) > len(content.by_region) == 6
    page = quality_breakdown(replace(content, by_region=content.by_region * regions)).html
    places = {name: page.index(f'id="quality-by-{name}"') for name in ("department", "indicator", "region")}
    assert max(places, key=lambda name: places[name]) == last
