"""The start page: what a form means, links to what lies in the folder, no form where ipywidgets is not installed."""

from pathlib import Path

import pytest

import sxresearch as sx
from sxresearch.brief.page.markup import Fragment
from sxresearch.errors import BadParameter
from sxresearch.paths import NOTEBOOKS
from sxresearch.terms import Language
from sxresearch.workbench import indicator_form, start_page
from sxresearch.workbench.jupyter_session import ROOT_VARIABLE
from sxresearch.workbench.start_page import Wish


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path))
    return tmp_path


def test_what_a_form_means(shown: Path):
    wish = Wish("140100", " 2023 ", "data/a.xlsx; /b.csv", Language.EN)
    assert wish.parameters() == {
        "region": "140100", "as_of": 2023, "observations": [str(shown / "data" / "a.xlsx"), "/b.csv"], "lang": "en",
    }  # fmt: skip


def test_what_is_left_empty_is_the_notebook_s_own(shown: Path):
    assert Wish("140100", "", "", Language.ZH).parameters() == {
        "region": "140100", "as_of": None, "observations": None, "lang": "zh",
    }  # fmt: skip


def test_a_year_that_is_none_is_a_sentence():
    with pytest.raises(BadParameter, match="去年"):
        Wish("140100", "去年", "", Language.ZH).parameters()


def test_an_address_of_a_store_becomes_its_snapshot(shown: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(start_page, "take_snapshot", lambda address: shown / f"{address.path.name}.parquet")
    found = Wish("140100", "", "sqlite:///store.sqlite", Language.ZH).parameters()
    assert found["observations"] == [str(shown / "store.sqlite.parquet")]


def test_a_store_that_is_not_there_is_a_sentence(shown: Path):
    answer = start_page._answer(
        lambda *_: None, "indicator", Wish("140100", "", f"sqlite:///{shown}/none.sqlite", Language.ZH), Language.ZH
    )
    assert "none.sqlite" in answer.html
    assert "Traceback" not in answer.html


def test_reports_of_the_folder_are_linked_newest_first(shown: Path):
    assert "还没有" in sx.start_places("zh").html
    (shown / "run").mkdir()
    for path in (shown / "index.html", shown / "run" / "index.html"):
        path.write_text("", encoding="utf-8")
    html = sx.start_places("en").html
    assert 'href="../index.html"' in html
    assert 'href="../run/index.html"' in html


def test_data_supplied_can_be_looked_at():
    html = sx.start_places("zh").html
    assert "data/observations/china-national.csv" in html
    assert "100000" in html
    assert "shanxi-women-2021-2025.yaml" in html


def test_help_is_shown_in_the_language_asked_for_without_pictures():
    assert "头半小时" in sx.start_places("zh").html
    html = sx.start_places("en").html
    assert "The first half hour" in html
    assert "<img" not in html


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_ipywidgets_the_notebooks_are_listed(lang: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(start_page, "find_spec", lambda _: None)
    found = sx.start_form(lang)
    assert isinstance(found, Fragment)
    others = {path.name for path in NOTEBOOKS.glob("*.ipynb")} - {"start.ipynb"}
    assert all(f'href="{name}"' in found.html for name in others)


def test_with_ipywidgets_there_is_a_form():
    names = {type(item).__name__ for item in sx.start_form("zh").children}
    assert {"Dropdown", "Combobox", "Text", "Output"} <= names


def test_the_indicator_s_form_with_and_without_ipywidgets(ten_cities, monkeypatch: pytest.MonkeyPatch):
    content = sx.indicator_content(ten_cities, "first", "total", "140100")
    assert type(sx.indicator_form(ten_cities, content)).__name__ == "VBox"
    monkeypatch.setattr(indicator_form, "find_spec", lambda _: None)
    found = sx.indicator_form(ten_cities, content)
    assert isinstance(found, Fragment)
    assert "ipywidgets" in found.html


@pytest.mark.filterwarnings("ignore:omni_normtest", "ignore:kurtosistest")
def test_what_is_chosen_in_the_indicator_s_form_is_shown(ten_cities):
    content = sx.indicator_content(ten_cities, "first", "total", "140100")
    pieces = indicator_form._chosen(ten_cities, content, "first", "urban", "140103")
    assert "市140103" in "".join(piece.html for piece in pieces)
