"""Outside the plausible range a figure is held, at twice it refused."""

from types import SimpleNamespace

import pandas as pd
import pytest

from sxresearch.monitoring.quality.plausible_range import outside_plausible

WIDE = SimpleNamespace(plausible_range=(0.0, 1000.0))
KEY = ("enrolment", "total", "140101")


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        (10.0, None), (9.9, "implausible"), (5.0, "implausible"), (4.9, "impossible"), (0.0, "implausible"),
        (150.0, None), (150.1, "implausible"), (300.0, "implausible"), (300.1, "impossible"), (9128.0, "impossible"),
    ],
)  # fmt: skip
def test_edges(table, register, value, rule):
    found = outside_plausible(table({KEY: {2020: value}}), register)
    assert found["rule"].tolist() == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("value", "hypothesis", "meant"),
    [(9128.0, "times-100", 91.28), (912.8, "times-10", 91.28), (9.1, "over-10", 91.0), (0.91, "over-100", 91.0)],
)
def test_what_would_bring_it_inside_is_named(table, register, value, hypothesis, meant):
    found = outside_plausible(table({KEY: {2020: value}}), register)
    assert found["hypothesis"].tolist() == [hypothesis]
    assert found["expected"].iloc[0] == pytest.approx(meant)


@pytest.mark.parametrize(
    ("value", "others", "hypothesis"),
    [
        (12_500.0, {2019: 12.0, 2020: 13.0}, "times-1000"),
        (12_500.0, {2019: 120.0, 2020: 130.0}, "times-100"),
        (12_500.0, {}, "times-100 times-1000"),  # 125, 12.5: a range of 0 to 1000 can't tell
        (1_300.0, {2019: 12.0}, "times-100"),
        (50_000.0, {2019: 2.0}, "unknown"),  # no shift leads anywhere near
    ],
)
def test_the_factor_is_that_of_the_own_other_years_or_none(value, others, hypothesis):
    rows = [("rate", "total", "140101", year, figure) for year, figure in {**others, 2023: value}.items()]
    frame = pd.DataFrame(rows, columns=["indicator", "group", "region", "year", "value"])
    found = outside_plausible(frame, SimpleNamespace(indicators=SimpleNamespace(by_id={"rate": WIDE})))
    assert found["hypothesis"].tolist() == [hypothesis]


def test_without_a_range_the_bounds_are_it(table, register):
    assert outside_plausible(table({("share", "total", "140101"): {2020: 0.0, 2021: 100.0}}), register).empty
