"""Stored verdicts are read back whole as far as they can be compared, or refused with a sentence."""

from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.stored_verdicts import COMPARED_COLUMNS, load_verdicts, save_verdicts
from sxresearch.assessment.verdict import VERDICT_COLUMNS
from sxresearch.errors import BadParameter


@pytest.fixture
def verdicts() -> pd.DataFrame:
    columns = {name: [None, None] for name in VERDICT_COLUMNS}
    known = {
        "region": ["140100", "140200"],
        "target": ["a.b.1.c", "a.b.1.c"],
        "as_of": [2023, 2022],
        "status": ["likely", "not_assessable"],
        "p_attain": [0.91, None],
    }
    return pd.DataFrame(columns | known)


def test_storing_the_same_verdicts_gives_the_same_bytes(verdicts, tmp_path: Path):
    one, other = (save_verdicts(verdicts, tmp_path / name) for name in ("a.parquet", "b.parquet"))
    assert one.read_bytes() == other.read_bytes()


def test_only_what_was_checked_is_read_back(verdicts, tmp_path: Path):
    read = load_verdicts(save_verdicts(verdicts, tmp_path / "verdicts.parquet"))
    assert tuple(read.columns) == COMPARED_COLUMNS
    assert read["p_attain"].tolist()[0] == 0.91


@pytest.mark.parametrize("column", COMPARED_COLUMNS)
def test_an_older_file_without_a_column_that_is_compared_gets_a_sentence(column: str, verdicts, tmp_path: Path):
    path = save_verdicts(verdicts.drop(columns=column), tmp_path / "verdicts.parquet")
    with pytest.raises(BadParameter) as caught:
        load_verdicts(path)
    (fault,) = caught.value.faults
    assert f"缺少列 {column}，" in fault.zh
    assert "无法比较" in fault.zh
    assert "cannot be compared" in fault.en


@pytest.mark.parametrize("column", sorted(set(VERDICT_COLUMNS) - set(COMPARED_COLUMNS)))
def test_a_column_that_nothing_compares_may_be_missing(column: str, verdicts, tmp_path: Path):
    load_verdicts(save_verdicts(verdicts.drop(columns=column), tmp_path / "verdicts.parquet"))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("region", None),
        ("target", None),
        ("as_of", None),
        ("as_of", "2023"),
        ("status", "rather_certain"),
        ("status", None),
        ("p_attain", 91.0),
        ("p_attain", "0.91"),
    ],
)
def test_cells_that_no_verdict_holds_get_a_sentence(column: str, cell: object, verdicts, tmp_path: Path):
    path = save_verdicts(verdicts.assign(**{column: [cell, cell]}), tmp_path / "verdicts.parquet")
    with pytest.raises(BadParameter, match=column):
        load_verdicts(path)


def test_what_is_no_verdict_table_gets_a_sentence(tmp_path: Path):
    (tmp_path / "text.parquet").write_text("no table")
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "other.parquet")
    for name in ("text", "other", "absent"):
        with pytest.raises(BadParameter):
            load_verdicts(tmp_path / f"{name}.parquet")
