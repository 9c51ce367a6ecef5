"""What is held back, by hand; and that nothing follows from the rest, by an attacker who knows none of the rules."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.monitoring.privacy.suppression import as_published, suppression
from tests.monitoring.privacy.attack import KEY, counts_told
from tests.monitoring.privacy.counties import (
    CITY,
    COUNTIES,
    ENROLMENT,
    INFANT,
    MATERNAL,
    NEONATAL,
    figures,
    of_counties,
    register,
)


def suppressed(table: pd.DataFrame) -> list[bool]:
    return suppression(table, register()).figures.tolist()


@pytest.mark.parametrize(
    ("counts", "gone"),
    [
        ((0, 5, 6, 7, 8), ""),  # nothing small
        ((3, 5, 6, 7, 8), "01"),  # 3 is small; the city less the others would give it: the next smallest goes too
        ((3, 4, 6, 7, 8), "01"),  # two small ones together are 7: nothing follows
        ((1, 1, 6, 7, 8), "012"),  # two counties with two cases: one each
        ((1, 0, 0, 0, 9), "04"),  # the city's 10 less 9 is the 1
        ((2, 0, 0, 0, 0), "01234"),  # the city's own 2 stays: cities are published
    ],
)
def test_counties_of_a_city(counts: tuple, gone: str):
    found = suppressed(of_counties(counts))
    shown = "".join(str(place) for place, hidden in enumerate(found[:5]) if hidden)
    assert shown == gone
    assert not found[5]
    assert_nothing_follows(of_counties(counts))


def test_a_single_county_takes_its_city_with_it():
    rows = [(code, MATERNAL, "total", 2023, 3.0, 4000.0) for code in (COUNTIES[0], CITY)]
    assert suppressed(figures(*rows)) == [True, True]


def test_cities_and_the_province_are_published():
    assert suppressed(figures((CITY, MATERNAL, "total", 2023, 3.0, 4000.0))) == [False]


def test_a_group_goes_with_the_other_group():
    rows = [("total", 12.0), ("urban", 3.0), ("rural", 9.0)]
    table = figures(*((COUNTIES[0], MATERNAL, group, 2023, n, 4000.0) for group, n in rows))
    assert suppressed(table) == [False, True, True]


def test_a_group_that_leaves_a_small_rest_goes_although_nothing_is_small():
    rows = [("total", 12.0), ("urban", 9.0)]
    table = figures(*((COUNTIES[0], MATERNAL, group, 2023, n, 4000.0) for group, n in rows))
    assert suppressed(table) == [False, True]


@pytest.mark.parametrize(
    ("neonatal", "infant", "gone"),
    [(6, 8, [True, False]), (6, 11, [False, False]), (6, 6, [False, False]), (3, 9, [True, False])],
)
def test_deaths_after_the_first_month_are_a_count_too(neonatal: int, infant: int, gone: list[bool]):
    table = figures(
        (COUNTIES[0], NEONATAL, "total", 2023, float(neonatal), 4000.0),
        (COUNTIES[0], INFANT, "total", 2023, float(infant), 4000.0),
    )
    assert suppressed(table) == gone


def test_two_children_who_are_not_enrolled():
    assert suppressed(figures((COUNTIES[0], ENROLMENT, "total", 2023, 1998.0, 2000.0))) == [True]


def test_a_denominator_of_three_goes_with_its_figure():
    table = figures((COUNTIES[0], MATERNAL, "total", 2023, 0.0, 3.0))
    found = suppression(table, register())
    assert (found.figures.tolist(), found.denominators.tolist()) == ([True], [True])
    shown = as_published(table, found)
    assert shown[["value", "numerator", "denominator"]].isna().all(axis=None)


def protected_counts(table: pd.DataFrame) -> pd.Series:
    """The small counts of counties in ``table``."""
    county = table["region"].isin(COUNTIES)
    small = table["numerator"].between(1, 4) & county
    return table.loc[small].set_index(KEY)["numerator"]


def assert_nothing_follows(table: pd.DataFrame) -> None:
    shown = as_published(table, suppression(table, register()))
    told = counts_told(shown, register())
    secret = protected_counts(table)
    found = told[told.index.intersection(secret.index)]
    assert found.empty, found


def test_the_attacker_is_able_to_find_what_is_only_left_out():
    table = of_counties((3, 5, 6, 7, 8))
    table.loc[0, ["value", "numerator"]] = np.nan
    assert counts_told(table, register())[COUNTIES[0], MATERNAL, "total", 2023] == 3


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=5, max_size=5), st.integers(0, 8))
def test_nothing_follows_from_counties_groups_and_ages_together(counts: list[tuple[int, int]], later: int):
    rows = []
    for code, (urban, rural) in zip(COUNTIES, counts, strict=True):
        for group, n in (("urban", urban), ("rural", rural), ("total", urban + rural)):
            rows += [(code, NEONATAL, group, 2023, float(n), 4000.0), (code, INFANT, group, 2023, n + later, 4000.0)]
    table = figures(*rows)
    city = table.groupby(["indicator", "group", "year"], as_index=False)["numerator"].sum()
    whole = figures(*((CITY, *row, 20_000.0) for row in city.itertuples(index=False, name=None)))
    assert_nothing_follows(pd.concat([table, whole], ignore_index=True))
