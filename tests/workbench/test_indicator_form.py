"""The form that shows another indicator: with ipywidgets and without, and what is chosen."""

import pytest

import sxresearch as sx
from sxresearch.brief.page.markup import Fragment
from sxresearch.workbench import indicator_form


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
