"""Replay of past targets: no look-ahead, facts before models, reasons, and faults as sentences."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxresearch.assessment.track_record.replay import RESULT_COLUMNS, replay, replay_files
from sxresearch.errors import SxError
from tests.bench import BENCH, needs_bench

YEARS = range(2005, 2021)


def world(seed: int) -> pd.DataFrame:
    """Two indicators over nine regions with gaps; made up."""
    rng = np.random.default_rng(seed)
    rows = [
        {"indicator": name, "unit": unit, "better": "higher", "region": f"r{number}", "year": year, "value": value}
        for name, unit, start in (("share", "% of girls", 60.0), ("rate", "per 1,000", 20.0))
        for number in range(9)
        for year, value in zip(YEARS, start + np.cumsum(rng.normal(0.3, 0.8, len(YEARS))), strict=True)
        if rng.random() > 0.15
    ]
    return pd.DataFrame(rows).sample(frac=1, random_state=seed)


def asked(rows: list[tuple]) -> pd.DataFrame:
    names = ["indicator", "region", "rule", "target_value", "target_year", "as_of"]
    table = pd.DataFrame(rows, columns=names)
    table.insert(0, "case", [f"c{number}" for number in range(len(table))])
    return table


CASES = asked(
    [
        ("share", "r0", "at_least", 66.0, 2020, 2015),
        ("share", "r1", "at_least", 64.0, 2018, 2013),
        ("rate", "r2", "at_most", 19.0, 2019, 2015),
        ("rate", "r3", "at_most", 22.0, 2016, 2010),
        ("share", "r4", "at_least", 61.0, 2020, 2010),
    ]
)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_deleting_later_rows_changes_no_answer(seed):
    history = world(seed)
    whole = replay(history, CASES)
    cut = [replay(history[history["year"] <= year], mine) for year, mine in CASES.groupby("as_of")]
    pd.testing.assert_frame_equal(whole, pd.concat(cut).sort_values("case").reset_index(drop=True), check_exact=True)


@needs_bench
def test_deleting_later_rows_changes_no_byte_on_real_cases():
    history = pd.read_csv(BENCH / "flag" / "history.csv.gz")
    targets = pd.read_csv(BENCH / "flag" / "targets.csv").sample(300, random_state=1).reset_index(drop=True)
    parts = [replay(history[history["year"] <= year], mine) for year, mine in targets.groupby("as_of")]
    together = targets[["case"]].merge(pd.concat(parts), on="case")
    assert replay(history, targets).to_csv(index=False) == together.to_csv(index=False)


def test_answers_are_complete_and_ordered():
    found = replay(world(1), CASES)
    assert tuple(found.columns) == RESULT_COLUMNS and list(found["case"]) == list(CASES["case"])
    assert found["p_attain"].between(0, 1).all() and (found["reason"] == "").all()
    assert (found["lower80"] < found["median"]).all() and (found["median"] < found["upper80"]).all()


def test_order_of_the_tables_changes_nothing():
    history = world(2)
    whole = replay(history, CASES)
    turned = replay(history.iloc[::-1], CASES.iloc[::-1])
    pd.testing.assert_frame_equal(whole, turned.iloc[::-1].reset_index(drop=True), check_exact=True)


def test_both_rules_share_out_the_whole_probability():
    both = asked([("share", "r0", rule, 63.0, 2018, 2014) for rule in ("at_least", "at_most")])
    assert replay(world(3), both)["p_attain"].sum() == pytest.approx(1.0)


BASED = ["increase", "decrease", "reduce_from_base"]


def test_rules_on_a_base_year_are_the_same_levels_asked_outright():
    history = world(12)
    base = history[(history["indicator"] == "rate") & (history["region"] == "r1")].sort_values("year").iloc[3]
    value, year = base["value"], base["year"]
    rows = [("rate", "r1", rule, 10.0, 2018, 2014) for rule in BASED]
    levels = [("at_least", value), ("at_most", value), ("at_most", value * 0.9)]
    asked_outright = asked([("rate", "r1", rule, level, 2018, 2014) for rule, level in levels])
    found = replay(history, asked(rows).assign(baseline_year=year))
    np.testing.assert_array_equal(found["p_attain"], replay(history, asked_outright)["p_attain"])


def test_the_base_year_itself_is_no_increase():
    history = world(12)
    row = history[(history["indicator"] == "rate") & (history["region"] == "r1")].sort_values("year").iloc[3]
    cases = asked([("rate", "r1", rule, 0.0, row["year"], 2014) for rule in BASED]).assign(baseline_year=row["year"])
    assert list(replay(history, cases)["status"]) == ["missed", "missed", "met"]


@pytest.mark.parametrize(("better", "cuts"), [("higher", (59, None)), ("lower", (None, 65)), ("band", (59, 65))])
def test_about_is_one_sided_in_the_better_direction_and_two_sided_for_a_band(better, cuts):
    history = world(3).assign(better=better)
    about = asked([("share", "r0", "around", 62.0, 2018, 2014)]).assign(tolerance=3.0)
    low, high = cuts
    plain = asked(
        [
            ("share", "r0", "at_most", level, 2018, 2014)
            for level in (65.0 if high is None else high, 59.0 if low is None else low)
        ]
    )
    upper, lower = replay(history, plain)["p_attain"]
    expected = (1.0 if high is None else upper) - (0.0 if low is None else lower)
    assert replay(history, about)["p_attain"][0] == pytest.approx(expected, abs=1e-12)


def test_keeping_above_a_floor_is_asked_as_reaching_it():
    cases = asked([("share", "r0", rule, 62.0, 2018, 2014) for rule in ("keep_at_least", "at_least")])
    first, second = replay(world(3), cases)["p_attain"]
    assert first == second


def test_without_its_base_a_case_says_so_and_a_later_base_is_not_looked_at():
    cases = asked([("share", "r0", "increase", np.nan, 2018, 2012)] * 2).assign(baseline_year=[1990, 2014])
    cases["case"] = ["a", "b"]
    found = replay(world(3), cases)
    assert list(found["reason"]) == ["missing_base"] * 2 and found["p_attain"].isna().all()
    given = replay(world(3), cases.assign(baseline_value=60.0))
    assert np.isfinite(given["p_attain"][0]) and np.isnan(given["p_attain"][1])


def test_columns_that_only_some_rules_need_are_told():
    cases = asked([("share", "r0", "increase", np.nan, 2018, 2014), ("share", "r0", "around", 62.0, 2018, 2014)])
    with pytest.raises(SxError, match="baseline_year"):
        replay(world(3), cases)
    with pytest.raises(SxError, match="better"):
        replay(world(3).drop(columns="better"), cases)


def test_a_known_target_year_is_a_fact():
    history = world(4)
    row = history[(history["indicator"] == "share") & (history["region"] == "r0")].sort_values("year").iloc[3]
    value, year = row["value"], int(row["year"])
    cases = asked([("share", "r0", "at_least", value + add, year, 2015) for add in (0.0, 0.1)])
    found = replay(history, cases)
    assert list(found["status"]) == ["met", "missed"] and list(found["p_attain"]) == [1.0, 0.0]
    assert list(found["median"]) == [value, value]


def test_what_cannot_be_answered_says_why():
    history = world(5)
    absent = history[(history["region"] == "r0") & (history["year"] == 2012)].index
    cases = asked(
        [
            ("nothing of the kind", "r0", "at_least", 1.0, 2020, 2015),
            ("share", "nowhere", "at_least", 1.0, 2020, 2015),
            ("share", "r0", "at_least", 1.0, 2010, 2004),
            ("share", "r0", "at_least", 1.0, 2020, 2006),
            ("share", "r0", "at_least", 1.0, 2012, 2015),
        ]
    )
    found = replay(history.drop(absent), cases)
    assert list(found["reason"][[0, 1, 2, 4]]) == ["no_data", "no_data", "no_data", "target_year_missing"]
    assert found["reason"][3] in ("one_point", "two_points", "no_data")
    assert (found["status"] == "not_assessable").all() and found["p_attain"].isna().all()


def test_a_target_at_the_bound_is_met_by_what_lies_beyond():
    full = pd.DataFrame(
        {"indicator": "a", "unit": "%", "region": "r", "year": range(2010, 2020), "value": 100.0}
    )  # fmt: skip
    cases = asked([("a", "r", "at_least", 100.0, 2022, 2019), ("a", "r", "at_most", 100.0, 2022, 2019)])
    assert list(replay(full, cases)["p_attain"]) == pytest.approx([0.5, 0.5])


def test_files_in_file_out(tmp_path):
    history, targets, out = tmp_path / "h.csv.gz", tmp_path / "t.csv", tmp_path / "p.csv"
    world(6).to_csv(history, index=False)
    CASES.to_csv(targets, index=False)
    answers = replay_files(history, targets, out)
    assert len(answers) == len(CASES)
    first = out.read_bytes()
    replay_files(history, targets, out)
    assert out.read_bytes() == first and sorted(path.name for path in tmp_path.iterdir()) == [
        "h.csv.gz",
        "p.csv",
        "t.csv",
    ]


def broken(tmp_path: Path, history: pd.DataFrame, targets: pd.DataFrame) -> str:
    history.to_csv(tmp_path / "h.csv", index=False)
    targets.to_csv(tmp_path / "t.csv", index=False)
    with pytest.raises(SxError) as caught:
        replay_files(tmp_path / "h.csv", tmp_path / "t.csv", tmp_path / "p.csv")
    assert not (tmp_path / "p.csv").exists()
    return str(caught.value)


def test_every_fault_is_told_with_its_line(tmp_path):
    history = world(7).reset_index(drop=True).astype({"value": object})
    history.loc[4, "value"] = "about 5"
    history = pd.concat([history, history.iloc[[0]]])
    targets = CASES.astype({"target_year": object})
    targets.loc[1, "rule"], targets.loc[2, "target_year"] = "narrow_gap", "2019.5"
    told = broken(tmp_path, history, targets)
    for part in ("h.csv:6", "about 5", f"h.csv:{len(history) + 1}", "t.csv:3", "narrow_gap", "t.csv:4", "2019.5"):
        assert part in told


def test_missing_columns_files_and_folders_are_told(tmp_path):
    told = broken(tmp_path, world(8).drop(columns="unit"), CASES.drop(columns=["rule", "as_of"]))
    assert "unit" in told and "rule as_of" in told
    with pytest.raises(SxError, match="nowhere"):
        replay_files(tmp_path / "nowhere.csv", tmp_path / "t.csv", tmp_path / "p.csv")
    world(8).to_csv(tmp_path / "h.csv", index=False)
    CASES.to_csv(tmp_path / "t.csv", index=False)
    with pytest.raises(SxError, match="deep"):
        replay_files(tmp_path / "h.csv", tmp_path / "t.csv", tmp_path / "deep" / "p.csv")
    (tmp_path / "h.csv").write_text("")
    with pytest.raises(SxError, match=r"h\.csv"):
        replay_files(tmp_path / "h.csv", tmp_path / "t.csv", tmp_path / "p.csv")


def test_no_case_gives_an_empty_table():
    assert replay(world(9), CASES.iloc[:0]).empty
