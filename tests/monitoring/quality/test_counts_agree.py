"""A figure against its numerator and denominator."""

import pytest

from sxresearch.monitoring.quality.counts_agree import counts_disagree

KEY = ("coverage", "total", "140101")


def found(table, register, value, numerator, denominator):
    rows = table({KEY: {2020: value}}, numerator=float(numerator), denominator=float(denominator))
    return counts_disagree(rows, register)[["rule", "hypothesis"]].to_numpy().tolist()


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "expected"),
    [
        (80.0, 800, 1000, []),
        (80.9, 800, 1000, []),  # one unit of the last decimal is 0.1: beyond it a note, beyond 5 % held
        (80.0, 3000, 7, [["counts", "numerator-above"]]),
        (80.0, 800, 0.1, [["counts", "over-10000"]]),
        (80.0, 0.08, 1000, [["counts", "times-10000"]]),
        (80.0, 1000, 800, [["counts", "counts-swapped"]]),
        (8.0, 800, 1000, [["counts", "over-10"]]),
        (70.0, 800, 1000, [["counts", "unknown"]]),
    ],
)
def test_cases(table, register, value, numerator, denominator, expected):
    if value == 80.9:
        expected = [["counts-rounding", "unknown"]]
    assert found(table, register, value, numerator, denominator) == expected


@pytest.mark.parametrize(
    ("value", "rules"),
    [(80.09, []), (80.105, ["counts-rounding"]), (84.2, ["counts-rounding"]), (84.3, ["counts"])],
)
def test_edges_of_rounding_and_gravity(table, register, value, rules):
    """|80 − 84.2| = 4.2 < 5 % of 84.2 = 4.21; |80 − 84.3| = 4.3 > 4.215."""
    assert [rule for rule, _ in found(table, register, value, 800, 1000)] == rules


@pytest.mark.parametrize(
    ("numerator", "hypothesis"),
    [
        (200, "over-10"), (2_000, "over-100"), (20_000, "over-1000"), (200_000, "over-10000"),
        (2, "times-10"), (0.2, "times-100"), (0.02, "times-1000"), (0.002, "times-10000"), (70, "unknown"),
    ],
)  # fmt: skip
def test_every_factor(table, register, numerator, hypothesis):
    """20 per 100,000 stated; of 100,000 births."""
    rows = table({("deaths", "total", "140101"): {2020: 20.0}}, numerator=float(numerator), denominator=100_000.0)
    assert counts_disagree(rows, register)["hypothesis"].tolist() == [hypothesis]


@pytest.mark.parametrize(("numerator", "hypothesis"), [(815.9, "over-10"), (816.2, "unknown")])
def test_edge_of_what_explains(table, register, numerator, hypothesis):
    """Two per cent from ten times 8."""
    assert found(table, register, 8.0, numerator, 1000) == [["counts", hypothesis]]
