"""Over all regions of a run: stored verdicts, overview, matrix; and what an earlier run left is compared."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.stored_verdicts import COMPARED_COLUMNS, VERDICTS_FILE, load_verdicts
from sxresearch.assessment.verdict import VERDICT_COLUMNS
from sxresearch.batch.index_pages_of_runs import write_run_index
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.overview_page import OVERVIEW, previous_verdicts, write_run_overview
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.run_id import Identity
from sxresearch.brief.content.headline import count, headline_data
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.run_answers import answers_of
from sxresearch.terms import Language
from tests.batch.conftest import REGIONS

DONE = REGIONS[:3]


def manifest(inputs: Inputs, run: str = "aaa", started: str = "2026-01-01") -> Manifest:
    made = Manifest(run, Identity({}, {}, {}, {}), "region_brief.ipynb", "zh", started)
    for member in members(inputs, assess(inputs, DONE), Language.ZH):
        headline = headline_data(count(member.rows), as_of=2023, synthetic=True)
        made.regions[member.region.code] = RegionResult(member.region.code, BriefOutcome.DONE, 1.0, headline=headline)
    return made


@pytest.fixture(scope="module")
def reports(inputs: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reports")
    made = manifest(inputs)
    made.save(out / "aaa")
    cells = write_run_overview(made, out, inputs, Parameters())
    write_run_index(made, out / "aaa", inputs.regions, cells=cells)
    return out


def test_the_verdicts_of_the_run_lie_beside_its_manifest(reports: Path, inputs: Inputs):
    stored = load_verdicts(reports / "aaa" / VERDICTS_FILE)
    assert tuple(stored.columns) == COMPARED_COLUMNS
    assert tuple(pd.read_parquet(reports / "aaa" / VERDICTS_FILE).columns) == VERDICT_COLUMNS
    expected = assess(inputs, DONE).verdicts
    pd.testing.assert_series_equal(stored["p_attain"], expected["p_attain"])
    assert set(stored["region"]) == set(DONE)


def test_the_overview_and_the_index_lead_to_one_another_and_to_the_briefs(reports: Path):
    overview = (reports / "aaa" / OVERVIEW).read_text(encoding="utf-8")
    index = (reports / "aaa" / "index.html").read_text(encoding="utf-8")
    for region in DONE:
        assert f'href="{region}.html"' in overview
        assert f'href="{region}.html"' in index
    assert f'href="{OVERVIEW}"' in index
    assert 'id="matrix"' in index


def test_without_an_earlier_run_the_section_of_changes_is_not_empty(reports: Path):
    """The answers from data up to the year before the latest stand beside today's, each with its cause."""
    page = BeautifulSoup((reports / "aaa" / OVERVIEW).read_text(encoding="utf-8"), "html.parser")
    section = page.find(id="overview-changes").parent
    assert "2022 年 → 2023 年" in section.get_text()
    assert "没有更早年份的数据" not in section.get_text()


def test_the_latest_other_run_is_the_one_to_compare_with(reports: Path, inputs: Inputs):
    assert previous_verdicts(reports, "aaa") is None
    assert previous_verdicts(reports, "bbb") is not None


def test_a_damaged_file_of_an_earlier_run_is_passed_over(inputs: Inputs, tmp_path: Path):
    manifest(inputs).save(tmp_path / "aaa")
    (tmp_path / "aaa" / VERDICTS_FILE).write_text("no table")
    assert previous_verdicts(tmp_path, "bbb") is None


def test_one_region_or_an_interrupted_run_has_nothing_to_look_over(inputs: Inputs, tmp_path: Path):
    made = manifest(inputs)
    made.interrupted = True
    assert write_run_overview(made, tmp_path, inputs, Parameters()) is None
    made.interrupted, made.regions = False, {DONE[0]: made.regions[DONE[0]]}
    assert write_run_overview(made, tmp_path, inputs, Parameters()) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "column", [COMPARED_COLUMNS[0], *(pytest.param(name, marks=pytest.mark.long) for name in COMPARED_COLUMNS[1:])]
)
def test_a_run_of_an_older_version_is_passed_over_and_the_page_says_so(column: str, inputs: Inputs, tmp_path: Path):
    manifest(inputs).save(tmp_path / "old")
    older = assess(inputs, DONE).verdicts.drop(columns=column)
    older.to_parquet(tmp_path / "old" / VERDICTS_FILE)
    assert previous_verdicts(tmp_path, "new") is None
    write_run_overview(manifest(inputs, "new"), tmp_path, inputs, Parameters())
    assert "没有可比的上次运行" in (tmp_path / "new" / OVERVIEW).read_text(encoding="utf-8")


def test_verdicts_that_are_handed_over_are_not_judged_again(inputs: Inputs, tmp_path: Path, monkeypatch):
    judged = answers_of(inputs, REGIONS).judged
    monkeypatch.setattr("sxresearch.batch.overview_page.answers_of", None)
    write_run_overview(manifest(inputs), tmp_path, inputs, Parameters(), judged)
    stored = pd.read_parquet(tmp_path / "aaa" / VERDICTS_FILE)
    expected = judged.assessment.of_regions(DONE).verdicts
    for column in ("region", "target", "p_attain", "status", "reason_zh"):
        assert stored[column].equals(expected[column])


def test_where_a_brief_withheld_its_probabilities_so_do_the_pages_over_all_regions(inputs: Inputs, tmp_path: Path):
    made = manifest(inputs)
    silent = made.regions[DONE[1]]
    made.regions[DONE[1]] = replace(silent, headline={**silent.headline, "withheld": True})
    write_run_overview(made, tmp_path, inputs, Parameters())
    stored = pd.read_parquet(tmp_path / "aaa" / VERDICTS_FILE).set_index("region")
    expected = assess(inputs, DONE).verdicts.set_index("region")
    assert expected.loc[DONE[1], "p_attain"].notna().any()
    assert stored.loc[DONE[1], "p_attain"].isna().all()
    for code in (DONE[0], DONE[2]):
        pd.testing.assert_series_equal(stored.loc[code, "p_attain"], expected.loc[code, "p_attain"])
