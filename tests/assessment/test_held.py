"""A held figure is used for no verdict and lent to no other region."""

from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import load_frame, load_inputs
from sxresearch.assessment.parts.chunks import Chunk, ChunkAssessment, chunks_of
from sxresearch.monitoring.contract import COLUMNS, HELD
from sxresearch.monitoring.loading import load_observations
from sxresearch.paths import DATA

SCREENING = "cervical_cancer_screening_rate"
SOME = (
    SCREENING,
    "breast_cancer_screening_rate",
    "health_literacy_rate",
    "internet_use_rate",
    "neonatal_mortality_rate",
    "infant_mortality_rate",
    "under5_mortality_rate",
    "rural_tap_water_coverage",
)
CITY = "140300"
CITIES = tuple(f"14{number:02d}00" for number in range(1, 12))


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    table = pd.read_csv(DATA / "demo" / "shanxi-demo.csv", dtype=str, keep_default_na=False)
    mine = table[(table["indicator"] == SCREENING) & (table["group"] == "total")].reset_index(drop=True)
    return mine.assign(numerator="", denominator="")  # else the counts would give the slip away


def last(table: pd.DataFrame) -> pd.Series:
    mine = table["region"] == CITY
    return mine & (table["year"] == table.loc[mine, "year"].max())


def verdicts(table: pd.DataFrame, path: Path) -> pd.DataFrame:
    table.to_csv(path, index=False)
    frame = load_inputs(observations=path)
    job = ChunkAssessment(frame, (path,), CITIES, 2023, None)
    return job(Chunk(frozenset({SCREENING}))).set_index("region")


def test_a_slip_in_one_of_eleven_cities_changes_no_bit_of_the_others(figures: pd.DataFrame, tmp_path: Path):
    wrong = figures.copy()
    wrong.loc[last(figures), "value"] = [f"{float(value) / 10:g}" for value in figures.loc[last(figures), "value"]]
    held, absent = verdicts(wrong, tmp_path / "wrong.csv"), verdicts(figures[~last(figures)], tmp_path / "absent.csv")
    read = load_observations(tmp_path / "wrong.csv", load_inputs(observations=tmp_path / "wrong.csv").register)
    assert read.table.loc[read.table[HELD] != "", ["region", "year", HELD]].to_numpy().tolist() == [
        [CITY, 2023, "slip"]
    ]
    pd.testing.assert_frame_equal(held.drop(CITY), absent.drop(CITY), check_exact=True)
    assert held.loc[CITY, "latest_year"] == 2022
    assert held["p_attain"].notna().all()
    assert held.loc[CITY, "p_attain"] == absent.loc[CITY, "p_attain"]


def test_without_the_slip_the_figure_is_used(figures: pd.DataFrame, tmp_path: Path):
    right = verdicts(figures, tmp_path / "right.csv")
    assert right.loc[CITY, "latest_year"] == 2023


def test_a_target_whose_year_is_held_is_not_decided(figures: pd.DataFrame, tmp_path: Path):
    final = figures[figures["year"] == "2023"].assign(year="2025")
    table = pd.concat([figures, final], ignore_index=True)
    table.loc[last(table), "value"] = "6.1"
    table.to_csv(tmp_path / "final.csv", index=False)
    frame = load_inputs(observations=tmp_path / "final.csv")
    found = ChunkAssessment(frame, (tmp_path / "final.csv",), CITIES, 2025, None)(Chunk(frozenset({SCREENING})))
    decided = found.set_index("region")["status"].isin(["met", "missed"])
    assert not decided[CITY]
    assert decided.drop(CITY).all()


def test_in_parts_the_same_figures_are_held_as_in_one_go(tmp_path: Path):
    """A copied report shows in all indicators together; each part is told of it."""
    few = pd.read_csv(DATA / "demo" / "shanxi-demo.csv", dtype={"region": str})
    few["reported_at"] = ""
    few = few[few["region"].isin(CITIES[:3]) & few["indicator"].isin(SOME)].reset_index(drop=True)
    few["numerator"] = few["denominator"] = float("nan")
    before = few[(few["region"] == CITY) & (few["year"] == 2022)].set_index(["indicator", "group"])["value"]
    copied = (few["region"] == CITY) & (few["year"] == 2023)
    keys = few.loc[copied, ["indicator", "group"]].itertuples(index=False, name=None)
    few.loc[copied, "value"] = before.reindex(pd.MultiIndex.from_tuples(keys)).to_numpy(dtype=float)
    path = tmp_path / "few.parquet"
    few.to_parquet(path, index=False)
    frame = load_frame(observations=path)
    assert frame.extent.reports is not None
    assert frame.extent.reports.to_numpy().tolist() == [[CITY, 2023]]
    whole = load_observations(path, frame.register).table
    assert (whole[HELD] == "copied-year").sum() >= 8
    parts = [
        load_observations(path, frame.register, part.indicators, reports=frame.extent.reports).table
        for part in chunks_of(frame.plans, 5)
    ]
    together = pd.concat(parts, ignore_index=True).set_index(list(COLUMNS[:4]))[HELD].sort_index()
    mine = whole.set_index(list(COLUMNS[:4]))[HELD].sort_index()
    assert together.to_dict() == mine[mine.index.isin(together.index)].to_dict()
