"""What stands in one place only: colours, sections, words; and words decide nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

import sxresearch as sx
from sxresearch.assessment.status import FROM_BEST, StatusGroup, group_of, statuses_in
from sxresearch.brief.charts import palette
from sxresearch.brief.page import overview_sections, sections
from sxresearch.brief.page.export import CELL_TAG
from sxresearch.brief.page.markup import Section
from sxresearch.language import Text
from sxresearch.paths import NOTEBOOKS, PACKAGE
from sxresearch.plan.schema import Words
from sxresearch.terms import Language, Status

BRIEF = PACKAGE / "brief"
MODULES = sorted(BRIEF.rglob("*.py"))
TEMPLATES = sorted([*BRIEF.rglob("*.j2")])
STYLES = sorted(BRIEF.rglob("*.css"))

MAKERS_OF_WORDS = frozenset(
    {
        "say",
        "word",
        "figure",
        "percent",
        "quantity",
        "change",
        "amount",
        "bare",
        "interval",
        "distance",
        "pace",
        "moving",
    }
)
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b(?![\w-])")
SIX_DIGITS = re.compile(r"""["'](?=[^"']*\d)[0-9A-F]{6}["']""")


# -- facts decide, words show ----------------------------------------------------------------------


def _finished(node: ast.expr) -> bool:
    """Whether an expression is a finished text: a dash, a literal, or what a maker of words returns."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.Call):
        node = node.func
        return isinstance(node, ast.Name) and node.id in MAKERS_OF_WORDS
    return getattr(node, "id", getattr(node, "attr", "")) == "MISSING"


def compared_texts(source: str) -> Iterator[str]:
    """Every comparison with a finished text."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Compare) or not any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops):
            continue
        if any(map(_finished, (node.left, *node.comparators))):
            yield ast.unparse(node)


def test_the_check_finds_what_it_looks_for():
    source = 'a == "–"; row.projected != MISSING; numbers.MISSING == b; percent(p) == q; p is None; a == b; n == 0'
    assert len(list(compared_texts(source))) == 4


@pytest.mark.parametrize("path", [*MODULES, PACKAGE / "language" / "numbers.py"], ids=lambda path: path.stem)
def test_no_module_compares_with_a_finished_text(path: Path):
    assert list(compared_texts(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_compares_with_a_finished_text(path: Path):
    text = path.read_text(encoding="utf-8")
    inside = re.findall(r"\{[{%].*?[%}]\}", text, re.DOTALL)
    assert [part for part in inside if re.search(r"""[!=]=\s*["']|["']\s*[!=]=""", part)] == []


# -- colours ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [path for path in (*MODULES, *TEMPLATES, *STYLES) if path.stem != "palette"], ids=lambda path: path.name
)
def test_only_the_palette_names_colours(path: Path):
    text = path.read_text(encoding="utf-8")
    assert HEX.findall(text) == []
    assert "RGBColor(" not in text
    if path.suffix == ".py":
        assert SIX_DIGITS.findall(text) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_uses_variables_that_there_are(path: Path):
    used = set(re.findall(r"var\(--([\w-]+)\)", path.read_text(encoding="utf-8")))
    assert used
    assert used <= palette.COLOURS.keys()


def test_every_colour_of_the_pages_is_used():
    text = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    unused = {name for name in palette.COLOURS if f"var(--{name})" not in text and f"page.colours.{name} " not in text}
    assert unused == set()


def test_the_variables_carry_the_colours():
    assert palette.css_variables().startswith(":root { --ink: #1f2933; --muted: #5b6672;")
    assert palette.six_digits(palette.BAD) == "9B1C31"


# -- sections --------------------------------------------------------------------------------------


def _shown(notebook: str) -> list[str]:
    """The names of the package that the tagged cells call last."""
    cells = nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4).cells
    lines = [cell.source.splitlines()[-1] for cell in cells if CELL_TAG in cell.metadata.get("tags", [])]
    return [line.removeprefix("sx.").removesuffix("(content)") for line in lines]


@pytest.mark.parametrize(
    ("notebook", "listed"), [("region_brief", sections.SECTIONS), ("overview", overview_sections.SECTIONS)]
)
def test_a_notebook_shows_the_sections_of_its_page_in_order(notebook: str, listed: tuple[Section, ...]):
    assert _shown(notebook) == [section.make.__name__ for section in listed]
    assert all(getattr(sx, section.make.__name__) is section.make for section in listed)


# -- statuses --------------------------------------------------------------------------------------


def test_every_status_is_counted_once():
    assert [group_of(status) for status in Status if status in statuses_in(*StatusGroup)] == list(map(group_of, Status))
    assert sum(len(statuses_in(group)) for group in StatusGroup) == len(Status)
    assert sorted(FROM_BEST) == sorted(StatusGroup)


# -- words in a language ---------------------------------------------------------------------------


def test_words_of_files_and_of_our_own_speak_alike():
    for words in (Text("甲", "A"), Words(zh="甲", en="A")):
        assert [words.in_language(language) for language in Language] == ["甲", "A"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_nobody_chooses_the_language_of_words_by_hand(path: Path):
    assert re.findall(r"\.zh if|\.en if|\.zh\b.*\belse\b", path.read_text(encoding="utf-8")) == []
