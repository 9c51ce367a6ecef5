"""The shipped national figures, held against values that were read in the source file by hand."""

import pandas as pd
import pytest

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.observations import Observations, load_observations
from sxresearch.paths import DATA
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
    assert national.table["basis"].value_counts().to_dict() == {"printed": 329, "derived": 63, "secondary": 22}
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
    ],
)
def test_figures_stand_as_published(national, indicator, group, year, expected):
    assert value(national, indicator, year, group) == expected


def test_insured_women_are_converted_and_the_source_says_so(national):
    # 0.8亿人 and 1.05亿人 in the source; the register counts in 10 000 persons
    assert value(national, "unemployment_insurance_participants", 2017, "female") == 8000
    assert value(national, "unemployment_insurance_participants", 2024, "female") == 10500
    converted = national.table[national.table["unit"] == "ten_thousand_persons"]
    assert len(converted) == 3
    assert converted["source"].str.contains("原文为.*亿人").all()


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
    assert points["maternal_mortality_ratio"] == 14
    assert points["infant_mortality_rate"] == 14
    assert points["under5_mortality_rate"] == 12
