"""Briefs as their readers meet them: on a phone, on paper, from the keyboard, whatever the names hold."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import sxresearch as sx
from sxresearch.brief.page.brief_page import write_one_page
from sxresearch.brief.page.sections import ANCHORS
from tests.brief.conftest import REGION, make_assessment, make_inputs
from tests.brief.pages import write_brief
from tests.end_to_end.opened import Opened

NATION, CITY = "100000", "140100"
LAPTOP = {"width": 1366, "height": 625}  # what a browser leaves of 1366 × 768
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
MOST_BYTES = 1_500_000
MOST_PAGES = 12  # of the main part; annexes are printed on request
SMALLEST_TYPE = 9.0  # points on paper
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
OVERRIDE, ISOLATE, NULL = "\u202e", "\u2067", "\x00"
RARE = "𠮷"  # outside the Basic Multilingual Plane, not in the font

pytestmark = [pytest.mark.long, pytest.mark.filterwarnings("default::ResourceWarning")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The briefs of the nation (printed figures) and of Taiyuan (about a hundred targets), in both languages."""
    folder = tmp_path_factory.mktemp("briefs")
    inputs = sx.load_inputs()
    assessment = sx.assess(inputs, regions=[NATION, CITY])
    found = {}
    for region in (NATION, CITY):
        record = sx.panel_record(inputs, region)
        for lang in ("zh", "en"):
            content = sx.brief_content(inputs, assessment, region, lang, record)
            found[region, lang] = write_brief(content, folder / f"{region}.{lang}.html")
            write_one_page(content, folder / f"{region}.{lang}.one-page.html")
    return found


@pytest.fixture(scope="module")
def sheets(pages: dict[tuple[str, str], Path]) -> dict[tuple[str, str], Path]:
    """Their one-page versions."""
    return {key: path.with_name(f"{path.stem}.one-page.html") for key, path in pages.items()}


@pytest.fixture(params=[(NATION, "zh"), (NATION, "en"), (CITY, "zh"), (CITY, "en")], ids="-".join)
def page(request: pytest.FixtureRequest, pages: dict[tuple[str, str], Path]) -> Path:
    return pages[request.param]


@pytest.mark.parametrize(
    ("region", "lang", "size"),
    [(NATION, "zh", NARROW), (NATION, "en", WIDE), (CITY, "zh", WIDE), (CITY, "en", NARROW)],
    ids=["nation-zh-narrow", "nation-en-wide", "city-zh-wide", "city-en-narrow"],
)
def test_axe_finds_no_serious_violation(
    region: str, lang: str, size: dict[str, int], pages: dict[tuple[str, str], Path], opened: Opened, axe: str
):
    opened.page.set_viewport_size(size)
    opened.show(pages[region, lang])
    assert opened.violations(axe) == []


def test_axe_would_find_one(opened: Opened, axe: str, pages: dict[tuple[str, str], Path]):
    opened.show(pages[NATION, "zh"])
    opened.page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any("html-has-lang" in line for line in opened.violations(axe))


def test_the_page_names_its_language(pages: dict[tuple[str, str], Path], opened: Opened):
    for (_, lang), path in pages.items():
        assert opened.show(path).evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]


def test_the_contents_lead_to_every_part_without_a_request(page: Path, opened: Opened):
    shown = opened.show(page)
    for name in ANCHORS:
        shown.locator(f'nav a[href="#{name}"]').click()
        assert shown.url.endswith(f"#{name}")
        assert shown.locator(f"#{name}").evaluate("head => head.getBoundingClientRect().top < window.innerHeight")
    assert opened.complaints == []
    assert opened.outside == []


def test_the_keyboard_skips_to_the_text_and_reaches_wide_tables(pages: dict[tuple[str, str], Path], opened: Opened):
    shown = opened.show(pages[CITY, "zh"])
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    assert shown.locator(".skip").bounding_box()["x"] >= 0
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "content"
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.tagName") == "SUMMARY"  # which Enter folds
    shown.keyboard.press("Enter")
    assert not shown.locator("table.warnings").is_visible()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "scroll"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_has_to_be_scrolled_sideways(page: Path, size: dict[str, int], opened: Opened):
    opened.page.set_viewport_size(size)
    shown = opened.show(page)
    assert shown.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_every_drawing_states_its_finding(page: Path, opened: Opened):
    shown = opened.show(page)
    findings = shown.eval_on_selector_all(
        "svg[role=img]", "all => all.map(one => one.querySelector('desc').textContent)"
    )
    assert len(findings) >= 15
    assert all(len(text) > 15 for text in findings)
    assert shown.locator("svg:not([role=img])").count() == 0


def test_a_brief_of_a_hundred_targets_is_small_and_short_on_paper(pages: dict[tuple[str, str], Path], opened: Opened):
    for lang in ("zh", "en"):
        path = pages[CITY, lang]
        assert path.stat().st_size <= MOST_BYTES
        shown = opened.show(path)
        assert shown.locator("svg[role=img]").count() > 90
        main = printed_pages(shown)
        assert 6 <= main <= MOST_PAGES
        shown.check("#print-annexes")
        assert printed_pages(shown) > main + 5


def printed_pages(shown: Page) -> int:
    """How many sheets of A4 the page prints on."""
    printed = shown.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


