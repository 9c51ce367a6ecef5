"""The form of the start page: what it means, what it makes, and the list alone where ipywidgets is not installed."""

from pathlib import Path

import pytest

import sxresearch as sx
from sxresearch.brief.page.markup import Fragment
from sxresearch.errors import BadParameter
from sxresearch.monitoring.store import snapshot
from sxresearch.paths import NOTEBOOKS
from sxresearch.terms import Language
from sxresearch.workbench import start_form
from sxresearch.workbench.start_form import Wish


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SXRESEARCH_WORKBENCH", str(tmp_path))
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
    monkeypatch.setattr(snapshot, "take_snapshot", lambda address: shown / f"{address.path.name}.parquet")
    found = Wish("140100", "", "sqlite:///store.sqlite", Language.ZH).parameters()
    assert found["observations"] == [str(shown / "store.sqlite.parquet")]


def test_a_store_that_is_not_there_is_a_sentence(shown: Path):
    answer = start_form._answer(
        lambda *_: None, "indicator", Wish("140100", "", f"sqlite:///{shown}/none.sqlite", Language.ZH), Language.ZH
    )
    assert "none.sqlite" in answer.html
    assert "Traceback" not in answer.html


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_ipywidgets_the_notebooks_are_listed(lang: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(start_form, "find_spec", lambda _: None)
    found = sx.start_form(lang)
    assert isinstance(found, Fragment)
    others = {path.name for path in NOTEBOOKS.glob("*.ipynb")} - {"start.ipynb"}
    assert all(f'href="{name}"' in found.html for name in others)


def test_with_ipywidgets_there_is_a_form():
    names = {type(item).__name__ for item in sx.start_form("zh").children}
    assert {"Dropdown", "Combobox", "Text", "Output"} <= names
