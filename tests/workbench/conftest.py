"""A world of ten cities with one counted indicator, for the notebook on one indicator."""

import pytest

from sxresearch.assessment.inputs import Inputs
from tests.assessment.small_world import small_world

RATE = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate", "decimals": 2,
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
    "groups": ["total", "urban"],
}  # fmt: skip
CITIES = tuple(f"1401{place:02d}" for place in range(0, 10))


@pytest.fixture(scope="session")
def ten_cities() -> Inputs:
    series = {
        code: {
            "total": {year: 30.0 - 1.5 * (year - 2012) + place % 3 + (year % 2) for year in range(2012, 2024)},
            "urban": {year: 20.0 - 1.0 * (year - 2012) + place % 4 for year in range(2012, 2024)},
        }
        for place, code in enumerate(CITIES)
    }
    target = {"rule": "at_most", "value": 12.5}
    return small_world(indicator=RATE, target=target, series=series, counts=2e6)
