"""One notebook per way of failing, each answered by its own sentence."""

import ast
import json
import sys
import threading
from pathlib import Path

import nbformat
import pytest

from sxresearch.batch.kernels.executed_notebook import NotebookFailed
from sxresearch.batch.kernels.kernel_manager import FreshKernel
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.brief.content.headline import read_headline
from sxresearch.language import say
from sxresearch.terms import Language
from tests.batch.conftest import FIXTURES


def execute(name: str, *, seconds: float = 60.0) -> nbformat.NotebookNode:
    notebook = nbformat.read(FIXTURES / f"{name}.ipynb", as_version=4)
    with Kernels() as kernels:
        return kernels.execute(notebook, {"region": "140100"}, seconds=seconds).notebook


def failure(name: str, *, seconds: float = 60.0) -> str:
    with pytest.raises(NotebookFailed) as caught:
        execute(name, seconds=seconds)
    (fault,) = caught.value.faults
    return fault.en


def test_parameters_reach_the_notebook():
    assert read_headline(execute("tiny"))["title"] == "Tiny brief of 140100"


def test_two_runs_give_the_same_bytes_although_streams_arrive_in_pieces():
    first, second = (nbformat.writes(execute("prints_a_little")) for _ in range(2))
    assert first == second
    streams = [output for cell in json.loads(first)["cells"] for output in cell.get("outputs", []) if "text" in output]
    assert [output["name"] for output in streams] == ["stdout", "stderr"]
    assert streams[0]["text"][:3] == ["0\n", "2\n", "4\n"]


def test_no_times_and_no_random_ids_stay_in_the_executed_notebook():
    executed = execute("tiny")
    assert executed.metadata["papermill"] == {"parameters": {"region": "140100"}}
    assert not any({"papermill", "execution"} & set(cell.metadata) for cell in executed.cells)
    assert [cell["id"] for cell in executed.cells] == ["title", "parameters", "injected-3", "cell-1"]


def test_the_source_is_not_changed():
    path = FIXTURES / "tiny.ipynb"
    before = path.read_bytes()
    execute("tiny")
    assert path.read_bytes() == before


def test_surroundings_are_fixed(monkeypatch, tmp_path):
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "mine.py").write_text("started_by_user = True\n")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("MPLBACKEND", "pdf")
    (output,) = execute("shows_surroundings").cells[-1].outputs
    first, second = output.text.splitlines()
    values, rest = first.split("} ")
    assert ast.literal_eval(values + "}") == {
        "PYTHONHASHSEED": "0",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OMP_NUM_THREADS": "1",
    }
    assert rest.split()[0] == sys.executable
    assert second.endswith("False")
    assert str(tmp_path) not in second


def test_a_cell_that_raises_is_named_by_its_place_in_the_source():
    assert failure("raises") == "Cell 3 failed: ValueError: no figure for 140100"


def test_leaving_early_is_not_success():
    assert failure("sys_exit") == say("fault-notebook-ended-early", Language.EN, number="4")


def test_a_kernel_that_dies_leaves_its_last_words():
    assert failure("dies").endswith("out of memory")


def test_a_notebook_that_prints_without_measure_is_refused():
    assert "2000001 characters (limit 1000000)" in failure("prints_much")


def test_a_notebook_that_hangs_is_stopped():
    assert failure("hangs", seconds=1.0) == say("fault-notebook-too-slow", Language.EN, seconds="1")


def test_stopping_ends_a_running_notebook_and_starts_no_other():
    notebook = nbformat.read(FIXTURES / "hangs.ipynb", as_version=4)
    with Kernels() as kernels:
        timer = threading.Timer(1.0, kernels.stop)
        timer.start()
        with pytest.raises(NotebookFailed):
            kernels.execute(notebook, {"region": "140100"}, seconds=60.0)
        timer.join()
        with pytest.raises(NotebookFailed) as caught:
            kernels.execute(notebook, {"region": "140100"}, seconds=60.0)
    assert caught.value.faults[0].en == say("fault-interrupted", Language.EN)


@pytest.mark.skipif(sys.platform == "win32", reason="no IPC sockets on Windows")
def test_kernels_use_sockets_of_their_own_unless_the_path_is_too_long():
    assert FreshKernel(Path("/run/sx"), "k1").transport == "ipc"
    assert FreshKernel(Path("/run/sx") / ("long" * 30), "k1").transport == "tcp"


def test_nothing_is_left_in_the_temporary_folder(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    execute("tiny")
    assert list(tmp_path.iterdir()) == []
