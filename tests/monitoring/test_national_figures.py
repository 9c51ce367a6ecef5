"""The shipped national figures, held against values that were read in the source file by hand."""

import pandas as pd
import pytest

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.observations import Observations
from sxresearch.paths import DATA, OBSERVATIONS
from sxresearch.plan.loading import load_indicators
from sxresearch.plan.regions import load_regions


@pytest.fixture(scope="module")
def shipped() -> Register:
    return Register(load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv"))


@pytest.fixture(scope="module")
def national(shipped) -> Observations:
    return load_observations(DATA / "observations" / "china-national.csv", shipped)


def value(national: Observations, indicator: str, year: int, group: str = "total") -> float:
    table = national.table
    (found,) = table[(table["indicator"] == indicator) & (table["year"] == year) & (table["group"] == group)]["value"]
    return float(found)


def test_no_row_was_lost(national):
    assert len(national.table) == 697
    assert national.table["indicator"].nunique() == 125
    assert national.years() == (1990, 2025)


def test_basis_is_kept(national):
    assert national.table["basis"].value_counts().to_dict() == {"printed": 535, "derived": 116, "secondary": 46}
    assert not national.synthetic
    assert set(national.table["region"]) == {"100000"}


def test_every_row_names_its_source_and_what_was_computed(national):
    assert (national.table["source"].str.len() > 4).all()
    derived = national.table[national.table["basis"] == "derived"]["source"]
    assert derived.str.contains("推算").all()


@pytest.mark.parametrize(
    ("indicator", "group", "year", "expected"),
    [
        ("maternal_mortality_ratio", "total", 2020, 16.9),
        ("maternal_mortality_ratio", "rural", 2024, 15.9),
        ("maternal_mortality_ratio", "urban", 2024, 12.5),
        ("under5_mortality_rate", "total", 2010, 16.4),
        ("infant_mortality_rate", "total", 2024, 4.0),
        ("neonatal_mortality_rate", "total", 1991, 33.0),
        ("life_expectancy", "female", 2020, 80.88),
        ("gross_preschool_enrolment", "total", 2024, 92.0),
        ("compulsory_retention_rate", "total", 2023, 95.7),
        ("rural_tap_water_coverage", "total", 2025, 96.0),
        ("rural_sanitary_toilet_coverage", "total", 2017, 81.8),
        ("female_share_congress_deputies", "total", 2018, 24.9),
        ("childcare_places_per_1000", "total", 2024, 4.08),
        ("severe_birth_defect_incidence", "total", 2010, 17.47),
        ("paediatricians_per_1000_children", "total", 2021, 0.78),
        ("women_in_maternity_insurance", "female", 2020, 1.03),
        ("health_literacy_rate", "rural", 2024, 29.11),
        ("rural_sanitary_toilet_coverage_since_2018", "total", 2025, 77.0),
        ("rural_tap_water_coverage_health_basis", "total", 2013, 76.4),
        ("fitness_standard_good_rate_spot_check", "total", 2018, 30.57),
        ("under5_unintentional_injury_mortality", "rural", 2020, 230.0),
        ("child_friendly_spaces", "total", 2021, 32.9),
        ("child_trafficking_cases", "total", 2020, 666),
        ("legal_aid_cases_minors", "total", 2024, 18.0),
        ("hospital_delivery_rate", "rural", 2014, 99.6),
        ("female_share_cppcc_members", "total", 2008, 17.7),
        ("science_literacy_gender_gap", "total", 2024, 2.76),
    ],
)
def test_figures_stand_as_published(national, indicator, group, year, expected):
    assert value(national, indicator, year, group) == expected


def test_insured_women_are_converted_and_the_source_says_so(national):
    # 0.8亿人 and 1.05亿人 in the source; the register counts in 10 000 persons
    assert value(national, "unemployment_insurance_participants", 2017, "female") == 8000
    assert value(national, "unemployment_insurance_participants", 2024, "female") == 10500
    converted = national.table[national.table["unit"] == "ten_thousand_persons"]
    converted = converted[converted["source"].str.contains("原文为.*亿人")]
    assert len(converted) == 8
    assert set(converted["group"]) == {"female"}


def test_every_indicator_has_a_value_in_a_registered_unit(national, shipped):
    units = national.table.groupby("indicator")["unit"].unique()
    for indicator, found in units.items():
        assert list(found) == [shipped.indicators[indicator].unit.value]


@pytest.mark.parametrize(
    ("indicator", "year"),
    [
        ("rural_sanitary_toilet_coverage", 2018),
        ("rural_tap_water_coverage", 2016),
        ("female_share_employed", 2020),
        ("maternal_systematic_management_rate", 2017),
        ("female_share_employed", 2014),
        ("women_labour_protection_enterprises", 2017),
        ("female_share_worker_directors", 2019),
        ("female_share_worker_supervisors", 2019),
        ("women_in_pension_insurance", 2020),
        ("women_in_medical_insurance", 2020),
        ("resident_population", 2020),
    ],
)
def test_known_redefinitions_are_declared(shipped, indicator, year):
    assert year in [mark.year for mark in shipped.indicators[indicator].breaks]


def test_mixed_sources_of_life_expectancy_are_said(shipped):
    assert "来源不同" in shipped.indicators["life_expectancy"].definition.zh


def test_targets_with_at_least_eight_points_can_be_projected(national):
    printed = national.table[(national.table["basis"] == "printed") & (national.table["group"] == "total")]
    points = printed[printed["year"] >= 2010].groupby("indicator")["year"].nunique()
    assert isinstance(points, pd.Series)
    assert points["maternal_mortality_ratio"] == 15
    assert points["infant_mortality_rate"] == 15
    assert points["under5_mortality_rate"] == 14


@pytest.mark.parametrize(
    ("indicator", "year", "source"),
    [
        ("maternal_mortality_ratio", 2012, "中国妇女报"),
        ("regular_exercise_share", 2025, "2025年全民健身活动状况调查公报"),
        ("under5_mortality_rate", 2012, "推算"),
        ("paediatricians_per_1000_children", 2018, "0.92"),
    ],
)
def test_a_figure_names_where_it_was_read(national, indicator, year, source):
    table = national.table
    (found,) = table[(table["indicator"] == indicator) & (table["year"] == year) & (table["group"] == "total")][
        "source"
    ]
    assert source in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rural_sanitary_toilet_coverage", "rural_sanitary_toilet_coverage_since_2018"),
        ("rural_tap_water_coverage", "rural_tap_water_coverage_health_basis"),
        ("fitness_standard_good_rate", "fitness_standard_good_rate_spot_check"),
        ("child_injury_mortality_rate", "under5_unintentional_injury_mortality"),
        ("women_in_urban_units", "women_in_urban_non_private_units"),
    ],
)
def test_series_on_another_basis_stay_apart(national, one, other):
    years = national.table.groupby("indicator")["year"].agg(set)
    assert years[one]
    assert years[other]


def test_printed_figures_of_the_province_say_that_they_were_read_in_reprints(shipped):
    printed = load_observations(DATA / "observations" / "shanxi-printed.csv", shipped).table
    assert len(printed) == 133
    assert not (printed["basis"] == "synthetic").any()
    assert printed["source"].str.endswith("（据转载，未见原件）").all()
    assert printed["region"].nunique() == 12


def test_the_province_s_printed_figures_are_not_read_with_the_synthetic_ones():
    names = [path.name for path in OBSERVATIONS]
    assert names == ["china-national.csv", "demo"]
