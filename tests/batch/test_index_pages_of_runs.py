"""Index pages: the run's own, the front page, and the page over all runs."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.index_pages_of_runs import INDEX, RUNS, write_reports_index, write_run_index
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.run_id import Identity
from sxresearch.brief.content.headline import COUNTED
from sxresearch.brief.content.regions.matrix import MOST_REGIONS
from sxresearch.errors import Fault
from sxresearch.files import NotWritable
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

HEADLINE = {
    "synthetic": False,
    "as_of": 2023,
    "counts": {**dict.fromkeys(("met_now", *COUNTED), 7), "expected_misses": 2.25},
}


def manifest(run: str, started: str = "2026-01-01") -> Manifest:
    made = Manifest(run, Identity({}, {}, {}, {}), "region_brief.ipynb", "en", started)
    made.regions = {
        "140100": RegionResult("140100", BriefOutcome.DONE, 1.0, headline=HEADLINE),
        "140200": RegionResult("140200", BriefOutcome.FAILED, 1.0, causes=(Fault("", "坏了", "it broke <badly>"),)),
    }
    return made


def test_the_run_index_links_what_is_done_and_says_why_the_rest_is_not(inputs: Inputs, tmp_path: Path):
    text = write_run_index(manifest("aaa"), tmp_path, inputs.regions).read_text(encoding="utf-8")
    assert 'href="140100.html"' in text
    assert "140200.html" not in text
    assert "it broke &lt;badly&gt;" in text
    assert "Taiyuan" in text


def test_the_front_page_leads_into_the_runs_folder(inputs: Inputs, tmp_path: Path):
    text = write_reports_index(manifest("aaa"), tmp_path, inputs.regions, whole=True).read_text(encoding="utf-8")
    assert 'href="aaa/140100.html"' in text


def test_a_run_of_a_few_regions_keeps_the_front_page_of_the_whole(inputs: Inputs, tmp_path: Path):
    write_reports_index(manifest("aaa"), tmp_path, inputs.regions, whole=True)
    write_reports_index(manifest("bbb"), tmp_path, inputs.regions, whole=False)
    assert "aaa/140100.html" in (tmp_path / INDEX).read_text(encoding="utf-8")


def test_all_runs_are_listed_with_the_latest_first(inputs: Inputs, tmp_path: Path):
    for run, started in (("aaa", "2026-01-02"), ("bbb", "2026-01-03"), ("ccc", "2026-01-01")):
        made = manifest(run, started)
        (tmp_path / run).mkdir()
        made.save(tmp_path / run)
    (tmp_path / "no_run").mkdir()
    write_reports_index(made, tmp_path, inputs.regions, whole=True)
    text = (tmp_path / RUNS).read_text(encoding="utf-8")
    places = [text.index(f"{run}/{INDEX}") for run in ("bbb", "aaa", "ccc")]
    assert places == sorted(places)
    assert "no_run" not in text


def test_an_index_that_can_not_be_written_is_a_sentence(inputs: Inputs, tmp_path: Path):
    (tmp_path / INDEX).mkdir()
    with pytest.raises(NotWritable):
        write_run_index(manifest("aaa"), tmp_path, inputs.regions)


def test_a_run_says_when_with_what_and_what_is_other_than_before(inputs: Inputs, tmp_path: Path):
    older = manifest("aaa", "2026-01-02T20:30:00+00:00")
    older.identity = Identity({"observations/a.csv": "1", "plans/p.yaml": "1"}, {"x.py": "1"}, {"numpy": "1"}, {})
    newer = manifest("bbb", "2026-01-03T01:00:00+00:00")
    newer.identity = Identity(
        {"observations/a.csv": "2", "observations/b.csv": "1", "plans/p.yaml": "1"}, {"x.py": "2"}, {"numpy": "1"},
        {"as_of": 2022},
    )  # fmt: skip
    for made in (older, newer):
        (tmp_path / made.run).mkdir()
        made.save(tmp_path / made.run)
    write_reports_index(newer, tmp_path, inputs.regions, whole=True)
    page = BeautifulSoup((tmp_path / RUNS).read_text(encoding="utf-8"), "html.parser")
    first, second = page.select("table.runs tbody tr")
    assert "2026-01-03 09:00" in first.get_text()  # in Beijing
    assert "2026-01-03 04:30" in second.get_text()
    assert "a.csv, b.csv" in first.get_text()
    assert "data up to 2022" in first.get_text()
    assert [item.get_text() for item in first.find_all("li")] == [
        "2 data files: a.csv, b.csv",
        "the program (1 files: x.py)",
        "the last data year",
    ]
    assert "(the earliest)" in second.get_text()


def test_real_figures_stand_before_synthetic_ones(inputs: Inputs, tmp_path: Path):
    made = manifest("aaa")
    done = made.regions["140100"]
    made.regions = {
        "140000": replace(done, region="140000", headline={**HEADLINE, "synthetic": True}),
        "140100": done,
    }
    page = BeautifulSoup(write_run_index(made, tmp_path, inputs.regions).read_text(encoding="utf-8"), "html.parser")
    assert [row.a["href"] for row in page.tbody.find_all("tr")] == ["140100.html", "140000.html"]


def test_a_corrected_number_of_misses_stands_beside_the_other(inputs: Inputs, tmp_path: Path):
    made = manifest("aaa")
    made.regions["140100"] = replace(made.regions["140100"], headline={**HEADLINE, "corrected_misses": 1.5})
    page = BeautifulSoup(write_run_index(made, tmp_path, inputs.regions).read_text(encoding="utf-8"), "html.parser")
    assert "corrected by the track record: 1.5" in page.tbody.find("tr").get_text()


def large(inputs: Inputs, counties: int) -> tuple[Manifest, Regions]:
    """A run over two provinces: the known one, and one with so many counties of which the last was not finished."""
    other = [Region("990000", "乙省", "", Level.PROVINCE, "100000"), Region("990100", "丙市", "", Level.CITY, "990000")]
    other += [Region(str(990_101 + at), f"丁县{at}", "", Level.COUNTY, "990100") for at in range(counties)]
    regions = Regions(inputs.regions.by_code | {region.code: region for region in other})
    made = manifest("aaa")
    codes = ["100000", "140000", "140100", *(region.code for region in other)]
    made.regions = {code: RegionResult(code, BriefOutcome.DONE, 1.0, headline=HEADLINE) for code in codes}
    cause = Fault("", "坏了", "it broke")
    made.regions[codes[-1]] = RegionResult(codes[-1], BriefOutcome.FAILED, 1.0, causes=(cause,))
    return made, regions


def page_of(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def codes_in(rows: BeautifulSoup) -> list[str]:
    return [mark.get_text() for mark in rows.select("tbody th .note")]


def test_the_index_of_a_large_run_has_a_page_per_province(inputs: Inputs, tmp_path: Path):
    made, regions = large(inputs, counties=MOST_REGIONS)
    front = page_of(write_run_index(made, tmp_path, regions))
    counts, names = front.find_all("table")
    assert codes_in(counts) == ["100000", "140000", "990000"]
    assert codes_in(names) == [code for code in made.regions if code != "100000"]
    assert [link["href"] for link in front.select("ul a")] == ["index-140000.html", "index-990000.html"]
    assert "(302 briefs, 1 not finished)" in front.get_text()
    assert names.select_one('tr[data-within="990100|990000"] a')["href"] == "990101.html"
    part = page_of(tmp_path / "index-990000.html")
    assert codes_in(part.table) == [code for code in made.regions if code.startswith("99")]
    assert "it broke" in part.table.get_text()
    assert part.select_one('a[href="index.html"]')


def test_nothing_is_left_out_that_lies_in_no_province(inputs: Inputs, tmp_path: Path):
    made, regions = large(inputs, counties=MOST_REGIONS)
    alone = Region("880101", "戊县", "", Level.COUNTY, None)
    made.regions["880101"] = RegionResult("880101", BriefOutcome.DONE, 1.0, headline=HEADLINE)
    front = page_of(write_run_index(made, tmp_path, Regions(regions.by_code | {"880101": alone})))
    assert "880101" in codes_in(front.table)


@pytest.mark.parametrize(("briefs", "pages"), [(MOST_REGIONS, 0), (MOST_REGIONS + 1, 2)])
def test_up_to_three_hundred_briefs_stand_on_one_page(inputs: Inputs, tmp_path: Path, briefs: int, pages: int):
    made, regions = large(inputs, counties=briefs - 5)
    front = page_of(write_run_index(made, tmp_path, regions))
    assert len(list(tmp_path.glob("index-*.html"))) == pages
    assert len(codes_in(front.find_all("table")[-1])) == briefs - (pages > 0)  # the nation lies in no province


def test_the_front_page_of_a_large_run_leads_to_the_pages_in_its_folder(inputs: Inputs, tmp_path: Path):
    made, regions = large(inputs, counties=MOST_REGIONS)
    (tmp_path / "aaa").mkdir()
    write_run_index(made, tmp_path / "aaa", regions)
    front = page_of(write_reports_index(made, tmp_path, regions, whole=True))
    assert [(tmp_path / link["href"]).is_file() for link in front.select("ul a")] == [True, True]
    assert not list(tmp_path.glob("index-*.html"))
