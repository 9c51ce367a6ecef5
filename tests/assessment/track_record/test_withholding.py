"""Probabilities are withheld exactly when the record says so, and facts never."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.track_record.record import TrackRecord, summarise
from sxresearch.assessment.track_record.withholding import PROBABILITIES, withheld
from sxresearch.assessment.verdict import FAN_COLUMNS, VERDICT_COLUMNS, Assessment

METHODS = ("ours", "naive_walk", "growth_rate", "weighted_line", "grey_model")


def record(*, years: int, wrong: bool) -> TrackRecord:
    """Ten cases a year that all came true; the method said .05 (wrong) or .95 (right)."""
    said = 0.05 if wrong else 0.95
    cases = pd.DataFrame({"origin": np.repeat(np.arange(2010, 2010 + years), 10), "horizon": 1, "outcome": 1})
    cases = cases.assign(indicator="a", group="total", region="140100", **dict.fromkeys(METHODS, said))
    coverage = pd.DataFrame({"origin": [2010], "horizon": [1], "covered50": [1], "covered80": [1], "covered95": [1]})
    return summarise(cases, coverage)


@pytest.fixture
def assessment() -> Assessment:
    """A likely target, a warned one, and one that is missed for certain."""
    rows = pd.DataFrame(
        {
            "target": ["likely", "warned", "missed"],
            "p_attain": [0.95, 0.05, 0.0],
            "p_underlying": [0.9, 0.1, np.nan],
            "status": ["likely", "very_unlikely", "missed"],
            "flag": ["none", "urgent", "urgent"],
            "warnings": ["", "hard_to_reach;volatile", "stale"],
            "met_now": [1.0, 0.0, 0.0],
            "required_change_per_year": [0.0, 2.0, np.nan],
            "observed_change_per_year": [1.0, 0.5, 0.5],
            "reason_zh": ["甲", "乙", "丙"],
            "reason_en": ["a", "b", "c"],
            "notes_zh": ["", "丁", ""],
            "notes_en": ["", "d", ""],
        }
    )
    return Assessment(rows.reindex(columns=list(VERDICT_COLUMNS)), pd.DataFrame(columns=list(FAN_COLUMNS)))


def test_a_record_that_speaks_against_them_takes_the_probabilities_away(assessment: Assessment):
    bad = record(years=5, wrong=True)
    assert bad.withhold
    table = withheld(assessment, bad).verdicts.set_index("target")
    assert table.loc[["likely", "warned"], list(PROBABILITIES)].isna().all(axis=None)
    assert list(table["status"]) == ["not_assessable", "not_assessable", "missed"]
    assert list(table["flag"]) == ["none", "watch", "urgent"]
    assert list(table["warnings"]) == ["", "off_course;volatile", "stale"]
    assert table.loc["warned", "reason_zh"].startswith("回溯检验表明")
    assert table.loc["missed", "reason_zh"] == "丙"


@pytest.mark.parametrize(("years", "wrong"), [(5, False), (3, True)], ids=["a good record", "too short a record"])
def test_any_other_record_leaves_them(assessment: Assessment, years: int, wrong: bool):
    assert withheld(assessment, record(years=years, wrong=wrong)) is assessment


def test_the_given_table_is_not_touched(assessment: Assessment):
    before = assessment.verdicts.copy()
    withheld(assessment, record(years=5, wrong=True))
    pd.testing.assert_frame_equal(assessment.verdicts, before)
