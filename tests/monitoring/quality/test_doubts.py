"""Which shift of the decimal point is believed, at the edges."""

import numpy as np
import pytest

from sxresearch.monitoring.quality.doubts import EITHER, HALF_A_PLACE, SHIFTS, explained


def one(value: float, low: float, high: float, usual: float = np.nan) -> tuple[str, float]:
    names, meant = explained(*(np.array([number]) for number in (value, low, high, usual)))
    return names[0], float(meant[0])


def test_shifts_are_powers_of_ten():
    assert {str(name): factor for name, factor in SHIFTS.items()} == {
        "times-10": 10.0,
        "over-10": 0.1,
        "times-100": 100.0,
        "over-100": 0.01,
        "times-1000": 1000.0,
        "over-1000": 0.001,
    }


@pytest.mark.parametrize(
    ("value", "hypothesis", "meant"),
    [
        (953.0, "times-10", 95.3),
        (9_530.0, "times-100", 95.3),
        (95_300.0, "times-1000", 95.3),
        (9.53, "over-10", 95.3),
        (0.953, "over-100", 95.3),
        (0.0953, "over-1000", 95.3),
        (953_000.0, "unknown", np.nan),  # four places: nobody slips so far
    ],
)
def test_a_shift_by_one_to_three_places_is_named(value, hypothesis, meant):
    assert one(value, 90.0, 100.0) == (hypothesis, pytest.approx(meant, nan_ok=True))


@pytest.mark.parametrize(
    ("places", "hypothesis"),
    [(0.0, "times-100"), (HALF_A_PLACE - 0.01, "times-100"), (HALF_A_PLACE + 0.01, "unknown"), (-0.51, "unknown")],
)
def test_it_must_lead_within_half_a_place_of_the_usual_figure(places, hypothesis):
    """Only a hundredth lies inside 50 … 150; half a place is a factor of 3.16."""
    assert HALF_A_PLACE == 0.5
    assert one(9_000.0, 50.0, 150.0, usual=90.0 * 10**places)[0] == hypothesis


def test_without_a_usual_figure_one_way_into_the_range_is_a_cause_and_of_two_both_are_named():
    assert one(5_000.0, 10.0, 100.0)[0] == "times-100"
    assert EITHER == 2
    named, meant = one(5_000.0, 1.0, 100.0)
    assert (named, np.isnan(meant)) == ("times-100 times-1000", True)
    assert one(5_000.0, 1.0, 600.0)[0] == "unknown"  # 500, 50 and 5: three would be no help
    assert one(5_000.0, 1.0, 100.0, usual=6.0) == ("times-1000", 5.0)
