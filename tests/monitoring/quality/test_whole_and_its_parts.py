"""A city against its counties."""

from dataclasses import replace

import pytest

from sxresearch.monitoring.quality.whole_and_its_parts import wholes_unlike_parts
from sxresearch.plan.indicators import Indicators
from sxresearch.terms import Unit


def figures(whole: float, *parts: float) -> dict:
    found = {("coverage", "total", "140100"): {2020: whole}}
    return found | {("coverage", "total", f"14010{place}"): {2020: part} for place, part in enumerate(parts, start=1)}


@pytest.mark.parametrize(("whole", "noted"), [(50.0, 0), (51.0, 0), (51.1, 1), (49.1, 0), (49.0, 1)])
def test_edges_of_the_weighted_mean(table, register, whole, noted):
    """Equal denominators: the mean of 40 and 60 is 50; room is 2 % of the whole."""
    rows = table(figures(whole, 40.0, 60.0), denominator=1000.0)
    found = wholes_unlike_parts(rows, register)
    assert len(found) == noted
    assert (found["expected"] == 50.0).all()


@pytest.mark.parametrize(("whole", "noted"), [(40.0, 0), (60.0, 0), (61.2, 0), (61.3, 1), (39.0, 1)])
def test_without_denominators_the_range(table, register, whole, noted):
    assert len(wholes_unlike_parts(table(figures(whole, 40.0, 60.0)), register)) == noted


@pytest.mark.parametrize(("unit", "noted"), [("percent", 1), ("number", 0), ("ten_thousand_persons", 0)])
def test_what_adds_up_lies_above_its_parts(table, register, unit, noted):
    """Venues of two counties, 40 and 60, make 100 in their city; a share of 100 would be none of theirs."""
    item = register.indicators["coverage"].model_copy(update={"unit": Unit(unit)})
    counted = replace(register, indicators=Indicators(by_id={"coverage": item}))
    assert len(wholes_unlike_parts(table(figures(100.0, 40.0, 60.0)), counted)) == noted


def test_a_year_in_which_a_part_is_missing_is_not_compared(table, register):
    rows = table(figures(90.0, 40.0, 60.0) | {("coverage", "total", "140103"): {2019: 70.0}})
    assert len(wholes_unlike_parts(rows, register)) == 1  # the third part has never reported beside the others
    both = figures(90.0, 40.0, 60.0)
    both[("coverage", "total", "140101")] |= {2021: 41.0}
    both[("coverage", "total", "140100")] |= {2021: 90.0}
    assert len(wholes_unlike_parts(table(both), register)) == 1


@pytest.mark.parametrize(("whole", "noted"), [(1.09, 0), (1.105, 1)])
def test_edge_of_rounding(table, register, whole, noted):
    """One unit of the last decimal, 0.1, above the mean of two equal parts."""
    assert len(wholes_unlike_parts(table(figures(whole, 1.0, 1.0), denominator=1000.0), register)) == noted
