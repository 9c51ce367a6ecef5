"""Parameters as a notebook got them: what can't be meant is a sentence, and papermill's own names are compared."""

import pytest

from sxresearch.errors import BadParameter
from sxresearch.workbench.given_parameters import check_parameters

OWN = 'region = "140100"  # code\nas_of = None  # year\nlang = "zh"  # language\ninternal = False  # small counts'


def namespace(injected: str = "", own: str = OWN) -> dict:
    cells = ["", own, *([f"# Parameters\n{injected}"] if injected else [])]
    values: dict = {}
    for cell in cells:
        exec(cell, values)
    return {**values, "In": [*cells, "sx.check_parameters(globals())"]}


def refused(injected: str, own: str = OWN) -> str:
    with pytest.raises(BadParameter) as caught:
        check_parameters(namespace(injected, own))
    assert len(caught.value.faults) == 1
    return caught.value.faults[0].zh


def test_what_is_right_passes_and_stays():
    given = namespace("as_of = 2023")
    before = dict(given)
    check_parameters(given)
    assert given == before


def test_a_region_as_a_number_becomes_its_six_digits():
    given = namespace("region = 140200")
    check_parameters(given)
    assert given["region"] == "140200"


@pytest.mark.parametrize(
    ("injected", "word"),
    [
        ("regoin = 140200", "“regoin”"),
        ("region = 14010", "14010"),
        ("region = '太原市'", "太原市"),
        ("region = '999999'", "999999"),
        ("region = True", "True"),
        ("region = None", "None"),
        ("as_of = '2023'", "'2023'"),
        ("as_of = 23", "23"),
        ("as_of = 2023.5", "2023.5"),
        ("lang = 'fr'", "'fr'"),
        ("internal = 'yes'", "'yes'"),
        ("internal = 1", "1"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence_that_names_it(injected: str, word: str):
    assert word in refused(injected)


def test_several_faults_come_together():
    with pytest.raises(BadParameter) as caught:
        check_parameters(namespace("regoin = 1\nas_of = 'x'\nlang = 'fr'"))
    assert len(caught.value.faults) == 3


def test_a_single_code_or_id_is_a_list_where_a_list_is_meant():
    given = namespace("regions = 140100\nplan_ids = 'a'", "regions = None\nplan_ids = None")
    check_parameters(given)
    assert (given["regions"], given["plan_ids"]) == (["140100"], ["a"])


@pytest.mark.parametrize(
    ("injected", "word"),
    [("observations = 3", "3"), ("observations = []", "[]"), ("plans = 7", "7"), ("levels = [2]", "[2]"),
     ("group = 'city'", "'city'")],
)  # fmt: skip
def test_parameters_of_other_notebooks(injected: str, word: str):
    own = "observations = None\nplans = None\nlevels = [0.1]\ngroup = 'total'"
    assert word in refused(injected, own)


def test_names_are_compared_with_the_notebooks_own_even_when_cells_ran_before():
    """In JupyterLab papermill's cell may be run again, after others."""
    given = namespace("region = '140200'")
    given["In"] = [*given["In"], "inputs = 1", "# Parameters\nregion = '140200'", "sx.check_parameters(globals())"]
    check_parameters(given)


def test_without_a_cell_of_papermill_nothing_is_compared():
    given = {**namespace(), "own_note": 3}
    check_parameters(given)


def test_the_sentences_are_what_jupyter_shows():
    with pytest.raises(BadParameter) as caught:
        check_parameters(namespace("lang = 'fr'"))
    shown = caught.value._render_traceback_()
    assert len(shown) == 2
    assert all("Traceback" not in line and ".py" not in line for line in shown)
