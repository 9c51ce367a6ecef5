"""Panels cut thin from a made-up set whose truth is known."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.thin_panels import REGIONS, YEARS, thin_panels


def history(folder, regions, years=24, indicators=6):
    """Independent random walks of one percentage point a year around 50 %."""
    rng = np.random.default_rng(3)
    walks = 50 + rng.standard_normal((indicators, regions, years)).cumsum(axis=2)
    index = pd.MultiIndex.from_product([range(indicators), range(regions), range(2000, 2000 + years)],
                                       names=["indicator", "region", "year"])  # fmt: skip
    table = pd.DataFrame({"value": walks.ravel(), "unit": "%", "better": "higher"}, index=index).reset_index()
    table.to_csv(folder / "history.csv.gz", index=False)
    return folder


def test_walks_are_held_four_times_in_five_whatever_the_number_of_years(tmp_path):
    found = thin_panels(history(tmp_path, REGIONS + 2))
    assert list(found.index) == [*(f"{years} years" for years in YEARS), "all"]
    assert found["80 %"].between(0.70, 0.90).all()
    assert found[["80 %", "below", "above"]].sum(axis=1).tolist() == pytest.approx([1.0] * len(found))
    # six origins, each with twelve regions and up to five later figures, of six indicators
    assert (found["figures"].iloc[:-1] <= 6 * 6 * REGIONS * 5).all()
    assert found.loc["all", "figures"] == found["figures"].iloc[:-1].sum()


def test_without_twelve_regions_there_is_nothing_to_cut(tmp_path):
    assert thin_panels(history(tmp_path, REGIONS - 1, indicators=1)).empty
