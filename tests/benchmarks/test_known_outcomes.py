"""National targets with a known outcome, judged at mid-term: the figures that docs/method.md states."""

import pandas as pd
import pytest

from benchmarks.known_outcomes import all_plans, known_outcomes, mid_term, summary


@pytest.fixture(scope="module")
def inputs():
    return all_plans()


def test_mid_term_is_half_way_and_the_later_of_two_years(inputs):
    middle = mid_term(inputs)
    assert middle["outlines2020.women_health.1.maternal_mortality_ratio"] == 2015  # 2010 to 2020
    assert middle["rural_water.environment.rural_tap_water_coverage"] == 2023  # 2020 to 2025
    assert middle["healthy_action.health.health_literacy_rate_2022"] == 2020  # 2018 to 2022


def test_hits_and_misses_as_they_fall(inputs):
    table = known_outcomes(inputs)
    found = summary(table)
    assert (found["known"], found["met"], found["judged"], found["judged and met"]) == (37, 34, 21, 20)
    assert (found["said likely, met"], found["said likely, missed"]) == (11, 0)
    assert (found["said unlikely, met"], found["said unlikely, missed"]) == (6, 0)
    assert found["Brier"] == pytest.approx(0.230, abs=0.01)
    missed = set(table.loc[table["outcome"] == 0, "target"])
    assert missed == {
        "outlines2020.women_health.4.maternal_mortality_ratio",  # urban–rural gap .4 in 2010, 4.4 in 2020
        "outlines2020.women_participation.1.female_share_village_committee",  # 24.2 of 30 %
        "public_services.education.gross_senior_secondary_enrolment",  # 92.0, and more than 92 was asked
    }


def test_summary_by_hand():
    table = pd.DataFrame(
        {"status": ["likely", "unlikely", "uncertain", "not_assessable"], "p_attain": [0.9, 0.2, 0.5, None],
         "outcome": [1, 1, 0, 1]}
    )  # fmt: skip
    found = summary(table)
    assert found["Brier"] == pytest.approx((0.01 + 0.64 + 0.25) / 3)
    assert (found["known"], found["met"], found["judged"], found["uncertain"]) == (4, 3, 3, 1)
