import numpy as np
import pandas as pd
import pytest

from sxresearch.monitoring.privacy.small_counts import counts_behind, is_small
from sxresearch.monitoring.privacy.suppression import suppression
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Countable
from tests.monitoring.privacy.counties import COUNTIES, ENROLMENT, INFANT, MATERNAL, figures, register


@pytest.mark.parametrize(
    ("count", "small"), [(0, False), (1, True), (4, True), (5, False), (0.005, False), (4.6, True), (np.nan, False)]
)
def test_one_to_four_is_small(count: float, small: bool):
    assert is_small(np.array([count])).item() is small


def test_a_count_follows_from_the_rate_and_the_denominator():
    table = figures((COUNTIES[0], MATERNAL, "total", 2023, 3.0, 4000.0)).assign(numerator=np.nan)
    assert counts_behind(table, register())["events"].item() == pytest.approx(3.0)


def test_a_denominator_that_another_figure_states_serves_too():
    """75 deaths per 100,000 births are 3 where the infant mortality of the same county and year is out of 4,000."""
    rows = figures(
        (COUNTIES[0], MATERNAL, "total", 2023, 3.0, 4000.0), (COUNTIES[0], INFANT, "total", 2023, 9.0, 4000.0)
    )
    rows.loc[0, ["numerator", "denominator"]] = np.nan
    found = counts_behind(rows, register())
    assert found["events"].tolist() == pytest.approx([3.0, 9.0])
    rows.loc[1, "year"] = 2021  # births of another year tell as much
    assert counts_behind(rows, register())["events"].iloc[0] == pytest.approx(3.0)


def test_of_a_share_those_without_are_a_count_too_of_a_death_rate_they_are_not():
    table = figures(
        (COUNTIES[0], ENROLMENT, "total", 2023, 1998.0, 2000.0), (COUNTIES[0], MATERNAL, "total", 2023, 0.0, 3.0)
    )
    others = counts_behind(table, register())["others"]
    assert others.iloc[0] == 2.0
    assert pd.isna(others.iloc[1])


KINDS = {"persons": ENROLMENT, "no_persons": "child_friendly_space_coverage"}


@pytest.mark.parametrize(
    ("count", "persons", "villages"),
    [(0, False, False), (1, True, False), (4, True, False), (5, False, False)],
)
@pytest.mark.parametrize("side", ["events", "others"])
def test_of_persons_one_to_four_are_hidden_of_villages_nothing(count: int, persons: bool, villages: bool, side: str):
    done = count if side == "events" else 90 - count
    for kind, hidden in (("persons", persons), ("no_persons", villages)):
        table = figures((COUNTIES[0], KINDS[kind], "total", 2023, float(done), 90.0))
        found = suppression(table, register())
        assert (found.figures.item(), found.denominators.item()) == (hidden, False), kind


@pytest.mark.parametrize(("count", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_of_places_for_persons_only_the_persons_are_hidden(count: int, hidden: bool):
    """Beds: 0, 1, 4, 5 are all shown over 5,000 children; over so few children figure and denominator go."""
    of_many = figures((COUNTIES[0], "paediatric_beds_per_1000_children", "total", 2023, float(count), 5000.0))
    assert not suppression(of_many, register()).figures.any()
    of_few = figures((COUNTIES[0], "paediatric_beds_per_1000_children", "total", 2023, 9.0, float(count)))
    found = suppression(of_few, register())
    assert (found.figures.item(), found.denominators.item()) == (hidden, hidden)


@pytest.mark.parametrize(
    ("amount", "hidden"), [("public_child_venues", False), ("secondary_vocational_students", True)]
)
def test_an_amount_without_denominator_is_of_venues_or_of_persons(amount: str, hidden: bool):
    table = figures((COUNTIES[0], amount, "total", 2023, np.nan, np.nan)).assign(value=3.0)
    assert suppression(table, register()).figures.item() is hidden


def test_what_the_register_does_not_speak_of_is_persons():
    silent = register().indicators[MATERNAL].model_dump(exclude={"counts"})
    assert Indicator(**silent).counts is Countable.PERSONS


def test_nothing_else_than_these_is_declared_not_to_count_persons():
    """Read through one by one; whoever adds a name says here that it counts neither persons nor cases."""
    declared = {kind: set() for kind in Countable}
    for item in register().indicators.by_id.values():
        declared[item.counts].add(item.id)
    assert declared[Countable.PLACES_FOR_PERSONS] == {"childcare_places_per_1000", "paediatric_beds_per_1000_children"}
    assert declared[Countable.NO_PERSONS] == {
        "subdistrict_health_service_coverage", "village_clinic_coverage", "party_school_equality_course_coverage",
        "good_air_days_share", "urban_water_source_compliance", "large_school_psychology_teacher_share",
        "child_product_inspection_pass_rate", "child_friendly_space_coverage", "parent_school_coverage",
        "public_child_venues", "inclusive_kindergarten_share", "child_welfare_institutions", "child_friendly_spaces",
        "minor_protection_institutions", "childcare_institutions", "child_serving_organisations",
        "community_elder_care_coverage", "towns_with_child_social_worker",
    }  # fmt: skip


def test_no_denominator_of_persons_is_called_like_one_of_things():
    """A denominator that another indicator states is taken over by its name; so names must tell the two apart."""
    named = {kind: set() for kind in (True, False)}
    for item in register().indicators.by_id.values():
        if item.denominator:
            named[item.counts is Countable.NO_PERSONS].add(item.denominator.zh)
    assert named[True].isdisjoint(named[False])
