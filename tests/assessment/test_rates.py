"""现已达标率 and 预计达标比例 by hand: the denominator decides the figure, so it is always named."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.rates import attainment, nearly_met

NAN = np.nan
TABLE = pd.DataFrame(
    [
        # rule, status, p_attain, met_now, progress, field
        ("at_least", "met", NAN, 1, 1.0, "a"),
        ("at_least", "missed", NAN, 0, 0.96, "a"),
        ("at_most", "likely", 0.95, 1, 1.2, "a"),
        ("at_most", "rather_likely", 0.70, 0, 0.94, "b"),
        ("increase", "uncertain", 0.40, 0, NAN, "b"),
        ("increase", "very_unlikely", 0.05, 0, NAN, "b"),
        ("around", "not_assessable", NAN, NAN, NAN, "b"),
        ("qualitative", "not_assessable", NAN, NAN, NAN, "b"),
    ],
    columns=["rule", "status", "p_attain", "met_now", "progress", "field"],
).assign(region="140100", indicator=list("abcdefgh"), common_share=NAN, disclosure="public")


def test_counts_and_rates_by_hand():
    row = attainment(TABLE).iloc[0]
    assert (row["total"], row["checklist"], row["assessable"], row["not_assessable"]) == (7, 1, 6, 1)
    partition = ["met", "missed", "likely", "uncertain", "unlikely"]
    assert list(row[partition]) == [1, 1, 2, 1, 1]
    assert (row["met_now"], row["with_figure"]) == (2, 6)
    assert row["expected_misses"] == pytest.approx(1 + 0.05 + 0.30 + 0.60 + 0.95)
    assert (row["misses_low"], row["misses_high"]) == (2, 4)
    assert row["nearly_met"] == 1
    assert row["projected_of_all"] == pytest.approx(3 / 7)
    assert row["projected_of_assessable"] == pytest.approx(3 / 6)
    assert row["rate_met_now_of_all"] == pytest.approx(2 / 7)
    assert row["rate_met_now_of_data"] == pytest.approx(2 / 6)


@pytest.mark.parametrize(
    ("met_now", "progress", "nearly"),
    [
        (0, 0.95, True), (0, 0.9499, False), (1, 0.96, False), (0, NAN, False), (NAN, 0.96, False),
        (None, 0.96, False), (0, None, False),
    ],
)  # fmt: skip
def test_nearly_met_begins_at_95_percent_of_the_way(met_now, progress, nearly):
    assert nearly_met(met_now, progress) is nearly


def test_parts_add_up_to_the_whole():
    whole, parts = attainment(TABLE).iloc[0], attainment(TABLE, ["field"])
    for column in ("total", "checklist", "assessable", "met_now", "nearly_met", "expected_misses"):
        assert parts[column].sum() == pytest.approx(whole[column])
    partition = ["met", "missed", "likely", "uncertain", "unlikely", "not_assessable"]
    assert whole[partition].sum() == whole["total"]


def test_no_denominator_gives_no_rate():
    assert np.isnan(attainment(TABLE.tail(1)).iloc[0]["projected_of_all"])
