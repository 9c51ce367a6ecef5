from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sxresearch.monitoring.contract import COLUMNS, Register
from sxresearch.monitoring.demo.dataset import COUNTY_FILE, MAIN_FILE, SOURCE, demo_observations, write_demo
from sxresearch.monitoring.demo.drawn_counts import FACTOR
from sxresearch.monitoring.demo.profiles import load_profiles
from sxresearch.monitoring.loading import load_observations
from sxresearch.paths import DATA
from sxresearch.plan.loading import load_indicators
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Measure

SERIES = ["indicator", "group", "year"]


@pytest.fixture(scope="module")
def shipped() -> Register:
    return Register(load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv"))


@pytest.fixture(scope="module")
def profiles():
    return load_profiles(DATA / "demo" / "profiles.yaml")


@pytest.fixture(scope="module")
def everything(shipped, profiles) -> pd.DataFrame:
    return demo_observations(shipped, profiles, counties=True)


@pytest.fixture(scope="module")
def upper(everything, shipped) -> pd.DataFrame:
    """Province and cities."""
    return everything[everything["region"].str.endswith("00")].reset_index(drop=True)


def series(table: pd.DataFrame, indicator: str, region: str = "140000", group: str = "total") -> pd.Series:
    chosen = (table["indicator"] == indicator) & (table["region"] == region) & (table["group"] == group)
    return table[chosen].set_index("year")["value"]


def test_committed_file_is_what_the_generator_writes(tmp_path):
    (written,) = write_demo(tmp_path)
    assert written.name == MAIN_FILE
    assert written.read_bytes() == (DATA / "demo" / MAIN_FILE).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [MAIN_FILE]  # nothing unfinished left behind


def test_committed_file_passes_the_contract_and_is_marked(shipped):
    observations = load_observations(DATA / "demo", shipped)
    assert (observations.table["basis"] == "synthetic").all()
    assert (observations.table["source"] == SOURCE).all()
    assert observations.years() == (2010, 2023)
    assert observations.table["region"].nunique() == 12


def test_committed_file_stays_small():
    assert (DATA / "demo" / MAIN_FILE).stat().st_size < 2_600_000


@pytest.mark.long
def test_counties_go_into_a_file_of_their_own_and_pass_the_contract(tmp_path, shipped):
    main, lower = write_demo(tmp_path, counties=True)
    assert (main.name, lower.name) == (MAIN_FILE, COUNTY_FILE)
    assert main.read_bytes() == (DATA / "demo" / MAIN_FILE).read_bytes()
    assert load_observations(Path(lower), shipped).table["region"].nunique() == 117


@pytest.mark.long
def test_counties_change_nothing_above_them(shipped, profiles, upper):
    alone = demo_observations(shipped, profiles, counties=False)
    pd.testing.assert_frame_equal(alone, upper)


def test_another_indicator_changes_nothing(shipped, profiles, upper):
    one = {"maternal_mortality_ratio": profiles["maternal_mortality_ratio"]}
    alone = demo_observations(shipped, one, counties=False)
    expected = upper[upper["indicator"] == "maternal_mortality_ratio"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, expected)


def test_columns_are_the_contract_s(upper):
    assert tuple(upper.columns) == COLUMNS


def test_only_registered_groups(shipped, upper):
    for indicator, groups in upper.groupby("indicator")["group"].unique().items():
        assert set(groups) <= {group.value for group in shipped.indicators[indicator].groups}


def test_value_is_numerator_over_denominator_at_published_precision(shipped, everything):
    counted = everything[everything["numerator"].notna()]
    for indicator, rows in counted.groupby("indicator"):
        item = shipped.indicators[indicator]
        share = rows["numerator"].astype(float) / rows["denominator"].astype(float)
        assert np.allclose(rows["value"], np.round(share * FACTOR[item.unit], item.decimals), atol=1e-9)


@pytest.mark.parametrize("column", ["numerator", "denominator"])
def test_counts_of_the_cities_add_up_to_the_province(upper, column):
    counted = upper[upper["numerator"].notna()].astype({column: float})
    cities = counted[counted["region"] != "140000"].groupby(SERIES)[column].agg(["sum", "size"])
    province = counted[counted["region"] == "140000"].set_index(SERIES)[column]
    complete = cities[cities["size"] == 11]["sum"]
    assert len(complete) > 500
    assert (complete == province.reindex(complete.index)).all()


@pytest.mark.parametrize("column", ["numerator", "denominator"])
def test_counts_of_the_counties_add_up_to_their_city(everything, shipped, column):
    counted = everything[everything["numerator"].notna()].astype({column: float})
    counted = counted.assign(city=counted["region"].map({item.code: item.parent for item in shipped.regions}))
    taiyuan = counted[counted["city"] == "140100"].groupby(SERIES)[column].agg(["sum", "size"])
    city = counted[counted["region"] == "140100"].set_index(SERIES)[column]
    complete = taiyuan.loc[taiyuan["size"] == 10, "sum"]
    both = complete.index.intersection(city.index)
    assert len(both) > 50
    assert (complete[both] == city[both]).all()


@pytest.mark.parametrize(("one", "other"), [("urban", "rural"), ("female", "male")])
def test_pairs_of_groups_add_up_to_the_total(upper, one, other):
    counted = upper[upper["numerator"].notna()].astype({"numerator": float, "denominator": float})
    wide = counted.pivot_table(
        index=["region", "indicator", "year"], columns="group", values=["numerator", "denominator"]
    )
    for column in ("numerator", "denominator"):
        parts = wide[column][[one, other, "total"]].dropna()
        assert len(parts) > 300
        assert (parts[one] + parts[other] == parts["total"]).all()


def test_a_share_never_counts_more_than_there_are(shipped, everything):
    bounded = [name for name, item in shipped.indicators.by_id.items() if item.upper == 100]
    counted = everything[everything["indicator"].isin(bounded) & everything["numerator"].notna()]
    assert (counted["numerator"] <= counted["denominator"]).all()


def test_births_have_a_plausible_size(upper):
    rows = upper[(upper["indicator"] == "maternal_mortality_ratio") & (upper["group"] == "total")]
    births = rows[rows["region"] == "140000"].set_index("year")["denominator"]
    assert 350_000 < births[2010] < 400_000  # about 35 million residents, 10.7 births per 1 000
    assert 190_000 < births[2023] < 230_000
    cities = rows[(rows["region"] != "140000") & (rows["year"] == 2023)]["numerator"]
    assert cities.max() < 12  # so few deaths that a city's rate is mostly noise


def test_redefinition_shows_as_a_jump(upper):
    yearly = series(upper, "rural_sanitary_toilet_coverage").diff()
    assert yearly[2018] < -3
    assert (yearly.drop([2010, 2018]) > 0).all()


@pytest.mark.parametrize(
    ("indicator", "elections"),
    [
        ("female_share_party_congress_delegates", {2011, 2016, 2021}),
        ("female_share_congress_deputies", {2013, 2018, 2023}),
        ("female_share_cppcc_members", {2013, 2018, 2023}),
        ("female_share_village_committee", {2011, 2014, 2017, 2021}),
        ("female_share_community_directors", {2011, 2014, 2017, 2021}),
    ],
)
def test_elected_bodies_move_at_elections_only(upper, indicator, elections):
    for region in upper["region"].unique():
        values = series(upper, indicator, region).reindex(range(2010, 2024)).ffill().bfill()
        moved = set(values.index[values.diff().fillna(0) != 0])
        missing = set(range(2010, 2024)) - set(series(upper, indicator, region).index)
        assert moved <= elections | {year + 1 for year in missing}


def test_every_step_indicator_has_its_elections(shipped, profiles):
    steps = {name for name in profiles if shipped.indicators[name].measure is Measure.STEP}
    assert steps == {name for name, profile in profiles.items() if profile.elections}


def test_the_disturbance_is_felt_by_most_cities_at_once(upper, profiles):
    profile = profiles["cervical_cancer_screening_rate"]
    assert profile.shock < 0
    values = upper[(upper["indicator"] == "cervical_cancer_screening_rate") & (upper["group"] == "total")]
    wide = values.pivot_table(index="year", columns="region", values="value").drop(columns="140000")
    slowed = wide.loc[2022] - wide.loc[2019] < wide.loc[2019] - wide.loc[2016]
    assert slowed.sum() > 6


def test_cities_differ_and_years_are_missing(upper):
    cities = upper[upper["region"] != "140000"]
    spread = cities[cities["year"] == 2020].groupby(["indicator", "group"])["value"].nunique()
    assert (spread > 1).mean() > 0.95
    full = upper[upper["region"] == "140000"].groupby(["indicator", "group"])["year"].nunique()
    seen = cities.groupby(["region", "indicator", "group"])["year"].nunique().rename("seen").reset_index()
    short = seen["seen"] < seen.set_index(["indicator", "group"]).index.map(full)
    assert 0.1 < short.mean() < 0.4


def test_some_last_figures_are_preliminary(upper):
    preliminary = upper[upper["status"] == "preliminary"]
    assert set(preliminary["year"]) == {2023}
    last = upper[upper["year"] == 2023]
    assert 0.1 < len(preliminary) / len(last) < 0.5


def test_some_indicators_have_few_points(upper):
    points = upper[upper["region"] == "140000"].groupby("indicator")["year"].nunique()
    assert (points <= 2).any()
    assert ((points >= 3) & (points <= 4)).any()
    assert (points == 14).sum() > 40


def test_province_starts_and_ends_near_its_profile(upper):
    assert series(upper, "under5_mortality_rate")[2010] == pytest.approx(15.2, rel=0.1)
    assert series(upper, "under5_mortality_rate")[2023] == pytest.approx(6.2, rel=0.12)
    assert series(upper, "life_expectancy")[2023] == pytest.approx(78.4, abs=0.5)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("neonatal_mortality_rate", "infant_mortality_rate"),
        ("infant_mortality_rate", "under5_mortality_rate"),
    ],
)
def test_no_part_of_the_deaths_exceeds_the_whole(everything, part, whole):
    keys = ["region", "group", "year"]
    fewer, more = (everything[everything["indicator"] == name].set_index(keys)["numerator"] for name in (part, whole))
    both = fewer.index.intersection(more.index)
    assert len(both) > 4000
    assert (fewer[both] <= more[both]).all()
