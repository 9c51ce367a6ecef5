"""Preliminary beside final."""

import pandas as pd
import pytest

from sxresearch.monitoring.quality.vintages import preliminary_beside_final

KEY = ("share", "total", "140101")


@pytest.mark.parametrize(
    ("first", "second", "noted"),
    [
        ("final", "preliminary", 1),
        ("preliminary", "preliminary", 0),
        ("final", "revised", 0),
        ("revised", "preliminary", 1),
    ],
)
def test_cases(table, first, second, noted):
    rows = pd.concat([table({KEY: {2020: 50.0}}, status=status) for status in (first, second)], ignore_index=True)
    assert len(preliminary_beside_final(rows)) == noted


def test_of_another_year_it_is_not_beside(table):
    rows = pd.concat([table({KEY: {2020: 50.0}}), table({KEY: {2021: 50.0}}, status="preliminary")], ignore_index=True)
    assert preliminary_beside_final(rows).empty
