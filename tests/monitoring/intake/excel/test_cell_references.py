"""References in formulas: where they lead and how they move."""

import pytest

from sxresearch.monitoring.intake.excel.cell_references import cell_name, place_of, references_in, shifted


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (0, 0)), ("Z9", (8, 25)), ("AA1", (0, 26)), ("XFD1048576", (1048575, 16383))]
)
def test_names_and_places(name, place):
    assert place_of(name) == place and cell_name(place) == name


@pytest.mark.parametrize("name", ["XFE1", "A0", "A1048577", "1A", "", "A"])
def test_what_is_no_cell(name):
    assert place_of(name) is None


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("=N9*1", [("", (8, 13), (8, 13))]),
        ("=SUM($A$1:B3)/C4", [("", (0, 0), (2, 1)), ("", (3, 2), (3, 2))]),
        ("='2024年'!D5+表!A1", [("2024年", (4, 3), (4, 3)), ("表", (0, 0), (0, 0))]),
        ('=IF(A1="B2",1,0)', [("", (0, 0), (0, 0))]),
        ("=LOG10(5)", []),
        ("=率2*3", []),
        ("=0.5", []),
    ],
)
def test_the_cells_a_formula_names(formula, found):
    assert [(item.sheet, item.first, item.last) for item in references_in(formula)] == found


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("X1*$B$1", "Y3*$B$1"),
        ("$X1+X$1", "$X3+Y$1"),
        ('SUM(A1:B2)&"A1"', 'SUM(B3:C4)&"A1"'),
        ("LOG10(A1)", "LOG10(B3)"),
    ],
)
def test_a_formula_two_rows_down_and_one_column_right(formula, moved):
    assert shifted(formula, 2, 1) == moved
