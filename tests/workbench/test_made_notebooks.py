"""Notebooks made of a template: what was asked stands in the cell of parameters, and no file is overwritten."""

from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from sxresearch.batch.kernels.executed_notebook import NotebookFailed
from sxresearch.language import say
from sxresearch.terms import Language
from sxresearch.workbench.made_notebooks import copy_executed, copy_to_open, titles

PARAMETERS = 'region = "140100"  # 地区 / region\nas_of = None  # 年 / year\nlang = "zh"  # zh, en'
ASKED = {"region": "140200", "as_of": None, "lang": "en", "observations": ["a.csv"]}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    cells = [
        new_markdown_cell("# 甲 / A", id="title"),
        new_code_cell(PARAMETERS, id="parameters", metadata={"tags": ["parameters"]}),
        new_code_cell('if region == "140300":\n    raise ValueError("no")\nregion, as_of, lang', id="shown"),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "a.ipynb")
    return folder


def test_a_copy_holds_what_was_asked_and_its_comments(tmp_path: Path, templates: Path):
    made = copy_to_open("a", ASKED, tmp_path, templates)
    assert made.notebook == tmp_path / "notebooks" / "a-140200.ipynb"
    source = nbformat.read(made.notebook, as_version=4).cells[1].source
    assert source == "region = '140200'  # 地区 / region\nas_of = None  # 年 / year\nlang = 'en'  # zh, en"
    assert nbformat.read(templates / "a.ipynb", as_version=4).cells[1].source == PARAMETERS


def test_no_file_is_overwritten(tmp_path: Path, templates: Path):
    names = [copy_to_open("a", ASKED, tmp_path, templates).notebook.name for _ in range(3)]
    assert names == ["a-140200.ipynb", "a-140200-2.ipynb", "a-140200-3.ipynb"]


def test_an_executed_copy_holds_the_answer_and_is_trusted(tmp_path: Path, templates: Path, monkeypatch):
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    made = copy_executed("a", ASKED, tmp_path, templates)
    assert made.page is None  # nothing in it is tagged for a page
    notebook = nbformat.read(made.notebook, as_version=4)
    assert notebook.cells[-1].outputs[0].data["text/plain"] == "('140200', None, 'en')"
    assert NotebookNotary().check_signature(notebook)


def test_a_cell_that_raises_leaves_no_copy(tmp_path: Path, templates: Path):
    with pytest.raises(NotebookFailed, match="no"):
        copy_executed("a", {**ASKED, "region": "140300"}, tmp_path, templates)
    assert not list(tmp_path.glob("notebooks/*"))


@pytest.mark.parametrize(("language", "title"), [(Language.ZH, "甲"), (Language.EN, "A")])
def test_a_notebook_is_called_by_its_heading(language: Language, title: str, templates: Path):
    assert titles(language, templates) == {"a": title}


def test_every_notebook_has_a_title_and_a_word_in_both_languages():
    for language in Language:
        for name in titles(language):
            assert say(f"brief-start-about-{name.replace('_', '-')}", language)
