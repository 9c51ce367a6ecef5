"""The rows of a region: those that a look at all rows gives, from a table that is looked through once."""

import pandas as pd
import pytest

from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.rows_by_region import RowsByRegion

TABLE = pd.DataFrame({"region": ["b", "a", "b", "c", "a"], "value": [1.0, 2.0, 3.0, 4.0, 5.0]}, index=[7, 3, 9, 1, 0])


@pytest.mark.parametrize("regions", [["a"], ["b", "a"], ["c", "c"], ["d"], [], ["d", "b"]])
def test_the_rows_keep_their_order_and_their_labels(regions: list[str]):
    pd.testing.assert_frame_equal(RowsByRegion(TABLE).of(regions), TABLE[TABLE["region"].isin(regions)])


def test_of_a_table_without_rows_there_are_none():
    empty = pd.DataFrame(columns=["region", "value"])
    assert RowsByRegion(empty).of(["a"]).empty


def test_the_figures_of_every_region_are_found_by_looking_at_all_rows_once(monkeypatch: pytest.MonkeyPatch):
    looked_through = []
    monkeypatch.setattr(
        "sxresearch.monitoring.observations.RowsByRegion",
        lambda table: looked_through.append(len(table)) or RowsByRegion(table),
    )
    held = TABLE.assign(held=["", "slip", "", "", ""])
    observations = Observations(held, (), TABLE.iloc[:2])
    found = {code: observations.of_regions([code]) for code in "abcd"}
    assert looked_through == [5, 2]
    assert [found[code].figures["value"].tolist() for code in "abcd"] == [[5.0], [1.0, 3.0], [4.0], []]
    assert [found[code].held["value"].tolist() for code in "abcd"] == [[2.0], [], [], []]
    assert [found[code].superseded["value"].tolist() for code in "abcd"] == [[2.0], [1.0], [], []]
