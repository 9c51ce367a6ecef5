"""With how many decimals a region's next figure is expected."""

import numpy as np
import pytest

from sxresearch.assessment.events.precision import decimals_to_come
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.series import IndicatorSeries, open_store
from sxresearch.terms import Group
from tests.assessment.small_world import small_world

RATE = {"better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate"}
FIRST, SECOND = "140100", "140200"


def series(figures: dict[str, dict[int, float]], decimals: int = 1) -> IndicatorSeries:
    world: Inputs = small_world(
        indicator={**RATE, "decimals": decimals},
        target={"rule": "at_most", "value": 12.5},
        series={code: {"total": values} for code, values in figures.items()},
    )
    return open_store(world, (FIRST, SECOND), 2023, 2025).get("first", Group.TOTAL)


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ([12.0, 11.0, 12.0], 1),  # never coarser than the register
        ([12.5, 11.2, 12.1], 1),
        ([12.5, 11.25, 12.1], 2),  # the most decimals seen count
        ([12.5, 11.256, 12.1], 3),
        ([12.5, 11.2567, 12.1], 3),  # more than two beyond the register's are a division's trace
        ([100 / 3, 200 / 7, 12.1], 3),
        ([0.1 + 0.2, 11.2, 12.1], 1),  # the binary form is no digit
    ],
)
def test_digits_of_the_regions_own_figures(values, decimals):
    years = range(2024 - len(values), 2024)
    found = decimals_to_come(series({FIRST: dict(zip(years, values, strict=True)), SECOND: {2023: 9.0}}))
    np.testing.assert_array_equal(found, [decimals, 1])


def test_only_the_last_five_figures_count():
    old = {2017: 12.25, **dict.fromkeys(range(2018, 2024), 12.5)}
    late = {2019: 12.25, **dict.fromkeys(range(2020, 2024), 12.5)}
    np.testing.assert_array_equal(decimals_to_come(series({FIRST: old, SECOND: late})), [1, 2])


def test_a_region_without_figures_has_the_registers():
    assert decimals_to_come(series({FIRST: {2023: 9.1}, SECOND: {2023: 9.0}}, decimals=0)).tolist() == [1, 0]
