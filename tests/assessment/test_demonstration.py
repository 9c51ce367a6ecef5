"""The demonstration province as a whole: no projection on the wrong side of its target under a good status."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_inputs
from sxresearch.assessment.status import GOOD
from sxresearch.paths import DATA
from sxresearch.terms import RuleKind

ONE_SIDED = (
    RuleKind.AT_LEAST, RuleKind.AT_MOST, RuleKind.KEEP_AT_LEAST, RuleKind.INCREASE, RuleKind.DECREASE,
    RuleKind.REDUCE_FROM_BASE, RuleKind.SLOW_DOWN,
)  # fmt: skip


@pytest.fixture(scope="module")
def verdicts() -> pd.DataFrame:
    inputs = load_inputs(observations=DATA / "demo" / "shanxi-demo.csv")
    codes = ["140000", "140200", "140300"]
    table = assess(inputs, codes).verdicts
    decimals = table["indicator"].map({key: item.decimals for key, item in inputs.indicators.by_id.items()})
    table = table.assign(half=0.5 * 10.0 ** -decimals.astype(float))
    return table[table["p_attain"].notna() & table["rule"].isin([rule.value for rule in ONE_SIDED])]


def test_a_median_on_the_wrong_side_has_less_than_an_even_chance(verdicts: pd.DataFrame):
    """Of counted figures the median is that of the underlying level; the chance beside it says so where they part."""
    wrong = verdicts[verdicts["shortfall"] > verdicts["half"]]
    assert len(wrong) > 10
    apart = wrong[wrong["p_attain"] >= 0.5]
    assert (apart["p_underlying"] < 0.5).all()  # none at all without counts: NaN is not below
    assert apart["notes_zh"].str.contains("实际水平").all()


def test_a_good_status_stands_beside_a_median_on_the_right_side(verdicts: pd.DataFrame):
    plain = verdicts[verdicts["p_underlying"].isna() & verdicts["status"].isin([status.value for status in GOOD])]
    assert len(plain) > 50
    assert (plain["shortfall"] <= plain["half"]).all()


def test_shortfall_is_positive_where_the_projection_misses(verdicts: pd.DataFrame):
    higher = verdicts["rule"].isin([RuleKind.AT_LEAST.value, RuleKind.KEEP_AT_LEAST.value, RuleKind.INCREASE.value])
    misses = np.where(
        higher, verdicts["target_value"] - verdicts["projected"], verdicts["projected"] - verdicts["target_value"]
    )
    np.testing.assert_allclose(verdicts["shortfall"].to_numpy(float), misses, atol=1e-9)
