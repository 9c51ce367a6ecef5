"""A slice holds what its brief reads: no row of a region further away, no small count, the same texts as the whole."""

import pickle
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.batch.reuse import content_hash
from sxresearch.batch.reuse.content_hash import content_hashes
from sxresearch.brief.content.brief_content import beside_year_before, brief_content
from sxresearch.brief.content.comparison.neighbours import neighbours
from sxresearch.brief.page.sections import SECTIONS
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.paths import OBSERVATIONS, PLANS
from sxresearch.region_slice import Asked, RunSlices
from sxresearch.run_answers import RunAnswers, answers_of
from tests.batch.few_cases import COUNTIES, SHOWN, few_cases

COUNTY = SHOWN[0]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path = tmp_path_factory.mktemp("few") / "few.csv"
    few_cases().to_csv(path, index=False)
    return load_inputs(PLANS, path)


@pytest.fixture(scope="module")
def run(inputs: Inputs) -> RunAnswers:
    return answers_of(inputs, SHOWN)


def _slices(run: RunAnswers, *, internal: bool = False) -> RunSlices:
    return RunSlices(run, Asked.of(PLANS, ["few.csv"], None, None), internal)


def _answers(slices: RunSlices, region: str) -> RunAnswers:
    return pickle.loads(slices.of(region)).answers(pickle.loads(slices.common))


def _said(answers: RunAnswers, region: str, *, internal: bool) -> str:
    """The sections of a brief."""
    judged = answers.judged
    record = judged.record_of(region, answers.inputs)
    content = brief_content(answers.inputs, judged.assessment.of_region(region), region, "zh", record, internal)
    whole = beside_year_before(content, judged.before.of_region(region), answers.inputs)
    assert whole.since
    return "".join(section.make(whole).html for section in SECTIONS)


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("region", SHOWN)
def test_a_brief_says_from_its_slice_what_it_says_from_the_whole(region: str, internal: bool, run: RunAnswers):
    mine = _answers(_slices(run, internal=internal), region)
    assert _said(mine, region, internal=internal) == _said(run, region, internal=internal)


def test_only_the_region_and_those_beside_it_are_in_a_slice(run: RunAnswers):
    mine = _answers(_slices(run), COUNTY).inputs
    beside = neighbours(mine.regions, mine.regions[COUNTY]).codes | {COUNTY}
    assert set(mine.observations.table["region"]) <= beside
    assert mine.extent.regions == run.inputs.extent.regions
    assert (mine.extent.rows, mine.extent.held) == (len(run.inputs.observations.table), 0)
    judged = _answers(_slices(run), COUNTY).judged
    assert set(judged.assessment.verdicts["region"]) == {COUNTY} == set(judged.before.known_then.verdicts["region"])


def test_no_small_count_lies_in_a_slice_for_publication(run: RunAnswers):
    """Not even in the bytes of the file: the figures are those that are published."""
    mine = _answers(_slices(run), COUNTY).inputs
    gone = mine.observations.table[mine.observations.table[SUPPRESSED]]
    assert len(gone) > 0
    assert gone[["value", "numerator"]].isna().all().all()
    assert mine.published is mine
    full = _answers(_slices(run, internal=True), COUNTY).inputs
    assert full.observations.table["numerator"].notna().sum() > mine.observations.table["numerator"].notna().sum()
    pd.testing.assert_frame_equal(full.published.observations.table, mine.observations.table)


def test_a_slice_does_not_grow_with_the_number_of_regions(run: RunAnswers, inputs: Inputs):
    """Twice the regions elsewhere: the same bytes of the slice; the common part grows by what says who has data."""
    table = inputs.observations.table
    far = (
        table[table["region"].isin(COUNTIES)]
        .assign(region=table["region"].map({"140302": "140105"}))
        .dropna(subset="region")
    )
    more = replace(inputs, observations=replace(inputs.observations, table=pd.concat([table, far], ignore_index=True)))
    wider = replace(run, inputs=more)
    assert len(_slices(wider).of(COUNTY)) == pytest.approx(len(_slices(run).of(COUNTY)), rel=0.02)


@pytest.mark.parametrize(
    ("plans", "observations", "words"),
    [
        (PLANS, OBSERVATIONS, ("", ())),
        (str(PLANS), list(map(str, OBSERVATIONS)), ("", ())),
        ("mine", ["a.csv", "b.csv"], ("mine", ("a.csv", "b.csv"))),
    ],
)
def test_the_checkouts_own_files_are_meant_wherever_it_lies(plans: Path | str, observations: list, words: tuple):
    asked = Asked.of(plans, observations, None, None)
    assert (asked.plans, asked.observations) == words
    assert asked.files == (plans if words[0] else PLANS, words[1] or OBSERVATIONS)


@pytest.mark.parametrize("internal", [False, True])
def test_hashes_worked_out_for_some_regions_at_a_time_are_those_of_all(
    internal: bool, run: RunAnswers, monkeypatch: pytest.MonkeyPatch
):
    whole = content_hashes(run, SHOWN, internal=internal)
    assert len(set(whole.values())) == len(SHOWN)
    monkeypatch.setattr(content_hash, "REGIONS_AT_ONCE", 2)
    assert content_hashes(run, SHOWN, internal=internal) == whole