SIZES = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, box = node.parentElement;
    if (!node.data.trim() || !box.checkVisibility() || box.closest("title, desc, style")) continue;
    const drawing = box.closest("svg");
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    found.push([parseFloat(getComputedStyle(box).fontSize) * scale * 0.75, node.data.trim().slice(0, 40)]);
  }
  return found;
}"""


def test_nothing_is_set_below_nine_points_on_paper(page: Path, opened: Opened):
    opened.page.set_viewport_size({"width": 711, "height": 1000})  # the text width of A4: 188 mm
    shown = opened.show(page)
    shown.check("#print-annexes")
    shown.emulate_media(media="print")
    sizes = shown.evaluate(SIZES)
    assert len(sizes) > 500
    assert [item for item in sizes if item[0] < SMALLEST_TYPE - 0.05][:5] == []


@pytest.mark.parametrize(("region", "lang"), [(NATION, "zh"), (NATION, "en"), (CITY, "zh"), (CITY, "en")])
def test_the_first_screen_of_a_laptop_holds_all_four_answers(
    region: str, lang: str, pages: dict[tuple[str, str], Path], opened: Opened
):
    opened.page.set_viewport_size(LAPTOP)
    shown = opened.show(pages[region, lang])
    answer = shown.locator("section.answer").bounding_box()
    assert answer["y"] >= 0
    assert answer["y"] + answer["height"] <= LAPTOP["height"]
    assert shown.locator("section.answer h3").count() == 4
    assert shown.locator(".mark:visible, .synthetic-note:visible").count() == (region == CITY)  # one mark


@pytest.mark.parametrize(("region", "lang"), [(NATION, "zh"), (NATION, "en"), (CITY, "zh"), (CITY, "en")])
def test_the_one_page_version_is_one_page(region: str, lang: str, sheets: dict[tuple[str, str], Path], opened: Opened):
    shown = opened.show(sheets[region, lang])
    assert printed_pages(shown) == 1
    shown.emulate_media(media="print")
    assert min(size for size, _ in shown.evaluate(SIZES)) >= SMALLEST_TYPE - 0.05
    assert opened.complaints == [] and opened.outside == []


def test_navigation_and_table_heads_stay_in_sight(pages: dict[tuple[str, str], Path], opened: Opened):
    opened.page.set_viewport_size(LAPTOP)
    shown = opened.show(pages[CITY, "zh"])
    shown.locator("#warning-9").scroll_into_view_if_needed()
    shown.evaluate("document.querySelector('#warning-9').scrollIntoView({block: 'center'})")
    nav = shown.locator("nav").bounding_box()
    head = shown.locator("table.warnings thead th").first.bounding_box()
    assert 0 <= nav["y"] < 60
    assert nav["y"] + nav["height"] - 3 <= head["y"] < LAPTOP["height"] / 3
    shown.locator(".to-top").click()
    assert shown.evaluate("window.scrollY") < 80


def test_sections_fold_on_screen_and_open_on_paper(pages: dict[tuple[str, str], Path], opened: Opened):
    shown = opened.show(pages[CITY, "zh"])
    before = printed_pages(shown)
    shown.locator("#warnings").click()
    assert not shown.locator("table.warnings").is_visible()
    assert printed_pages(shown) == before  # a section that was folded is printed all the same
    assert not shown.locator("section.annex table").first.is_visible()


# --- odd and hostile data ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def odd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Markup, formulas, 200 characters without a space, marks of direction, and a character no font has, as names."""
    inputs = make_inputs(
        name=f"=HYPERLINK(1){EVIL}{RARE}{OVERRIDE}率{ISOLATE}{NULL}",
        region=f"{EVIL}{'长' * 200}{OVERRIDE}市",
        source=f"@SUM(1){EVIL}{OVERRIDE}https://example.org/{'a' * 200}\x07",
    )
    content = sx.brief_content(inputs, make_assessment(), REGION)
    return write_brief(content, tmp_path_factory.mktemp("odd") / "odd.html")


@pytest.fixture
def odd(browser: Browser, odd_page: Path) -> Iterator[Opened]:
    with browser.new_context(viewport=NARROW) as context:
        opened = Opened(context.new_page())
        opened.show(odd_page)
        yield opened


def test_nothing_in_a_name_is_executed_or_asked_for(odd: Opened):
    assert odd.complaints == []
    assert odd.outside == []
    assert odd.page.locator("script").count() == 1  # our own, which the policy names
    assert odd.page.locator("img, iframe").count() == 0
    assert EVIL in odd.page.locator("h1").inner_text()
    assert f"=HYPERLINK(1){EVIL}" in odd.page.locator("table.warnings").inner_text()


def test_long_names_stay_inside_the_page(odd: Opened):
    assert odd.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_marks_that_turn_the_direction_of_writing_are_gone(odd_page: Path):
    text = odd_page.read_text(encoding="utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x07]", text)


def test_a_character_that_the_font_lacks_is_named(odd: Opened):
    assert f"{RARE} (U+20BB7)" in odd.page.locator(".foreign").inner_text()


def test_a_page_that_lacks_nothing_says_nothing(pages: dict[tuple[str, str], Path], opened: Opened):
    for path in pages.values():
        assert opened.show(path).locator(".foreign").count() == 0


def test_odd_names_are_no_barrier_either(odd: Opened, axe: str):
    assert odd.violations(axe) == []
