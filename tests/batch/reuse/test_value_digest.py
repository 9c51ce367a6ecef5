"""Equal values have one hash, and nothing that a value holds can change without it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxresearch.batch.reuse.value_digest import value_digest
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level, Status

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary() | st.dates()
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner))


@dataclass(frozen=True)
class Pair:
    first: object
    second: object


@given(VALUES, VALUES)
def test_two_values_share_a_hash_only_where_they_are_the_same(one: object, other: object):
    assert (value_digest(one) == value_digest(other)) == (repr(one) == repr(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Pair("a", "bc"), Pair("ab", "c")),
        (Pair(1, 1.0), Pair(1, 1)),
        (Pair("met", None), Pair(Status.MET, None)),
        (("a", ("b",)), ("a", "b")),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (date(2025, 1, 1), "2025-01-01"),
        (np.zeros(4), np.zeros((2, 2))),
        (np.zeros(2), np.zeros(2, dtype=int)),
        (Regions({"140100": Region("140100", "太原市", "Taiyuan", Level.CITY, "140000")}),
         Regions({"140100": Region("140100", "太原市", "Taiyuan", Level.CITY, None)})),
    ],
)  # fmt: skip
def test_what_looks_alike_is_told_apart(one: object, other: object):
    assert value_digest(one) != value_digest(other)


TABLE = pd.DataFrame({"region": ["140100", "140200"], "year": [2022, 2023], "value": [1.5, np.nan]})


@pytest.mark.parametrize(
    "changed",
    [
        TABLE.assign(value=[1.5000000000000002, np.nan]),
        TABLE.assign(value=[1.5, 0.0]),
        TABLE.iloc[::-1],
        TABLE.iloc[::-1].reset_index(drop=True),
        TABLE.rename(columns={"value": "share"}),
        TABLE.astype({"year": float}),
        TABLE[["region", "value", "year"]],
        TABLE.iloc[:1],
    ],
)
def test_a_table_counts_to_its_last_digit_in_its_order_with_names_and_types(changed: pd.DataFrame):
    assert value_digest(TABLE) == value_digest(TABLE.copy())
    assert value_digest(TABLE) != value_digest(changed)


def test_another_process_with_another_hash_seed_finds_the_same():
    names = sorted({"city", "county", "nation", "province"})
    code = f"from sxresearch.batch.reuse.value_digest import value_digest as d; print(d(frozenset({names})).hex())"
    told = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, check=True,
                       capture_output=True, text=True).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert told == {value_digest(frozenset(names)).hex()}


def test_a_kind_of_value_that_is_not_known_is_refused():
    with pytest.raises(TypeError, match="no digest is defined for object"):
        value_digest(Pair("known", object()))
