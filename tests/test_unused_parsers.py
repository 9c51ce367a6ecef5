"""What others load and nobody here uses is left out by this package's programs, and by them only."""

import subprocess
import sys

import pytest

_READS_NOTEBOOKS = "import nbformat, sys; nbformat.validate(nbformat.v4.new_notebook()); print(len(sys.modules))"
_LEFT_OUT = "from sxresearch.unused_parsers import leave_out_unused_parsers; leave_out_unused_parsers(); "


def _said(program: str) -> int:
    return int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def test_notebooks_are_read_and_validated_without_them():
    pytest.importorskip("rfc3987_syntax")
    assert _said(_LEFT_OUT + _READS_NOTEBOOKS) < _said(_READS_NOTEBOOKS) - 20  # the grammar brings lark's modules


def test_a_library_that_is_there_already_stays():
    program = "import json, sys; import sxresearch.unused_parsers as own; own._UNUSED = ('json',); "
    assert _said(program + "own.leave_out_unused_parsers(); print(int(sys.modules['json'] is json))") == 1


@pytest.mark.parametrize("program", ["import sxresearch", "import sxresearch.notebook"])
def test_importing_the_package_leaves_nothing_out(program: str):
    asked = "; import sys; print(int('rfc3987_syntax' in sys.modules and sys.modules['rfc3987_syntax'] is None))"
    assert _said(program + asked) == 0


def test_drawing_a_brief_needs_no_database_library():
    program = "import sys, sxresearch.notebook, sxresearch.brief.page.sections; print(int('sqlalchemy' in sys.modules))"
    assert _said(program) == 0
