"""Deaths are moved only where a part exceeds its whole, and no death is lost or added."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.monitoring.demo.drawn_counts import Counts
from sxresearch.monitoring.demo.nested_deaths import raised, shared_out, with_deaths_of
from sxresearch.terms import Group

NUMBERS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("deaths", "least", "moved"),
    [
        ([4, 7], [3, 7], [4, 7]),  # in order already
        ([2, 9], [3, 4], [3, 8]),
        ([0, 6, 12], [3, 3, 3], [3, 5, 10]),  # spare 3 and 9 give 0.75 and 2.25: 1 and 2
        ([1, 2], [3, 2], [1, 2]),  # nothing to spare
        ([0, 4], [3, 3], [1, 3]),  # too little to spare
    ],
)
def test_what_is_lacking_comes_from_who_has_more(deaths, least, moved):
    assert raised(np.array(deaths), np.array(least)).tolist() == moved


@given(NUMBERS)
def test_sums_stay_and_order_holds_where_it_can(pairs):
    deaths, least = (np.array(side) for side in zip(*pairs, strict=True))
    after = raised(deaths, least)
    assert after.sum() == deaths.sum()
    assert (after >= np.minimum(deaths, least)).all()
    if deaths.sum() >= least.sum():
        assert (after >= least).all()


@given(NUMBERS, st.floats(0, 1))
def test_shares_are_whole_and_within_their_room(pairs, part):
    room = np.array([first for first, _ in pairs])
    amount = int(part * room.sum())
    given_out = shared_out(amount, room)
    assert given_out.sum() == amount
    assert ((given_out >= 0) & (given_out <= room)).all()


def counts(*deaths: int) -> dict[Group, Counts]:
    """Urban deaths of the counties of a city in one year; nobody dies in the country."""
    urban, rural = (Counts(np.array([[n] for n in row]), np.full((len(deaths), 1), 100)) for row in (deaths, [0, 0]))
    return {Group.TOTAL: urban, Group.URBAN: urban, Group.RURAL: rural}


def test_the_city_itself_first_then_the_others():
    part = {"a": counts(3, 1), "b": counts(4, 4)}
    whole = {"a": counts(2, 5), "b": counts(3, 4)}
    found = with_deaths_of(part, whole)
    assert found["a"][Group.URBAN].numerator.ravel().tolist() == [3, 3]  # one to its own county, one to city b
    assert found["b"][Group.URBAN].numerator.ravel().tolist() == [4, 4]
    assert found["b"][Group.TOTAL].numerator.ravel().tolist() == [4, 4]
    assert found["a"][Group.TOTAL].denominator.ravel().tolist() == [200, 200]
