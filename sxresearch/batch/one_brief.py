"""Making the brief of one region: execute, publish, and record whatever happened; the same here and on a cluster."""

import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from sxresearch.batch.kernels.executed_notebook import Executed
from sxresearch.batch.kernels.kernel_pool import KernelLost, Kernels
from sxresearch.batch.manifest import BriefOutcome, RegionResult
from sxresearch.batch.run_id import file_hash
from sxresearch.brief.content.headline import read_headline
from sxresearch.brief.page.export import export_html
from sxresearch.errors import Fault, SxError
from sxresearch.files import publish_text, writable

ATTEMPTS = 2
"""How often a brief is tried when its kernel is lost; what the notebook itself does wrong is not tried again."""


@dataclass(frozen=True)
class Task:
    """One brief to make: what to execute with which parameters, in at most ``seconds``.

    ``own`` is the slice of the region (:mod:`sxresearch.region_slice`), cut when its turn comes.
    """

    region: str
    notebook: NotebookNode
    parameters: Mapping[str, Any]
    seconds: float
    own: bytes = field(default=b"", repr=False)


def make(task: Task, kernels: Kernels, folder: Path) -> RegionResult:
    """Make the brief in ``folder``. Never raises: what went wrong is in the result."""
    begun = time.monotonic()
    try:
        result = _made(task, kernels, folder)
    except SxError as problem:
        result = RegionResult(task.region, BriefOutcome.FAILED, 0.0, causes=problem.faults)
    except Exception as problem:  # the one place: it is recorded, and the other regions go on
        fault = Fault.of("unexpected", "", kind=type(problem).__name__, message=str(problem))
        trace = "".join(traceback.format_exception(problem))
        result = RegionResult(task.region, BriefOutcome.FAILED, 0.0, causes=(fault,), details=trace)
    if kernels.stopped and result.outcome is BriefOutcome.FAILED:
        result = RegionResult(task.region, BriefOutcome.INTERRUPTED, 0.0, causes=(Fault.of("interrupted", ""),))
    return replace(result, seconds=round(time.monotonic() - begun, 3))


def _made(task: Task, kernels: Kernels, folder: Path) -> RegionResult:
    executed, attempts = _executed(task, kernels)
    notebook = executed.notebook
    headline = read_headline(notebook)
    paths = (folder / f"{task.region}.ipynb", folder / f"{task.region}.html")
    with writable(paths[1]):
        export_html(notebook, paths[1])  # first: it refuses a notebook in which a section did not come out
    publish_text(paths[0], nbformat.writes(notebook) + "\n")
    files = {path.name: file_hash(path) for path in paths}
    return RegionResult(
        task.region,
        BriefOutcome.DONE,
        0.0,
        files=files,
        headline=headline,
        attempts=attempts,
        cell_seconds=executed.cell_seconds,
    )


def _executed(task: Task, kernels: Kernels) -> tuple[Executed, int]:
    for attempt in range(1, ATTEMPTS):
        try:
            return kernels.execute(task.notebook, task.parameters, seconds=task.seconds, own=task.own), attempt
        except KernelLost:
            if kernels.stopped:
                raise
    return kernels.execute(task.notebook, task.parameters, seconds=task.seconds, own=task.own), ATTEMPTS
