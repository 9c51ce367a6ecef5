"""The shipped plan files, held against the counts of the plans themselves."""

from collections import Counter

import pytest

from sxresearch.paths import DATA, PLANS
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.regions import Regions, load_regions
from sxresearch.terms import GoalKind, RuleKind


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions(DATA / "regions.csv")


@pytest.fixture(scope="module")
def plans(regions) -> dict[str, Plan]:
    return {plan.id: plan for plan in load_plans(PLANS, load_indicators(DATA / "indicators.yaml"), regions)}


@pytest.fixture(scope="module")
def women(plans) -> Plan:
    return plans["shanxi-women-2021-2025"]


@pytest.fixture(scope="module")
def children(plans) -> Plan:
    return plans["shanxi-children-2021-2025"]


@pytest.fixture(scope="module")
def women_outline(plans) -> Plan:
    return plans["china-women-2021-2030"]


@pytest.fixture(scope="module")
def children_outline(plans) -> Plan:
    return plans["china-children-2021-2030"]


OUTLINES = ("china-women-2011-2020", "china-children-2011-2020", "china-women-2021-2030", "china-children-2021-2030")
PROVINCE = ("shanxi-children-2021-2025", "shanxi-women-2021-2025")


def test_there_are_the_province_s_plans_four_outlines_and_sixteen_documents_beside_them(plans):
    beside = {name for name, plan in plans.items() if plan.counted_apart}
    assert set(plans) - beside == {*OUTLINES, *PROVINCE}
    assert len(beside) == 16


def test_women_s_plan_has_75_goals_and_93_measures(women):
    assert [len(field.goals) for field in women.fields] == [10, 10, 9, 9, 9, 9, 10, 9]
    assert [len(field.measures) for field in women.fields] == [13, 12, 13, 8, 11, 10, 13, 13]


def test_children_s_plan_has_70_goals_and_87_measures(children):
    assert [len(field.goals) for field in children.fields] == [12, 11, 9, 10, 7, 10, 11]
    assert [len(field.measures) for field in children.fields] == [14, 12, 13, 15, 8, 12, 13]


@pytest.mark.parametrize("name", ["women", "children"])
def test_shanxi_plans_bind_the_province_its_cities_and_counties(name, request, regions):
    plan = request.getfixturevalue(name)
    bound = plan.binds(regions)
    assert len(bound) == 1 + 11 + 117
    assert bound[0] == "140000"
    assert (plan.baseline_year, plan.period, plan.target_year) == (2020, (2021, 2025), 2025)


@pytest.mark.parametrize("name", ["women", "children"])
def test_every_goal_has_a_target_and_names_its_measures(name, request):
    for field in request.getfixturevalue(name).fields:
        for goal in field.goals:
            assert goal.targets
            assert goal.served_by


@pytest.mark.parametrize("name", ["women", "children", "women_outline", "children_outline"])
def test_quantitative_goals_hold_a_number_and_the_others_none(name, request):
    assigned = {RuleKind.ASSIGNED}  # a number too, but set by the state
    for field in request.getfixturevalue(name).fields:
        for goal in field.goals:
            numeric = any(target.value is not None or target.rule in assigned for target in goal.targets)
            assert numeric == (goal.kind is GoalKind.QUANTITATIVE), (field.id, goal.number)


@pytest.mark.parametrize(
    ("plan", "target", "rule", "value", "strict"),
    [
        # women's plan, health 1, 2, 5; education 4; decision making 7; security 3
        ("women", "women.health.1.life_expectancy", "at_least", 78.1, False),
        ("women", "women.health.2.maternal_mortality_ratio", "at_most", 12.5, False),
        ("women", "women.health.5.hiv_mtct", "at_most", 2.5, False),
        ("women_outline", "outlines.women_health.2.maternal_mortality_ratio", "at_most", 12, False),
        ("children_outline", "outlines.children_health.1.neonatal_mortality", "at_most", 3.0, False),
        ("children_outline", "outlines.children_health.5.under3_management", "keep_at_least", 90, False),
        ("children_outline", "outlines.children_health.15.paediatric_beds", "at_least", 3.17, False),
    ],
)
def test_figures_are_those_of_the_text(plan, target, rule, value, strict, request):
    (found,) = [item for _, _, item in request.getfixturevalue(plan).places() if item.id == target]
    assert (found.rule, found.value, found.strict) == (rule, value, strict)


def values(plan: Plan, *indicators: str) -> dict[str, float]:
    return {item.indicator: item.value for _, _, item in plan.places() if item.indicator in indicators and item.value}


def test_child_mortality_targets(children):
    expected = {"neonatal_mortality_rate": 3.2, "infant_mortality_rate": 5.3, "under5_mortality_rate": 6.5}
    assert values(children, *expected) == expected


def test_child_nutrition_and_myopia_targets(children):
    expected = {
        "under5_anaemia_rate": 8,
        "under5_stunting_rate": 2,
        "under5_underweight_rate": 2,
        "primary_myopia_rate": 38,
        "junior_myopia_rate": 60,
        "senior_myopia_rate": 70,
        "eye_check_coverage_0_6": 90,
        "childcare_places_per_1000": 4.5,
    }
    assert values(children, *expected) == expected


