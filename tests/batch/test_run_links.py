"""The pages of a run are linked with one another, and with nothing else."""

from pathlib import Path

import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import Assessment
from sxresearch.batch.index_pages_of_runs import write_run_index
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.overview_page import DEPARTMENTS, OVERVIEW, QUALITY
from sxresearch.batch.run_id import Identity, file_hash
from sxresearch.batch.run_links import link_pages
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.regions.matrix import matrix
from sxresearch.brief.content.regions.overview import overview_of
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.brief.page.brief_page import write_brief
from sxresearch.brief.page.overview_sections import SECTIONS
from sxresearch.brief.page.page_links import Page, linked
from sxresearch.brief.page.section_page import write_sections
from sxresearch.paths import DATA
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language, Level
from tests.batch.followed_links import followed
from tests.brief.several import CODES, PROVINCE, make_several

CITY = "140100"


def _manifest(folder: Path, codes: tuple[str, ...], headlines: dict[str, dict]) -> Manifest:
    regions = {
        code: RegionResult(
            code, BriefOutcome.DONE, 1.0, {f"{code}.html": file_hash(folder / f"{code}.html")}, headlines.get(code)
        )
        for code in codes
    }
    return Manifest("run", Identity({}, {}, {}, {}), "n.ipynb", "zh", "2026-01-01", regions=regions)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, Manifest, Inputs]:
    """The pages of five of six regions made by hand, linked: the last one has failed."""
    folder = tmp_path_factory.mktemp("run")
    inputs, assessment = make_several()
    done = CODES[:-1]
    headlines = {code: _brief(inputs, assessment, code, folder) for code in done}
    manifest = _manifest(folder, done, headlines)
    shown = members(inputs, assessment.of_regions(done), Language.ZH)
    links = {member.region.code: f"{member.region.code}.html" for member in shown}
    write_sections(overview_of(shown, links=links), SECTIONS, folder / OVERVIEW, movable=True)
    link_pages(manifest, folder, inputs.regions)
    for name in (QUALITY, DEPARTMENTS):
        (folder / name).write_text("<main></main>", encoding="utf-8")
    write_run_index(manifest, folder, inputs.regions, cells=matrix(shown))
    return folder, manifest, inputs


def _brief(inputs: Inputs, assessment: Assessment, code: str, folder: Path) -> dict:
    content = brief_content(inputs, assessment, code)
    write_brief(content, folder / f"{code}.html")
    return content.headline


def test_every_link_of_a_run_leads_somewhere(made):
    folder, _, _ = made
    links, broken = followed(folder)
    assert broken == []
    outward = {(page, link.partition("#")[0]) for page, link in links if not link.startswith("#")}
    for code in CODES[:-1]:
        assert {(f"{code}.html", "index.html"), (f"{code}.html", OVERVIEW)} <= outward
        assert {(OVERVIEW, f"{code}.html"), ("index.html", f"{code}.html")} <= outward
    assert (f"{CITY}.html", f"{PROVINCE}.html") in outward
    assert {(f"{PROVINCE}.html", f"{code}.html") for code in CODES[1:-1]} <= outward
    assert not any(CODES[-1] in link for _, link in outward)


def test_matrix_and_tiles_lead_to_the_chart_of_the_target(made):
    folder, _, _ = made
    links, _ = followed(folder)
    for page in (OVERVIEW, "index.html", f"{PROVINCE}.html"):
        assert (page, f"{CITY}.html#{CITY}-women-health-1-maternal") in links


def test_the_manifest_knows_the_pages_as_they_are(made):
    folder, manifest, _ = made
    assert all(result.still_published(folder) for result in manifest.done)


def test_linking_again_changes_nothing(made):
    folder, manifest, inputs = made
    before = {path.name: path.read_bytes() for path in folder.glob("*.html")}
    link_pages(manifest, folder, inputs.regions)
    assert {path.name: path.read_bytes() for path in folder.glob("*.html")} == before


@pytest.mark.long
def test_129_regions_are_whole(tmp_path):
    regions = load_regions(DATA / "regions.csv")
    codes = tuple(region.code for region in regions if region.level is not Level.NATION)
    assert len(codes) >= 129
    for code in codes:
        marks = "".join(f'<a data-page="{other}#{other}-t">{other}</a>' for other in codes)
        (tmp_path / f"{code}.html").write_text(
            f'<nav aria-label="n"><ul>\n</ul></nav><main id="{code}-t">{marks}</main>', encoding="utf-8"
        )
    (tmp_path / OVERVIEW).write_text("<main></main>", encoding="utf-8")
    (tmp_path / "index.html").write_text("<main></main>", encoding="utf-8")
    link_pages(_manifest(tmp_path, codes, {}), tmp_path, regions)
    links, broken = followed(tmp_path)
    assert broken == []
    assert len([link for _, link in links if "#" in link]) == len(codes) ** 2
    assert linked("", {"a": Page("a.html")}) == ""
