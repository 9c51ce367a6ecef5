"""What a reason tells, and from when on."""

import pytest

from sxresearch.assessment.assess import assess
from tests.assessment.small_world import CITY, small_world

SHARE = {"better": "higher", "lower": 0, "upper": 100}


@pytest.mark.parametrize(("figures", "episodes", "told"), [(10, 4, False), (11, 5, True)])
def test_episodes_are_told_from_five_on(figures, episodes, told):
    """Two years are left: n figures of one region hold (n − 1)/2 stretches."""
    series = {2024 - figures + place: 60.0 + 0.5 * place for place in range(figures)}
    world = small_world(indicator=SHARE, target={"rule": "at_least", "value": 90}, series={CITY: {"total": series}})
    row = assess(world, [CITY]).verdicts.iloc[0]
    assert row["episodes"] == episodes
    assert ("个同样长的时期中" in row["reason_zh"]) is told
