"""Tables put together column by column: all rows in the order asked for, texts and categories kept."""

import pandas as pd
import pytest

from sxresearch.monitoring import joined_tables
from sxresearch.monitoring.joined_tables import below_one_another, joined


def two_parts() -> list[pd.DataFrame]:
    return [
        pd.DataFrame({"region": ["b", "d"], "value": [2.0, 4.0], "source": pd.Categorical(["年鉴", "年鉴"])}),
        pd.DataFrame({"region": ["a", "c"], "value": [1.0, float("nan")], "source": pd.Categorical(["公报", "年鉴"])}),
    ]


@pytest.mark.parametrize("many", [2, 100_000])
def test_the_rows_come_in_the_order_asked_for(many, monkeypatch):
    monkeypatch.setattr(joined_tables, "MANY_ROWS", many)
    parts = two_parts()
    whole = joined(parts, pd.Index([2, 0, 3, 1]))
    expected = {"region": ["a", "b", "c", "d"], "value": [1.0, 2.0, float("nan"), 4.0]}
    pd.testing.assert_frame_equal(whole[["region", "value"]], pd.DataFrame(expected), check_exact=True)
    assert whole["source"].tolist() == ["公报", "年鉴", "年鉴", "年鉴"]
    assert [len(part.columns) for part in parts] == [0, 0]


def test_categories_of_all_are_kept_and_sorted():
    whole = below_one_another([part["source"] for part in two_parts()])
    assert list(whole.cat.categories) == ["公报", "年鉴"]
    assert whole.index.tolist() == [0, 1, 2, 3]


def test_memory_is_given_back_of_large_tables_only(monkeypatch):
    calls = []
    monkeypatch.setattr(joined_tables, "give_back", lambda: calls.append(1))
    joined(two_parts(), pd.Index([0, 1, 2, 3]))
    assert not calls
    monkeypatch.setattr(joined_tables, "MANY_ROWS", 4)
    joined(two_parts(), pd.Index([0, 1, 2, 3]))
    assert len(calls) == 3
