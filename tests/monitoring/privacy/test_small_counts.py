import numpy as np
import pandas as pd
import pytest

from sxresearch.monitoring.privacy.small_counts import counts_behind, is_small
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
