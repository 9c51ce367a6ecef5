"""The whole way: plans and figures, three regions (one broken), pages as a reader's browser shows them."""

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from typer.testing import CliRunner

from sxresearch.brief.page.sections import ANCHORS
from sxresearch.commands import region_runs
from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_DONE_WITH_FAILURES
from tests.end_to_end.opened import Opened

NATION, CITY, BROKEN = "100000", "140100", "140200"
pytestmark = pytest.mark.long
CAUSE = "this region is broken on purpose"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """``sxresearch batch`` on the real notebook, with one cell that fails for one region."""
    folder = tmp_path_factory.mktemp("end_to_end")
    notebook = nbformat.read(region_runs.BRIEF, as_version=4)
    notebook.cells.append(new_code_cell(f'if region == "{BROKEN}":\n    raise ValueError("{CAUSE}")', id="broken"))
    nbformat.write(notebook, folder / "region_brief.ipynb")
    out = folder / "reports"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(region_runs, "BRIEF", folder / "region_brief.ipynb")
        result = CliRunner().invoke(app, ["batch", "--regions", NATION, CITY, BROKEN, "--out", str(out), "--jobs", "2"])
    assert result.exit_code == EXIT_DONE_WITH_FAILURES, result.stderr
    assert result.stdout.strip() == str(out / "index.html")
    assert CAUSE in result.stderr
    yield out


def brief(reports: Path, region: str) -> Path:
    (path,) = reports.glob(f"*/{region}.html")
    return path


@pytest.mark.parametrize("region", [NATION, CITY])
def test_a_brief_opens_without_complaint_and_asks_nobody(region: str, reports: Path, opened: Opened):
    opened.show(brief(reports, region))
    assert opened.complaints == []
    assert opened.outside == []


@pytest.mark.parametrize("region", [NATION, CITY])
def test_a_brief_has_its_headings_in_order(region: str, reports: Path, opened: Opened):
    page = opened.show(brief(reports, region))
    assert page.locator("h1").count() == 1
    found = page.eval_on_selector_all("h2[id]", "headings => headings.map(heading => heading.id)")
    assert [name for name in found if name in ANCHORS] == list(ANCHORS)


def test_the_warning_table_is_there_with_its_rows(reports: Path, opened: Opened):
    page = opened.show(brief(reports, CITY))
    headline = json.loads((brief(reports, CITY).parent / "manifest.json").read_text(encoding="utf-8"))
    counts = headline["regions"][CITY]["headline"]["counts"]
    assert page.locator("table.warnings").is_visible()
    assert page.locator("table.warnings tbody tr:has(th)").count() == counts["urgent"] + counts["watch"] > 0


def test_synthetic_figures_are_marked_and_printed_ones_are_not(reports: Path, opened: Opened):
    assert opened.show(brief(reports, CITY)).locator(".mark").is_visible()
    assert opened.show(brief(reports, NATION)).locator(".mark").count() == 0


def test_charts_are_drawn(reports: Path, opened: Opened):
    page = opened.show(brief(reports, CITY))
    sizes = page.eval_on_selector_all(
        "main svg, main img", "charts => charts.map(chart => chart.getBoundingClientRect().width)"
    )
    assert sizes
    assert all(width > 0 for width in sizes)


def test_the_front_page_leads_to_the_briefs_and_names_the_failure(reports: Path, opened: Opened):
    page = opened.show(reports / "index.html")
    assert CAUSE in page.locator("body").inner_text()
    page.locator(f'a[href$="{CITY}.html"]').first.click()
    page.wait_for_load_state()
    assert page.url == brief(reports, CITY).as_uri()
    assert opened.complaints == []
    assert opened.outside == []


def test_the_page_over_all_runs_leads_to_this_one(reports: Path, opened: Opened):
    page = opened.show(reports / "runs.html")
    page.locator("main a").first.click()
    page.wait_for_load_state()
    assert page.url == (brief(reports, CITY).parent / "index.html").as_uri()
    assert opened.complaints == []


def test_nothing_of_the_broken_region_is_published(reports: Path):
    assert list(reports.glob(f"*/{BROKEN}*")) == []


@pytest.mark.parametrize("name", ["index.html", "runs.html"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_serious_violation_on_the_front_pages(
    name: str, width: int, reports: Path, opened: Opened, axe: str
):
    opened.page.set_viewport_size({"width": width, "height": 900})
    opened.show(reports / name)
    assert opened.violations(axe) == []
