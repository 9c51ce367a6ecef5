"""Running a notebook for many regions: one failure never stops the rest, nothing is half published."""

import time
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.front import write_front, write_run_index
from sxresearch.batch.identity import Identity, file_hash, identify
from sxresearch.batch.kernels import Kernels
from sxresearch.batch.lock import locked
from sxresearch.batch.manifest import Manifest, Outcome, RegionResult, load_manifest
from sxresearch.batch.notebook import check_names, read_notebook
from sxresearch.batch.parameters import Parameters, check_years
from sxresearch.batch.publish import publish_text, sweep, writable
from sxresearch.brief.export import export_html
from sxresearch.brief.headline import read_headline
from sxresearch.errors import Fault, SxError

SECONDS_PER_BRIEF = 900.0
"""A brief takes well under a minute; what runs this long hangs."""


@dataclass(frozen=True)
class Order:
    """What a run is asked to make. ``front`` asks for ``reports/index.html`` to show this run."""

    inputs: Inputs
    parameters: Parameters
    regions: tuple[str, ...]
    notebook: Path
    out: Path
    front: bool = True
    seconds_per_brief: float = SECONDS_PER_BRIEF

    def identity(self) -> Identity:
        """The hash of everything that can change the briefs."""
        return identify(self.inputs, self.parameters, self.regions, self.notebook)


Watch = Callable[[RegionResult], object]
"""Told of every region as it ends, also of those that ``resume`` found done."""


def run_batch(order: Order, *, jobs: int, resume: bool = False, watch: Watch = lambda _result: None) -> Manifest:
    """Make the briefs of all regions of ``order`` in ``order.out/<run>/``.

    Ctrl-C ends it early: what is finished stays, and the manifest says what is missing.

    Raises
    ------
    BadParameter
        Before anything is written, if a parameter can't be used.
    BatchBusy
        If another run writes into the same folder.
    NotWritable
        If manifest or index can't be written.
    """
    notebook = read_notebook(order.notebook)
    check_names({"region": "", **order.parameters.given()}, notebook, order.notebook)
    check_years(order.parameters.as_of, order.parameters.target_year, order.inputs)
    with locked(order.out):
        return _Run(order, notebook, watch).perform(jobs, resume)


class _Run:
    """One run of an order, from its identity to its index pages."""

    def __init__(self, order: Order, notebook: NotebookNode, watch: Watch):
        identity = order.identity()
        self.order = order
        self.notebook = notebook
        self.watch = watch
        self.folder = order.out / identity.run
        self.begun = time.monotonic()
        self.manifest = Manifest(identity.run, identity, order.notebook.name, order.parameters.lang.value, _now())

    def perform(self, jobs: int, resume: bool) -> Manifest:
        """Execute, publish, and write manifest and index pages, whatever became of the regions."""
        sweep(self.folder)
        finished = self._finished_before() if resume else {}
        for result in finished.values():
            self._record(result)
        waiting = [code for code in self.order.regions if code not in finished]
        with Kernels() as kernels, ThreadPoolExecutor(max_workers=jobs) as pool:
            futures = [pool.submit(self._attempt, code, kernels) for code in waiting]
            try:
                self._collect(as_completed(futures))
            except KeyboardInterrupt:
                self.manifest.interrupted = True
                kernels.stop()
                self._collect(as_completed(futures))  # those that wait give up at once
            finally:
                kernels.stop()
        self._close()
        return self.manifest

    def _finished_before(self) -> dict[str, RegionResult]:
        """Briefs of the same run that lie there unchanged: same name, same inputs, code and parameters."""
        earlier = load_manifest(self.folder)
        results = earlier.regions.values() if earlier else ()
        return {result.region: result for result in results if result.still_published(self.folder)}

    def _collect(self, futures: Iterable[Future[RegionResult]]) -> None:
        for future in futures:
            result = future.result()
            if result.region not in self.manifest.regions:
                self._record(result)

    def _record(self, result: RegionResult) -> None:
        self.manifest.regions[result.region] = result
        self.manifest.save(self.folder)
        self.watch(result)

    def _attempt(self, region: str, kernels: Kernels) -> RegionResult:
        begun = time.monotonic()
        try:
            result = self._brief(region, kernels)
        except SxError as problem:
            result = RegionResult(region, Outcome.FAILED, 0.0, causes=problem.faults)
        except Exception as problem:  # the one place: it is recorded, and the other regions go on
            fault = Fault.of("unexpected", "", kind=type(problem).__name__, message=str(problem))
            trace = "".join(traceback.format_exception(problem))
            result = RegionResult(region, Outcome.FAILED, 0.0, causes=(fault,), details=trace)
        if kernels.stopped and result.outcome is Outcome.FAILED:
            result = RegionResult(region, Outcome.INTERRUPTED, 0.0, causes=(Fault.of("interrupted", ""),))
        return replace(result, seconds=round(time.monotonic() - begun, 3))

    def _brief(self, region: str, kernels: Kernels) -> RegionResult:
        parameters: dict[str, Any] = {"region": region, **self.order.parameters.given()}
        executed = kernels.execute(self.notebook, parameters, seconds=self.order.seconds_per_brief)
        headline = read_headline(executed)
        paths = (self.folder / f"{region}.ipynb", self.folder / f"{region}.html")
        publish_text(paths[0], nbformat.writes(executed) + "\n")
        with writable(paths[1]):
            export_html(executed, paths[1])
        files = {path.name: file_hash(path) for path in paths}
        return RegionResult(region, Outcome.DONE, 0.0, files=files, headline=headline)

    def _close(self) -> None:
        manifest = self.manifest
        manifest.regions = {code: manifest.regions[code] for code in self.order.regions}
        manifest.finished, manifest.seconds = _now(), round(time.monotonic() - self.begun, 3)
        manifest.save(self.folder)
        write_run_index(manifest, self.folder, self.order.inputs.regions)
        whole = self.order.front and not manifest.interrupted
        write_front(manifest, self.order.out, self.order.inputs.regions, whole=whole)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
