"""Sorting, filtering and taking away in a real browser, from a file: with the script, without it, by keyboard."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sxresearch.brief.content.regions.matrix import matrix
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.brief.page.brief_page import write_brief
from sxresearch.brief.page.index_pages import Entry, render_index
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Language, Level
from tests.brief.conftest import REGION
from tests.brief.several import CODES, DEPARTMENT, FORMULA, HOSTILE, make_several
from tests.end_to_end.conftest import browser, opened  # noqa: F401  # fixtures
from tests.end_to_end.opened import Opened


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("index") / "index.html")


def write(out: Path, names: tuple[str, ...] = ()) -> Path:
    shown = members(*make_several(names), Language.ZH)
    entries = [
        Entry(member.region.code, member.name, member.region.level, file=f"{member.region.code}.html")
        for member in shown
    ]
    return render_index(entries, out, run="abc123", cells=matrix(shown), overview="overview.html")


@pytest.fixture
def page(opened: Opened, index: Path) -> Iterator[Page]:  # noqa: F811
    yield opened.show(index)
    assert opened.complaints == []
    assert opened.outside == []


def titles(page: Page) -> list[str]:
    return page.locator("#matrix tbody tr:visible th").all_inner_texts()


def test_filtering_by_field_leaves_its_targets(page: Page):
    page.locator("select[name=field]").select_option(label="妇女与生活")
    assert len(titles(page)) == 6
    assert page.locator("output").inner_text() == "显示 6 / 12 项"


def test_filtering_by_department(page: Page):
    page.locator("select[name=department]").select_option(label=DEPARTMENT)
    assert titles(page) == ["孕产妇死亡率（农村）", "妇女常见病筛查率", "孕产妇死亡率：城市与农村"]


def test_filtering_by_region_and_answer(page: Page):
    page.locator("form.filters select[name=region]").select_option(REGION)
    page.locator("form.filters select[name=status]").select_option(label="达标很困难")
    assert titles(page) == ["孕产妇死亡率（农村）"]
    assert page.locator("#matrix thead th[data-region]:visible").all_inner_texts()[0].startswith("太原市")
    assert page.locator("#matrix thead th[data-region]:visible").count() == 1


def test_finding_a_word(page: Page):
    page.get_by_label("查找").fill("近视")
    assert titles(page) == ["儿童青少年近视率"]


def test_sorting_by_a_regions_probability_puts_what_is_unknown_last(page: Page):
    head = page.locator(f"#matrix th[data-region='{REGION}']")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    cells = f"#matrix tbody td:nth-child({4 + CODES.index(REGION)})"
    values = page.eval_on_selector_all(cells, "cells => cells.map(cell => cell.dataset.value)")
    known = [float(value) for value in values if value]
    assert known == sorted(known)
    assert values[len(known) :] == [""] * (12 - len(known))
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    values = page.eval_on_selector_all(cells, "cells => cells.map(cell => cell.dataset.value)")
    assert [float(value) for value in values if value] == sorted(known, reverse=True)
    assert values[-1] == ""


def test_reset_brings_everything_back_in_the_plans_order(page: Page):
    before = titles(page)
    page.get_by_label("查找").fill("死亡")
    page.locator("#matrix th[data-sort=text] button").click()
    page.locator("form.filters button[type=reset]").click()
    expect(page.locator("output")).to_contain_text("12 / 12")  # a function to wait for would break the page's policy
    assert titles(page) == before
    assert page.locator("#matrix th[aria-sort]").count() == 0


def test_the_keyboard_alone_sorts_and_filters(page: Page):
    page.locator("select[name=field]").focus()
    page.keyboard.press("ArrowDown")
    assert len(titles(page)) < 12
    page.locator(f"#matrix th[data-region='{REGION}'] button").focus()
    page.keyboard.press("Enter")
    assert page.locator("#matrix th[aria-sort]").count() == 1


def test_the_table_of_regions_sorts_too(page: Page):
    page.locator("table.index thead th").first.locator("button").click()
    page.locator("table.index thead th").first.locator("button").click()
    assert page.locator("table.index tbody tr th").first.inner_text().startswith("晋城市")


def test_without_script_everything_is_listed(browser: Browser, index: Path):  # noqa: F811
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(index.as_uri())
        assert len(titles(page)) == 12
        assert not page.locator("form.filters").is_visible()
        assert page.locator("noscript p").is_visible()


def test_a_narrow_screen_scrolls_the_table_and_not_the_page(page: Page):
    page.set_viewport_size({"width": 500, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 500


def test_a_hostile_name_runs_nothing(opened: Opened, tmp_path: Path):  # noqa: F811
    page = opened.show(write(tmp_path / "index.html", (HOSTILE, HOSTILE)))
    page.locator(f"#matrix th[data-region='{REGION}'] button").click()
    assert page.evaluate("window.hit") is None
    assert page.get_by_text("<script>").first.is_visible()
    assert opened.complaints == []


def test_another_script_is_not_allowed(opened: Opened, index: Path, tmp_path: Path):  # noqa: F811
    changed = index.read_text(encoding="utf-8").replace("</main>", "<script>window.hit = 1</script></main>")
    (tmp_path / "changed.html").write_text(changed, encoding="utf-8")
    page = opened.show(tmp_path / "changed.html")
    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in text for text in opened.complaints)


def test_an_index_of_thirteen_regions_opens_and_leads_to_its_overview(opened: Opened, tmp_path: Path):  # noqa: F811
    shown = members(*make_several(), Language.ZH)
    regions = Regions(
        {f"14{n:02d}00": Region(f"14{n:02d}00", f"第{n}市", "", Level.CITY, "140000") for n in range(1, 14)}
    )
    entries = [Entry(region.code, region.name, region.level, file=f"{region.code}.html") for region in regions]
    path = render_index(entries, tmp_path / "index.html", run="abc", cells=matrix(shown), overview="overview.html")
    page = opened.show(path)
    assert page.locator("table.index tbody a").count() == 13
    assert page.get_by_role("link", name="总览").get_attribute("href") == "overview.html"
    assert opened.complaints == []


def taken(page: Page, table: str) -> list[list[str]]:
    """The rows of the CSV file that a table gives."""
    with page.expect_download() as download:
        page.locator(f"{table} button.take").first.click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("\ufeff")  # without it Excel takes the Chinese for another encoding
    assert download.value.suggested_filename.endswith(".csv")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_table_is_taken_away_as_it_stands(page: Page):
    rows = taken(page, "#matrix")
    assert len(rows) == 13
    assert len({len(row) for row in rows}) == 1
    assert rows[0][:4] == ["领域", "监测目标", "要求", "山西省"]
    maternal = next(row for row in rows if row[1] == "孕产妇死亡率（农村）")
    assert maternal[0] == "妇女与健康"
    assert maternal[4] == "▼ 达标很困难 3%"


def test_what_the_filter_hides_stays_behind(page: Page):
    page.locator("select[name=field]").select_option(label="妇女与生活")
    assert len(taken(page, "#matrix")) == 1 + 6


def test_the_keyboard_takes_a_table_away(page: Page):
    page.locator("table.index button.take").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("趋势简报索引")


def test_a_cell_that_would_be_a_formula_stays_text(opened: Opened, tmp_path: Path):  # noqa: F811
    page = opened.show(write(tmp_path / "index.html", (FORMULA, FORMULA)))
    shown = FORMULA.replace("http://", "")  # nothing on a page can be followed out of it
    assert taken(page, "table.index")[1][0] == f"'{shown} 140000"
    assert opened.complaints == []


def test_a_field_is_named_once_in_any_order(page: Page):
    def named() -> list[str]:
        return page.eval_on_selector_all(
            "#matrix tbody tr:not([hidden])",
            "rows => rows.filter(row => !row.cells[0].classList.contains('again')).map(row => row.cells[0].innerText)",
        )

    assert named() == ["妇女与健康", "妇女与生活"]
    page.locator("#matrix th[data-sort=text] button").click()
    assert named()[0] in ("妇女与健康", "妇女与生活")
    page.get_by_label("查找").fill("近视")
    assert named() == ["妇女与生活"]


def test_a_chart_is_saved_as_a_picture(opened: Opened, content, tmp_path: Path):  # noqa: F811
    page = opened.show(write_brief(content, tmp_path / "brief.html"))
    with page.expect_download() as download:
        page.locator("figure.panel button.take").first.click()
    data = Path(download.value.path()).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[place : place + 4], "big") for place in (16, 20))
    assert width > 600
    assert height > 300
    assert opened.complaints == []
    assert opened.outside == []


def test_every_table_and_every_chart_of_a_brief_can_be_taken_away(opened: Opened, content, tmp_path: Path):  # noqa: F811
    page = opened.show(write_brief(content, tmp_path / "brief.html"))
    tables, charts = page.locator("main table").count(), page.locator("main figure svg[role=img]").count()
    assert page.locator("main table caption button.take").count() == tables > 5
    assert page.locator("main figure > button.take").count() == charts > 5
    names = page.eval_on_selector_all("button.take", "all => all.map(one => one.getAttribute('aria-label'))")
    assert all(name.startswith(("下载 CSV ", "存为图片 ")) for name in names)


def regions_of_two_cities(count: int) -> list[Entry]:
    """A province with two cities, and so many counties of each."""
    province = Region("140000", "山西省", "", Level.PROVINCE, None)
    named = {"140100": "太原市", "140200": "大同市"}
    cities = [Region(code, name, "", Level.CITY, province.code) for code, name in named.items()]
    entries = [Entry(province.code, province.name, province.level)]
    entries += [Entry(city.code, city.name, city.level, within=(province,)) for city in cities]
    for city in cities:
        for at in range(count):
            code = str(int(city.code) + at + 1)
            entries.append(Entry(code, f"{city.name[0]}县{at}", Level.COUNTY, f"{code}.html", within=(city, province)))
    return entries


def names_shown(page: Page) -> list[str]:
    return page.locator("#regions tbody tr:visible th .note").all_inner_texts()


def test_briefs_are_found_by_name_level_and_place(opened: Opened, tmp_path: Path):  # noqa: F811
    page = opened.show(render_index(regions_of_two_cities(10), tmp_path / "index.html", run="abc123"))
    assert len(names_shown(page)) == 23
    page.locator("select[name=level]").select_option(label="市")
    assert names_shown(page) == ["140100", "140200"]
    page.locator("select[name=level]").select_option(label="县")
    page.locator("select[name=within]").select_option(label="大同市")
    assert names_shown(page) == [str(code) for code in range(140201, 140211)]
    page.get_by_label("查找").fill("县7")
    assert names_shown(page) == ["140208"]
    assert page.locator("output").inner_text() == "显示 1 / 23 项"
    page.get_by_role("button", name="恢复").click()
    assert len(names_shown(page)) == 23
    assert opened.complaints == []


def test_a_few_briefs_need_no_search(opened: Opened, tmp_path: Path):  # noqa: F811
    page = opened.show(render_index(regions_of_two_cities(8)[:20], tmp_path / "index.html", run="abc123"))
    assert page.locator("form.filters").count() == 0
    page = opened.show(render_index(regions_of_two_cities(9)[:21], tmp_path / "index.html", run="abc123"))
    assert page.locator("form.filters").count() == 1
