"""The suite once more, in the rehearsal of Windows: ``python -m tests.windows [pytest's words]``.

Left out is only what the rehearsal says nothing about, each with its reason.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sxresearch.paths import ROOT
from tests.windows.stage import Stage
from tests.windows.test_same_bytes import TRESPASSES

PURE = "pure computation: no file, no process, no clock, no path"
READ = "computation; its files are read as those of tests/monitoring/intake are, which is played"
LEFT_OUT = {
    "tests/projection": PURE,
    "tests/assessment/disparity": PURE,
    "tests/assessment/effect": PURE,
    "tests/assessment/events": PURE,
    "tests/assessment/final_evaluation": PURE,
    "tests/assessment/ledger": PURE,
    "tests/assessment/track_record": READ,
    "tests/assessment/warnings": PURE,
    "tests/assessment/test_assess.py": PURE,
    "tests/assessment/test_cases.py": PURE,
    "tests/assessment/parts": READ,
    "tests/assessment/test_demonstration.py": PURE,
    "tests/assessment/test_expert_fits.py": PURE,
    "tests/assessment/test_held.py": READ,
    "tests/assessment/test_miss_counts.py": PURE,
    "tests/assessment/test_progress.py": PURE,
    "tests/assessment/test_rates.py": PURE,
    "tests/assessment/test_recomputation.py": PURE,
    "tests/assessment/test_rule_properties.py": PURE,
    "tests/assessment/test_sentences.py": PURE,
    "tests/assessment/test_status.py": PURE,
    "tests/assessment/test_what_if.py": PURE,
    "tests/assessment/test_whole_and_parts.py": READ,
    "tests/assessment/test_year_before.py": READ,
    "tests/monitoring/demo": PURE,
    "tests/monitoring/privacy": PURE,
    "tests/monitoring/quality": PURE,
    "tests/brief/content": "computed in memory; its bytes in briefs and packs are compared in test_same_bytes",
    "tests/brief/charts": "drawing in memory",
    "tests/benchmarks": "run by maintainers, on Linux",
    "tests/end_to_end": "a real browser looks at pages whose bytes are compared in test_same_bytes",
    "tests/notebooks": "runs notebooks in kernels that nbval and papermill start themselves",
    "tests/windows": "they start rehearsals of their own",
    "tests/test_freed_memory.py": "asks the C library of Linux; nothing is asked on Windows",
    "tests/test_house.py": "reads the source, runs nothing",
    "tests/test_architecture.py": "reads the source, runs nothing",
    "tests/test_language.py": "reads the source, runs nothing",
}
"""Files and folders that are not run again, with the reason."""

DESELECTED = {
    "tests/batch/kernels/test_kernel_pool.py::test_kernels_use_sockets_of_their_own_unless_the_path_is_too_long": (
        "IPC sockets are not there on Windows; the test asks the system that it runs on"
    ),
    "tests/test_files.py::test_the_bytes_are_on_the_disk_before_the_name_moves_and_the_folder_after": (
        "Windows can't be asked to write a folder's entries; the test asks the system that it runs on"
    ),
    "tests/batch/test_faults.py::test_a_folder_taken_away_is_noticed_before_anything_counts_as_done[all": (
        "Windows takes away no folder in which a file is open, here the lock of the reports"
    ),
    "tests/commands/test_workbench_pages.py::test_a_command_of_the_pages_is_run[papermill": (
        "papermill's own program takes the default event loop; pyzmq gives that one a thread of tornado's on Windows, "
        "which the rehearsal does not play (our own engine asks for the selector loop and is played)"
    ),
    "tests/batch/test_cluster.py::test_an_address_where_nobody_answers_is_a_sentence": (
        "dask.distributed takes the default event loop through tornado, which watches sockets in a thread of its own "
        "on Windows; the rehearsal does not play that thread"
    ),
}
"""Single tests, with the reason."""


def command(words: Sequence[str]) -> list[str]:
    """What is asked of pytest."""
    ignored = [f"--ignore={path}" for path in LEFT_OUT]
    deselected = [word for name in DESELECTED for word in ("--deselect", name)]
    return [sys.executable, "-m", "pytest", "-m", "not long", *ignored, *deselected, *words]


def main(words: Sequence[str]) -> int:
    """Run the suite and say what was left out, and what the toolkit's own lines did wrong."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as room:
        stage = Stage(Path(room))
        environment = stage.environment(PYTHONUTF8=os.environ.get("PYTHONUTF8", "0"), PYTHONIOENCODING="utf-8")
        ended = subprocess.run(command(words), cwd=ROOT, env=environment, check=False).returncode
        blamed = Counter((item.kind, item.ours) for item in stage.blamed(*TRESPASSES))
    print(f"\nNot run in the rehearsal: {len(LEFT_OUT)} files and folders, {len(DESELECTED)} single tests")
    for name, reason in {**LEFT_OUT, **DESELECTED}.items():
        print(f"  {name}: {reason}")
    for (kind, ours), times in blamed.items():
        print(f"  {kind} {times} ×: {ours}")
    return ended or bool(blamed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
