"""Forked kernels: nothing of one run is seen by the next, and the results are those of fresh ones, byte for byte."""

import ast
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import papermill
import pytest

from sxresearch.batch.kernels import kernel_pool as kernels_module
from sxresearch.batch.kernels.fork_client import can_fork
from sxresearch.batch.kernels.kernel_pool import FORKED, FRESH, KernelLost, Kernels
from tests.batch.conftest import FIXTURES, REGIONS

pytestmark = pytest.mark.skipif(not can_fork(), reason="kernels can be forked on Linux only")


@pytest.fixture(scope="module")
def forking() -> Iterator[Kernels]:
    with Kernels(forked=True) as kernels:
        yield kernels


def notebook(name: str) -> nbformat.NotebookNode:
    return nbformat.read(FIXTURES / f"{name}.ipynb", as_version=4)


def execute(kernels: Kernels, name: str, region: str = "140100") -> nbformat.NotebookNode:
    return kernels.execute(notebook(name), {"region": region}, seconds=60.0).notebook


def printed(executed: nbformat.NotebookNode) -> str:
    return next(output.text for cell in executed.cells for output in cell.get("outputs", []) if "text" in output)


def test_nothing_of_one_run_is_visible_in_the_next(forking: Kernels):
    first, second = (printed(execute(forking, "leaves_traces", region)) for region in ("140100", "140200"))
    assert first == second
    seen = ast.literal_eval(second)
    assert not any(seen[name] for name in ("variable", "module", "environment", "path"))
    assert seen["folder"] == Path.cwd().name


@pytest.mark.parametrize("name", ["tiny", "shows_the_stack", pytest.param("prints_a_little", marks=pytest.mark.long)])
def test_the_bytes_are_those_of_a_fresh_kernel(name: str, forking: Kernels):
    assert forking.engine == FORKED
    with Kernels() as fresh:
        assert fresh.engine == FRESH
        assert nbformat.writes(execute(forking, name)) == nbformat.writes(execute(fresh, name))


def test_surroundings_are_those_of_a_fresh_kernel(forking: Kernels):
    values, rest = printed(execute(forking, "shows_surroundings")).splitlines()[0].split("} ")
    with Kernels() as fresh:
        assert printed(execute(fresh, "shows_surroundings")).splitlines()[0] == f"{values}}} {rest}"


def test_a_kernel_that_kills_itself_is_lost_and_the_next_one_lives(forking: Kernels):
    with pytest.raises(KernelLost):
        execute(forking, "meets_every_fault", "140500")
    assert forking.engine == FORKED
    execute(forking, "tiny")


@pytest.mark.long
def test_when_the_fork_server_dies_the_next_kernel_is_fresh():
    with Kernels(forked=True) as kernels:
        execute(kernels, "tiny")
        os.kill(kernels._fork_client._process.pid, signal.SIGKILL)
        with pytest.raises(KernelLost):
            execute(kernels, "tiny")
        assert kernels.engine == FRESH
        execute(kernels, "tiny")


def test_where_forking_is_impossible_kernels_are_fresh(monkeypatch):
    monkeypatch.setattr(kernels_module, "can_fork", lambda: False)
    with Kernels(forked=True) as kernels:
        assert kernels.engine == FRESH
        assert kernels.share({}, REGIONS) is None


def test_no_process_and_no_file_is_left(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Kernels(forked=True) as kernels:
        execute(kernels, "tiny")
        server = kernels._fork_client._process
    assert server.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_papermill_itself_can_use_the_engine(tmp_path):
    """As registered by entry point: timing and parameters of papermill stay in the notebook."""
    out = tmp_path / "out.ipynb"
    papermill.execute_notebook(
        FIXTURES / "tiny.ipynb",
        out,
        {"region": "140200"},
        engine_name=FORKED,
        kernel_name="python3",
        progress_bar=False,
    )
    executed = nbformat.read(out, as_version=4)
    assert executed.metadata["papermill"]["parameters"] == {"region": "140200"}
    assert all(cell.metadata["papermill"]["duration"] >= 0 for cell in executed.cells)
    assert all(cell.metadata["papermill"]["status"] == "completed" for cell in executed.cells)


def test_forked_kernels_use_this_interpreter(forking: Kernels):
    assert sys.executable in printed(execute(forking, "shows_surroundings"))
