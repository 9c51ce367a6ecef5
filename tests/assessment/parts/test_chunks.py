"""An assessment in parts says what one in one go says; only what is compared with one another stays together."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.data_extent import extent_of, skimmed_extent
from sxresearch.assessment.inputs import Inputs, load_frame, load_inputs
from sxresearch.assessment.parts.chunks import ChunkAssessment, chunks_of, joined
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.monitoring.contract import COLUMNS
from sxresearch.monitoring.quality.death_rates import NESTED
from sxresearch.paths import DATA

REGIONS = ("140000", "140100", "140200", "140300")


@pytest.fixture(scope="module")
def whole() -> Inputs:
    inputs = load_inputs(observations=DATA / "demo")
    table = inputs.observations.table
    few = table[table["region"].isin(REGIONS)].reset_index(drop=True)
    return replace(inputs, observations=replace(inputs.observations, table=few))


@pytest.fixture(scope="module")
def parquet(whole: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parquet") / "figures.parquet"
    whole.observations.table[list(COLUMNS)].to_parquet(path, index=False)
    return path


def test_every_indicator_stands_in_one_part_and_what_is_compared_in_the_same(whole: Inputs):
    parts = chunks_of(whole.plans, 7)
    assert len(parts) == 7
    names = [name for part in parts for name in part.indicators]
    targets = [target for plan in whole.plans for _, _, target in plan.places()]
    assert sorted(names) == sorted(
        {target.indicator for target in targets if target.indicator}
        | {target.second_series[0] for target in targets if target.has_second}
    )
    for target in targets:
        if target.has_second:
            assert any({target.indicator, target.second_series[0]} <= part.indicators for part in parts)


def test_what_the_rules_compare_stays_in_one_part_where_the_figures_are_yet_to_be_checked(whole: Inputs):
    read = [part.indicators & set(NESTED) for part in chunks_of(whole.plans, 200)]
    assert sorted(map(len, filter(None, read))) == [3]
    checked = [part.indicators & set(NESTED) for part in chunks_of(whole.plans, 200, checked_together=())]
    assert sorted(map(len, filter(None, checked))) == [1, 1, 1]


@pytest.mark.long
def test_the_parts_together_say_what_one_assessment_says(whole: Inputs, parquet: Path):
    frame = load_frame(observations=parquet)
    assert frame.observations.table.empty
    job = ChunkAssessment(frame, (parquet,), REGIONS, frame.extent.years()[1], None)
    verdicts = joined([job(part) for part in chunks_of(frame.plans, 3)], frame.plans, REGIONS)
    expected = published_verdicts(assess(whole, REGIONS), whole).verdicts
    assert list(verdicts.columns) == list(expected.columns)
    for name in expected.columns:
        pd.testing.assert_series_equal(verdicts[name], expected[name], check_dtype=False, check_exact=True)


def test_skimming_gives_the_outline_of_the_whole(whole: Inputs, parquet: Path):
    skimmed, read = skimmed_extent([parquet], whole.register), extent_of(whole.observations.table)
    assert skimmed is not None
    assert (skimmed.years(), skimmed.regions) == (read.years(), read.regions)
    assert set(skimmed.synthetic) == set(read.synthetic) == set(REGIONS)
    assert skimmed.newest(REGIONS, 2015).tolist() == read.newest(REGIONS, 2015).tolist()


@pytest.mark.parametrize(
    "change", [{"region": "太原市"}, {"indicator": "unheard_of"}, {"basis": "演示"}, {"year": "2020"}]
)
def test_what_is_not_in_the_contracts_own_words_is_not_skimmed(change: dict, whole: Inputs, tmp_path: Path):
    path = tmp_path / "other.parquet"
    whole.observations.table[list(COLUMNS)].head(20).assign(**change).to_parquet(path, index=False)
    assert skimmed_extent([path], whole.register) is None


def test_other_files_are_not_skimmed(whole: Inputs, tmp_path: Path):
    path = tmp_path / "broken.parquet"
    path.write_text("no Parquet")
    assert skimmed_extent([path], whole.register) is None
    assert skimmed_extent([tmp_path / "figures.csv"], whole.register) is None


def test_a_part_keeps_the_numbers_of_its_lines(whole: Inputs, parquet: Path):
    from sxresearch.monitoring.loading import load_observations

    everything = load_observations(parquet, whole.register).table
    name = everything["indicator"].iloc[-1]
    part = load_observations(parquet, whole.register, [name]).table
    assert part["line"].tolist() == everything.loc[everything["indicator"] == name, "line"].tolist()
