"""A misspelt parameter must not run the default region under another name."""

from pathlib import Path

import pytest

from sxresearch.batch.kernels.notebook_parameters import check_names, parameter_names, read_notebook
from sxresearch.errors import BadParameter
from tests.batch.conftest import FIXTURES


def test_the_names_are_those_of_the_notebooks_own_cell():
    assert parameter_names(read_notebook(FIXTURES / "tiny.ipynb")) == ("region", "as_of", "lang")


def test_an_unknown_name_is_refused_with_the_known_ones():
    path = FIXTURES / "tiny.ipynb"
    with pytest.raises(BadParameter) as caught:
        check_names({"regoin": "140100", "lang": "zh"}, read_notebook(path), path)
    (fault,) = caught.value.faults
    assert fault.en == 'The notebook has no parameter "regoin" (it has: region, as_of, lang). Check the spelling.'


def test_a_notebook_without_parameters_is_refused():
    with pytest.raises(BadParameter, match='no cell tagged "parameters"'):
        read_notebook(FIXTURES / "no_parameters.ipynb")


@pytest.mark.parametrize("content", [b"", b"region,year\n", b"[]", b'{"cells": []}', b"\xff\xfe"])
def test_what_is_no_notebook_is_refused(content: bytes, tmp_path: Path):
    path = tmp_path / "some.ipynb"
    path.write_bytes(content)
    with pytest.raises(BadParameter):
        read_notebook(path)


def test_a_missing_notebook_is_refused(tmp_path: Path):
    with pytest.raises(BadParameter, match="not found"):
        read_notebook(tmp_path / "none.ipynb")
