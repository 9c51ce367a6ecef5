"""Neonatal ≤ infant ≤ under five."""

import pytest

from sxresearch.monitoring.quality.death_rates import death_rates_out_of_order


@pytest.mark.parametrize(
    ("neonatal", "infant", "under5", "rules"),
    [
        (2.0, 3.0, 4.0, []),
        (3.01, 3.0, 4.0, []),  # both rounded to two decimals
        (3.02, 3.0, 4.0, ["mortality-near"] * 2),
        (4.5, 3.0, 5.0, ["mortality-near"] * 2),
        (4.51, 3.0, 5.0, ["mortality-order"] * 2),
        (2.0, 30.0, 4.0, ["mortality-order"] * 2),
    ],
)
def test_edges(table, register, neonatal, infant, under5, rules):
    rates = {"neonatal": neonatal, "infant": infant, "under5": under5}
    rows = table({(f"{name}_mortality_rate", "total", "140101"): {2020: rate} for name, rate in rates.items()})
    assert death_rates_out_of_order(rows, register)["rule"].tolist() == rules


def test_other_years_and_groups_are_not_compared(table, register):
    rows = table(
        {
            ("neonatal_mortality_rate", "total", "140101"): {2020: 9.0},
            ("infant_mortality_rate", "total", "140101"): {2021: 3.0},
        }
    )
    assert death_rates_out_of_order(rows, register).empty
