"""Two runs into one folder do not mix; a dead one is no obstacle."""

import os
import subprocess
import sys

import pytest

from sxresearch.batch.lock import HOLDER_NAME, locked
from sxresearch.errors import EXIT_BAD_INPUT, BatchBusy
from sxresearch.files import NotWritable

_HOLD = "import sys; from pathlib import Path; from sxresearch.batch.lock import locked\n"


def test_a_second_process_is_refused_with_the_holder_named(tmp_path):
    code = f"{_HOLD}with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BatchBusy) as caught, locked(tmp_path):
            pass
        holder.communicate()
    assert f"pid {holder.pid}" in caught.value.faults[0].zh
    assert caught.value.exit_code == EXIT_BAD_INPUT


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path):
    code = f"{_HOLD}import os\nwith locked(Path(sys.argv[1])): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 9
    assert (tmp_path / HOLDER_NAME).read_text().startswith("pid ")
    with locked(tmp_path):
        assert (tmp_path / HOLDER_NAME).read_text() == f"pid {os.getpid()}"
    assert not (tmp_path / HOLDER_NAME).exists()


def test_a_second_run_in_the_same_process_is_refused_too(tmp_path):
    with locked(tmp_path), pytest.raises(BatchBusy, match=f"pid {os.getpid()}"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


def test_a_holder_that_has_not_said_who_it_is_is_unknown(tmp_path):
    with locked(tmp_path):
        (tmp_path / HOLDER_NAME).unlink()
        with pytest.raises(BatchBusy, match="pid \\?"), locked(tmp_path):
            pass


def test_the_lock_is_given_back_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path):
        pass


def test_a_folder_that_is_a_file_gets_a_sentence(tmp_path):
    path = tmp_path / "reports"
    path.write_text("")
    with pytest.raises(NotWritable), locked(path):
        pass
