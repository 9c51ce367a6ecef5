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
from sxresearch.batch.kernels.kernel_manager import FORKED, FRESH
from sxresearch.batch.kernels.kernel_pool import KernelLost, Kernels
from tests.batch.conftest import FIXTURES

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
        assert list(kernels.side_by_side(abs, [-1, -2], 2)) == [1, 2]


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


def _twice(task: int) -> tuple[int, int]:
    return 2 * task, os.getpid()


def _lost(task: int) -> int:
    """Ends its process without a word, unless it is the test's own."""
    if os.getpid() != task:
        os._exit(1)
    return 7


def _refused(task: int) -> int:
    raise ValueError(task)


def test_pieces_of_work_are_done_in_processes_of_their_own(forking: Kernels):
    found = list(forking.side_by_side(_twice, iter(range(5)), 2))
    assert sorted(result for result, _ in found) == [0, 2, 4, 6, 8]
    assert len({process for _, process in found} - {os.getpid()}) == 5


def test_work_whose_process_is_lost_is_done_here(forking: Kernels):
    assert list(forking.side_by_side(_lost, [os.getpid()], 2)) == [7]


def test_an_error_of_the_work_is_raised_here(forking: Kernels):
    with pytest.raises(ValueError, match="3"):
        list(forking.side_by_side(_refused, [3], 2))


def test_work_leaves_no_file(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Kernels(forked=True) as kernels:
        list(kernels.side_by_side(_twice, [1, 2, 3], 2))
        (room,) = tmp_path.iterdir()
        assert not [path for path in room.iterdir() if path.suffix in (".result", ".part")]
        assert not list(room.glob("task-*"))


@pytest.mark.long
def test_when_the_fork_server_dies_the_work_goes_on_here():
    with Kernels(forked=True) as kernels:
        found = kernels.side_by_side(_twice, [1, 2, 3], 1)
        next(found)
        os.kill(kernels._fork_client._process.pid, signal.SIGKILL)
        assert sorted(result for result, _ in found) == [4, 6]
        kernels.share(b"", "zh")
        assert kernels.engine == FRESH
