"""The nation's real brief: documents beside the outlines have counts and a warning list of their own."""

import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.pack import region_pack
from sxresearch.brief.content.regions.overview import SummaryBy, overview_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.office.excel_lists import alert_lines
from sxresearch.brief.office.word_warnings import listed_regions
from sxresearch.brief.page.sections import target_tables, warning_table
from sxresearch.paths import DATA
from sxresearch.terms import Flag

NATION = "100000"
FIGURES = DATA / "observations" / "china-national.csv"
DOCUMENTS = ("china-public-services-2021-2025", "china-preschool-2021-2025")


@pytest.fixture(scope="module")
def given():
    inputs = load_inputs(observations=FIGURES)
    return inputs, assess(inputs, [NATION])


@pytest.fixture(scope="module")
def content(given):
    return brief_content(*given, NATION)


def test_headline_list_word_and_excel_agree_on_the_number_of_warnings(given, content):
    pack = region_pack(*given, NATION)
    flagged = content.counts.urgent + content.counts.watch
    assert flagged == len(content.alerts) == 3
    assert sum(len(member.alerts) for member in listed_regions(pack)) == flagged
    rows = list(alert_lines(pack))[1:]
    assert sum("另计" not in row[-1] for row in rows) == flagged
    assert sum("另计" in row[-1] for row in rows) == len(content.alerts_apart) == 5
    assert f"紧急 {content.counts.urgent} 项，关注 {content.counts.watch} 项" in warning_table(content).html


def test_warnings_without_a_probability_are_in_the_list(content):
    silent = [alert.target for alert in content.alerts if alert.target.p is None]
    assert [row.place.target.id for row in silent] == [
        "outlines.children_health.10.junior_myopia",
        "outlines.children_health.11.senior_myopia",
        "outlines.children_health.15.paediatric_beds",
    ]
    assert all(row.flag is Flag.WATCH for row in silent)


def test_both_lists_stand_on_the_page(content):
    page = warning_table(content).html
    assert (
        page.index("初中生近视率")
        < page.index("另计的国家文件中需要预警的监测目标，共 5 项")
        < page.index("恰在目标值上")
    )


def test_the_outlines_come_first_and_the_headline_is_about_them_alone(content):
    assert [plan.id for plan in content.subject.plans[:2]] == ["china-children-2021-2030", "china-women-2021-2030"]
    assert content.counts.measurable == 27
    assert content.years == (2030,)
    assert sum(counts.measurable for _, counts in content.plan_counts) == 67


def test_charts_end_with_their_own_plan_and_show_the_sign_of_the_text(content):
    drawn = {panel.identifier.removeprefix("100000-"): panel for part in content.fields for panel in part.panels}
    maternal = drawn["outlines-women_health-2-maternal_mortality_ratio"]
    assert (maternal.due, maternal.last_year) == (2030, 2030)
    literacy = drawn["science_literacy-environment-science_literacy_rate_2025"]
    assert (literacy.due, literacy.last_year, literacy.goal_label) == (2025, 2035, "目标 >15")
    assert " / 80%</td>" in target_tables(content).html  # of the time gone


def test_second_hand_figures_say_so_where_an_answer_stands_on_them(content):
    rows = {row.place.target.id: row for row in content.rows}
    said = "".join(rows["public_services.education.gross_senior_secondary_enrolment"].readings)
    assert "2025 年的数据为转引，未见原件" in said
    assert "转引" not in "".join(rows["outlines.women_health.2.maternal_mortality_ratio"].readings)


def test_several_documents_alone_never_share_a_denominator():
    inputs = load_inputs(observations=FIGURES, plan_ids=DOCUMENTS)
    found = assess(inputs, [NATION])
    alone = brief_content(inputs, found, NATION)
    first = alone.subject.plans[0]
    assert alone.subject.leading_plans == (first,)
    assert alone.counts == alone.plan_counts[0][1]
    member = RegionVerdicts(alone.subject, alone.rows)
    (level,) = overview_of([member]).summary(SummaryBy.LEVEL)
    assert level.counts["total"] == alone.counts.measurable
    by_plan = {row.name: row.counts["total"] for row in overview_of([member]).summary(SummaryBy.PLAN)}
    assert len(by_plan) == 2
    assert sum("另计" in name for name in by_plan) == 1
