"""Joint draws of two series: in a panel larger than is drawn at once every region is answered as in a small one."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.events import pair
from sxresearch.assessment.verdict import Details
from sxresearch.plan.regions import Regions
from tests.assessment.small_world import CITY, small_world

RATE = {"better": "lower", "lower": 0, "unit": "per_mille", "measure": "rate", "groups": ["total", "urban", "rural"]}
NARROWER = {"rule": "narrow_gap", "group": "urban", "second_group": "rural"}
NOT_BELOW = {"rule": "not_below", "group": "urban", "second_group": "rural"}


def cities(target: dict, counts: float | None):
    """Seven cities: in the third the country ends a year earlier, in the fourth it has no figures at all."""
    noise = np.random.default_rng(5).normal(0, 0.3, (7, 2, 12))
    series = {}
    for number, (town, country) in enumerate(noise):
        years = range(2012, 2024)
        urban = {year: 5.0 + number / 2 + town[year - 2012] for year in years}
        rural = {year: 9.0 - 0.2 * (year - 2012) + country[year - 2012] for year in years}
        if number == 2:
            del rural[2023]
        series[f"14{number + 1:02}00"] = {"urban": urban} if number == 3 else {"urban": urban, "rural": rural}
    inputs = small_world(indicator=RATE, target=target, series=series, counts=counts)
    listed = {region.code: replace(region, parent=None if region.code == CITY else CITY) for region in inputs.regions}
    return replace(inputs, regions=Regions(listed))  # all bound by the plan of the first


@pytest.mark.parametrize("counts", [None, 4000.0])
@pytest.mark.parametrize("target", [NARROWER, NOT_BELOW])
def test_drawn_two_at_once_the_answers_are_the_same(target, counts, monkeypatch):
    inputs = cities(target, counts)
    whole = assess(inputs, list(inputs.regions.by_code), details=Details.ALL)
    monkeypatch.setattr(pair, "AT_ONCE", 2)
    parts = assess(inputs, list(inputs.regions.by_code), details=Details.ALL)
    assert whole.verdicts["p_attain"].notna().sum() == 6
    for name in ("verdicts", "fans", "scenarios"):
        pd.testing.assert_frame_equal(getattr(parts, name), getattr(whole, name), rtol=1e-12)


def test_no_more_regions_are_drawn_at_once_than_said(monkeypatch):
    sizes = []
    drawn = pair.Pair._draws
    monkeypatch.setattr(pair, "AT_ONCE", 2)
    monkeypatch.setattr(
        pair.Pair, "_draws", lambda self, *words, **named: sizes.append(words[1]) or drawn(self, *words, **named)
    )
    inputs = cities(NARROWER, None)
    assess(inputs, list(inputs.regions.by_code))
    assert {rows.stop - rows.start for rows in sizes} == {2}
