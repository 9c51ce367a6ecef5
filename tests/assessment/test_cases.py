"""The truth table: named cases in YAML that a subject expert can read and add to.

Each case gives the indicator, the target and the figures, and says what the verdict must be.
``expect`` may name any column of the verdict table (``nothing`` where it must be empty); ``p`` gives a range for
P(attain),
``warned`` and ``not_warned`` list warnings, ``says`` a part of the Chinese reason.
"""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from sxresearch.assessment.assess import assess
from sxresearch.terms import RuleKind
from tests.assessment.small_world import CITY, small_world

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def verdict(case: dict):
    groups = case["figures"] if not _plain(case["figures"]) else {"total": case["figures"]}
    series = {CITY: groups}
    for number in range(1, case.get("peers", 0) + 1):  # peers repeat the city's figures, a little shifted
        shift = 0.3 * number / case["peers"]
        series[f"1402{number:02d}"] = {
            key: {year: value + shift for year, value in figures.items()} for key, figures in groups.items()
        }
    given = {key: case.get(key) for key in ("indicator", "target", "second", "counts")}
    inputs = small_world(series=series, preliminary=case.get("preliminary", ()), **given)
    return assess(inputs, [CITY], as_of=case.get("as_of")).verdicts.iloc[0]


def _plain(figures: dict) -> bool:
    return all(isinstance(key, int) for key in figures)


def test_every_rule_kind_has_a_case():
    assert {case.values[0]["target"]["rule"] for case in CASES} == set(RuleKind)


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    row, expect = verdict(case), dict(case["expect"])
    low, high = expect.pop("p", (None, None))
    if low is not None:
        assert low <= row["p_attain"] <= high
    for kind in expect.pop("warned", []):
        assert kind in row["warnings"].split(";")
    for kind in expect.pop("not_warned", []):
        assert kind not in row["warnings"].split(";")
    for part in expect.pop("says", []):
        assert part in row["reason_zh"]
    for column, value in expect.items():
        if value == "nothing":
            assert pd.isna(row[column]), column
            continue
        assert row[column] == (pytest.approx(value) if isinstance(value, float) else value), column
