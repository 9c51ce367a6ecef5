"""How far along: edges of the share of the time; the share of the way stands in the cases."""

import pytest

from sxresearch.assessment.assess import assess
from tests.assessment.small_world import CITY, small_world


@pytest.mark.parametrize(
    ("last", "elapsed", "way"),
    [(2019, 0.0, None), (2020, 0.0, 0.0), (2021, 0.2, 0.5), (2025, 1.0, 0.5), (2027, 1.0, 0.5)],
)  # fmt: skip
def test_time_runs_from_the_base_year_to_the_target_year(last, elapsed, way):
    figures = {2018: 60.0, 2019: 70.0, 2020: 80.0} | {last: {2019: 70.0, 2020: 80.0}.get(last, 85.0)}
    if last == 2019:
        figures.pop(2020)
    world = small_world(
        indicator={"better": "higher", "lower": 0, "upper": 100},
        target={"rule": "at_least", "value": 90},
        series={CITY: {"total": figures}},
    )
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert row["time_elapsed"] == pytest.approx(elapsed)
    assert (row["progress"] == pytest.approx(way)) if way is not None else row["progress"] != row["progress"]