def test_women_s_figures_of_five_fields(women):
    expected = {
        "primary_net_enrolment": 99.95,
        "junior_secondary_net_enrolment": 99.95,
        "gross_senior_secondary_enrolment": 95,
        "mean_schooling_working_age": 11.6,
        "female_share_employed": 45,
        "female_share_urban_unit_employed": 40,
        "female_share_village_committee": 30,
        "female_share_community_committee": 50,
        "female_share_community_directors": 40,
        "medical_insurance_coverage": 95,
        "pension_insurance_coverage": 95,
        "rural_tap_water_coverage": 92,
        "rural_sanitary_toilet_coverage": 85,
    }
    assert values(women, *expected) == expected


def test_injuries_are_to_fall_by_a_fifth(children):
    (found,) = [item for _, _, item in children.places() if item.rule is RuleKind.REDUCE_FROM_BASE]
    assert (found.indicator, found.value) == ("child_injury_mortality_rate", 20)


def test_the_outlines_hold_28_statements_and_bind_the_nation_alone(women_outline, children_outline, regions):
    assert [len(list(plan.places())) for plan in (women_outline, children_outline)] == [7, 21]
    assert [len(field.goals) for field in women_outline.fields] == [5]
    assert [len(field.goals) for field in children_outline.fields] == [15, 1, 3, 1]
    for plan in (women_outline, children_outline):
        assert plan.binds(regions) == ("100000",)
        assert (plan.baseline_year, plan.target_year) == (2020, 2030)


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("women_outline", ["教育", "经济", "家庭建设", "法律"]),
        ("children_outline", ["教育", "家庭", "环境", "法律保护"]),
    ],
)
def test_an_outline_says_which_fields_are_not_loaded(name, missing, request):
    note = request.getfixturevalue(name).note
    assert "没有收录" in note.zh
    assert "not loaded" in note.en
    assert all(field in note.zh for field in missing)


def test_the_five_statements_read_since_are_there(children_outline):
    found = {
        target.indicator: target.rule for field, _, target in children_outline.places() if field.id != "children_health"
    }
    assert found == {
        "child_injury_mortality_rate": RuleKind.REDUCE_FROM_BASE,
        "childcare_places_per_1000": RuleKind.INCREASE,
        "childcare_institutions": RuleKind.INCREASE,
        "child_friendly_space_coverage": RuleKind.INCREASE,
        "child_serving_organisations": RuleKind.INCREASE,
        None: RuleKind.QUALITATIVE,
    }


def test_every_statement_of_a_national_document_says_where_it_was_read(plans):
    for name, plan in plans.items():
        if name not in PROVINCE:
            assert all(target.source is not None for _, _, target in plan.places()), name


def test_outlines_judge_gaps_between_town_and_country(women_outline, children_outline):
    places = [*women_outline.places(), *children_outline.places()]
    gaps = [item for _, _, item in places if item.rule is RuleKind.NARROW_GAP]
    assert {(item.indicator, item.group, item.second_series[1]) for item in gaps} == {
        ("maternal_mortality_ratio", "urban", "rural"),
        ("under5_mortality_rate", "urban", "rural"),
    }
    assert all(item.other_reading for item in gaps)


def test_the_overall_gap_of_the_outline_is_a_checklist_item_with_its_reason(children_outline):
    ((_, goal, target),) = [place for place in children_outline.places() if place[2].rule is RuleKind.QUALITATIVE]
    assert goal.kind is GoalKind.QUALITATIVE
    assert target.other_reading is not None


def test_the_outlines_that_ended_in_2020_hold_61_statements(plans):
    ended = [plans["china-women-2011-2020"], plans["china-children-2011-2020"]]
    assert [len(list(plan.places())) for plan in ended] == [32, 29]
    assert {(plan.baseline_year, plan.target_year) for plan in ended} == {(2010, 2020)}


def test_documents_beside_the_outlines_keep_their_own_target_years(plans):
    """48 statements, three of which stand in two documents."""
    beside = [(plan, target) for plan in plans.values() if plan.counted_apart for _, _, target in plan.places()]
    due = Counter(plan.years_of(target)[1] for plan, target in beside)
    assert due == {2020: 14, 2022: 4, 2025: 21, 2027: 2, 2030: 9, 2035: 1}
    assert sum(due.values()) == 51


@pytest.mark.parametrize(
    ("plan", "target", "value", "year"),
    [
        ("china-healthy-action-2019-2030", "healthy_action.health.physical_fitness_pass_rate_2022", 90.86, 2022),
        ("china-maternal-safety-2021-2025", "maternal_safety_upgrade.health.maternal_mortality_ratio", 14.5, 2025),
        ("china-science-literacy-2021-2035", "science_literacy.environment.science_literacy_rate_2035", 25, 2035),
        ("china-rural-water-2021-2025", "rural_water.environment.rural_tap_water_coverage", 88, 2025),
        ("china-women-2011-2020", "outlines2020.women_health.1.maternal_mortality_ratio", 20, 2020),
    ],
)
def test_figures_of_the_other_documents(plans, plan, target, value, year):
    (found,) = [item for _, _, item in plans[plan].places() if item.id == target]
    assert (found.value, plans[plan].years_of(found)[1]) == (value, year)
