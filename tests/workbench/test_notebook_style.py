"""The brief's style sheet for outputs: every rule has its scope, rules of paper are gone."""

from sxresearch.workbench.notebook_style import MARK, notebook_style, scoped


def test_every_rule_is_held_to_notebooks_that_ask_for_it():
    scope = f".jp-Notebook:has(.{MARK}) .jp-RenderedHTML"
    assert scoped("body { margin: 0; } h1, td:is(.a, .b) { color: red; }").splitlines() == [
        f"{scope} {{ margin: 0; }}",
        f"{scope} h1, {scope} td:is(.a, .b) {{ color: red; }}",
    ]


def test_rules_of_paper_and_fonts_are_left_out_and_those_of_narrow_screens_kept():
    sheet = "@page { size: A4; @top-center { color: red; } } @media print { p { color: red; } } /* x { } */"
    assert scoped(sheet) == ""
    assert scoped("@media (max-width: 9rem) { p { color: red; } }").startswith(
        "@media (max-width: 9rem) { .jp-Notebook"
    )


def test_a_name_that_begins_like_a_root_is_no_root():
    assert scoped("body-x { color: red; }").startswith(f".jp-Notebook:has(.{MARK}) .jp-RenderedHTML body-x")


def test_the_sheet_is_whole():
    sheet = notebook_style()
    assert sheet.count("{") == sheet.count("}") > 100
    assert "--accent" in sheet
    assert "{{" not in sheet
    assert "@media print" not in sheet
    assert "http" not in sheet
