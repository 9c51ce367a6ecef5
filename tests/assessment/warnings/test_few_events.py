"""From how many cases a year on a single year's rate can stand by itself."""

import pytest

from sxresearch.assessment.assess import assess
from tests.assessment.small_world import CITY, small_world

DEATHS = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip


@pytest.mark.parametrize(("last", "few"), [((20.0, 20.0, 19.0), True), ((20.0, 20.0, 20.0), False)])
def test_fewer_than_twenty_cases_a_year_over_the_last_three(last, few):
    """Births 100 000, so the rate per 100 000 is the number of deaths; few deaths before call for counts."""
    figures = dict(zip(range(2014, 2024), [12.0, 15.0, 11.0, 14.0, 12.0, 16.0, 13.0, *last], strict=True))
    world = small_world(
        indicator=DEATHS, target={"rule": "at_most", "value": 9}, series={CITY: {"total": figures}}, counts=1e5
    )
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert row["method"] == "pooled-poisson"
    assert ("单年数值主要反映偶然起伏" in row["reason_zh"]) is few
