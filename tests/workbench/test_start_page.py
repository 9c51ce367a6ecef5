"""The start page beside its form: links to what lies in the folder, the data at a glance, pages of help."""

from pathlib import Path

import pytest

import sxresearch as sx


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SXRESEARCH_WORKBENCH", str(tmp_path))
    return tmp_path


def test_reports_of_the_folder_are_linked_newest_first(shown: Path):
    assert "尚无报告" in sx.start_places("zh").html
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
    assert "半小时入门" in sx.start_places("zh").html
    html = sx.start_places("en").html
    assert "The first half hour" in html
    assert "<img" not in html
