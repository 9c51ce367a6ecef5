"""A large run's overview: counties are counted and not named, and the sums are those of an overview that names all."""

from collections.abc import Iterator

import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.brief.content.regions.large_run import History, overview_of_all, overview_of_many
from sxresearch.brief.content.regions.overview import OverviewContent, SummaryBy
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, each_member
from sxresearch.brief.content.subject import PublishedRegions
from sxresearch.brief.page.overview_sections import overview_answer, overview_changes, overview_summary
from sxresearch.run_answers import JudgedRegions, answers_of
from sxresearch.terms import Language
from tests.batch.few_cases import CITY, COUNTIES, few_cases

REGIONS = (CITY, *COUNTIES)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path = tmp_path_factory.mktemp("data") / "few.csv"
    few_cases().to_csv(path, index=False)
    return load_inputs(observations=path)


@pytest.fixture(scope="module")
def judged(inputs: Inputs) -> JudgedRegions:
    return answers_of(inputs, REGIONS).judged


def each(inputs: Inputs, judged: JudgedRegions, language: Language) -> Iterator[RegionVerdicts]:
    """The regions one after another."""
    published = PublishedRegions(inputs, judged.assessment, language, internal=False)
    return each_member(published, (inputs.regions[code] for code in REGIONS))


def overviews(inputs: Inputs, judged: JudgedRegions) -> tuple[OverviewContent, OverviewContent]:
    """The one that names all, and that of a large run."""
    earlier = judged.assessment.verdicts.assign(as_of=2022, p_attain=judged.assessment.verdicts["p_attain"] / 2)
    history = History(judged.before, judged.records_by_region(inputs), earlier)
    both = (
        overview(each(inputs, judged, Language.ZH), history, inputs, {}, internal=False)
        for overview in (overview_of_all, overview_of_many)
    )
    return next(both), next(both)


def test_counties_are_counted_and_not_named(inputs: Inputs, judged: JudgedRegions):
    every, large = overviews(inputs, judged)
    assert [member.region.code for member in every.members] == list(REGIONS)
    assert [member.region.code for member in large.members] == [CITY]
    assert [region.code for region in large.matrix.regions] == list(REGIONS)
    assert "共 6 个地区" in large.lead
    assert "1 个地区" in large.lead
    page = overview_answer(large).html
    assert large.lead in page
    assert page.index("6 个地区 ·") < page.index(large.lead)
    assert large.headline["regions"] == len(REGIONS)
    assert COUNTIES[0] not in page


def test_the_sums_and_the_changes_are_those_of_all_regions(inputs: Inputs, judged: JudgedRegions):
    every, large = overviews(inputs, judged)
    for by in SummaryBy:
        assert repr(large.summary(by)) == repr(every.summary(by))
        assert sum(row.counts["total"] for row in large.summary(by)) > len(large.members[0].rows)
    assert (large.as_of, large.synthetic) == (every.as_of, every.synthetic)
    assert len(large.matrix.rows) == len(every.matrix.rows)
    assert large.since is not None
    assert every.since is not None
    assert (large.since.count, large.since.moves) == (every.since.count, every.since.moves)
    assert large.since.years == every.since.years == ((2022, 2023),)
    assert large.changes == every.changes
    for section in (overview_summary, overview_changes):
        assert section(large).html == section(every).html


def test_of_many_regions_the_first_that_changed_are_kept_and_all_are_counted(
    inputs: Inputs, judged: JudgedRegions, monkeypatch: pytest.MonkeyPatch
):
    every, _ = overviews(inputs, judged)
    assert every.changes is not None
    everything = every.changes.rows
    assert len(everything) > 2
    monkeypatch.setattr("sxresearch.brief.content.regions.changes.MOST_CHANGES", 2)
    _, large = overviews(inputs, judged)
    assert large.changes is not None
    assert large.changes.rows == everything[:2]
    assert large.changes.listed == len(everything)


def test_links_lead_to_named_regions(inputs: Inputs, judged: JudgedRegions):
    history = History(judged.before, {}, None)
    content = overview_of_many(
        each(inputs, judged, Language.EN), history, inputs, {CITY: f"{CITY}.html"}, internal=False
    )
    assert f'href="{CITY}.html"' in overview_answer(content).html
    assert content.changes is None
    assert content.corrected == {}
