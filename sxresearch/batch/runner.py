"""Running a notebook for many regions: one failure never stops the rest, nothing is half published."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from nbformat import NotebookNode

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.index_pages_of_runs import write_reports_index, write_run_index
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.kernels.notebook_parameters import check_names, read_notebook
from sxresearch.batch.lock import locked
from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult, load_manifest
from sxresearch.batch.one_brief import Task, make
from sxresearch.batch.overview_page import write_run_overview
from sxresearch.batch.parameters import Parameters, check_years
from sxresearch.batch.reuse.content_hash import content_hashes
from sxresearch.batch.reuse.kept_answers import KeptAnswers
from sxresearch.batch.reuse.reused_briefs import reused_briefs
from sxresearch.batch.reuse.unchanged_run import finished_before, is_whole
from sxresearch.batch.run_id import Identity, common_hash, identify, sha256
from sxresearch.batch.run_links import link_pages
from sxresearch.errors import Fault
from sxresearch.files import NotWritable, sweep
from sxresearch.freed_memory import give_back
from sxresearch.garbage_collection import collection_paused
from sxresearch.paths import KEPT, OBSERVATIONS, PLANS
from sxresearch.region_slice import Asked, RunSlices
from sxresearch.run_answers import JudgedRegions, RunAnswers, Workers, answers_of
from sxresearch.worker_processes import WAITING_STEP

SECONDS_PER_BRIEF = 900.0
"""A brief takes well under a minute; what runs this long hangs."""
SAVING_SHARE = 20
"""A manifest of thousands of regions takes its time to write: at most every twentieth moment goes into it."""


@dataclass(frozen=True)
class Order:
    """What a run is asked to make.

    ``front`` asks for ``reports/index.html`` to show this run, ``forked`` for forked kernels where that is possible;
    with the address of a dask ``scheduler`` the briefs are made on its workers. ``asked`` are the words that meant
    the ``regions``; those ``without_data`` were asked for too, and only their cause is recorded. ``reports`` asks for
    the evaluation reports of every region too.
    """

    inputs: Inputs
    parameters: Parameters
    regions: tuple[str, ...]
    notebook: Path
    out: Path
    front: bool = True
    seconds_per_brief: float = SECONDS_PER_BRIEF
    forked: bool = True
    scheduler: str | None = None
    asked: tuple[str, ...] = ()
    without_data: tuple[str, ...] = ()
    reports: bool = False

    def identity(self) -> Identity:
        """The hash of everything that can change the briefs."""
        files = [source for source in self.inputs.observations.sources if source.path]
        observed = [(source.name, source.sha256) for source in files]
        return identify(observed, self.parameters, self.regions, self.notebook)


Watch = Callable[[RegionResult], object]
"""Told of every region as it ends, also of those that ``resume`` found done."""


def run_batch(
    order: Order,
    *,
    jobs: int,
    resume: bool = False,
    watch: Watch = lambda _result: None,
    kernels: Kernels | None = None,
) -> Manifest:
    """Make the briefs of all regions of ``order`` in ``order.out/<run>/``.

    ``kernels`` are those that were got ready while the figures were read; they are closed after the last brief.

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
        return _Run(order, notebook, watch, kernels).perform(jobs, resume)


class _Run:
    """One run of an order, from its identity to its index pages."""

    def __init__(self, order: Order, notebook: NotebookNode, watch: Watch, kernels: Kernels | None):
        self.identity = order.identity()
        self.order = order
        self.notebook = notebook
        self.watch = watch
        self.kernels = kernels
        self.folder = order.out / self.identity.run
        self.begun = time.monotonic()
        self.contents: Mapping[str, str] = {}
        self.judged: JudgedRegions | None = None
        self.manifest = Manifest(
            self.identity.run, self.identity, order.notebook.name, order.parameters.lang.value, _now(), order.asked
        )
        self.manifest.stores = order.parameters.stores
        self.manifest.judged_on = _day(order.inputs.observations.judged_on)
        self._save_again = 0.0

    def perform(self, jobs: int, resume: bool) -> Manifest:
        """Execute, publish, and write manifest and index pages, whatever became of the regions."""
        sweep(self.folder)
        earlier = load_manifest(self.folder) if resume else None
        finished = finished_before(earlier, self.folder)
        if earlier and self._stands(earlier, finished):
            for result in earlier.regions.values():
                self.watch(result)
            return earlier
        for result in (*finished, *self._blank()):
            self._record(result)
        if self._waiting():
            with self._interruptible():
                self._perform_rest(jobs, resume)
        self._close()
        return self.manifest

    def _stands(self, earlier: Manifest, finished: Sequence[RegionResult]) -> bool:
        wanted = {*self.order.regions, *self.order.without_data}
        if self.order.reports and not all(result.still_reported(self.folder) for result in finished):
            return False
        everything = len(finished) == len(self.order.regions) and set(earlier.regions) == wanted
        return everything and is_whole(earlier, self.order.out, front=self.order.front)

    def _blank(self) -> Iterator[RegionResult]:
        for code in self.order.without_data:
            cause = Fault.of("region-without-data", "", code=code, name=self.order.inputs.regions[code].name)
            yield RegionResult(code, BriefOutcome.FAILED, 0.0, causes=(cause,))

    def _waiting(self) -> list[str]:
        return [code for code in self.order.regions if code not in self.manifest.regions]

    def _perform_rest(self, jobs: int, resume: bool) -> None:
        if self.order.scheduler:
            self._on_cluster(self.order.scheduler, resume)
            return
        with self.kernels or Kernels(forked=self.order.forked) as kernels:
            slices = self._slices(partial(kernels.side_by_side, processes=jobs), resume)
            if self._waiting():
                kernels.share(slices.common, self.order.parameters.lang)
                self._here(kernels, jobs, slices)

    def _slices(self, workers: Workers, resume: bool) -> RunSlices:
        """Have the regions judged, and with ``resume`` take what earlier runs judged, and made, of the same content; it
        gives what the other briefs will read.
        """
        order, asked = self.order, self.order.parameters
        kept = partial(KeptAnswers(KEPT, self.identity, use=resume).worked, workers)
        answers = answers_of(order.inputs, order.regions, asked.as_of, asked.target_year, workers=kept)
        self.judged, self.contents = answers.judged, self._hashed(answers)
        if resume:
            for result in reused_briefs(order.out, self.folder, self.contents, self._waiting()):
                self._record(result)
        words = asked.plans or PLANS, asked.observations or OBSERVATIONS, asked.plan_ids, asked.as_of
        return RunSlices(answers, Asked.of(*words), asked.internal)

    def _hashed(self, answers: RunAnswers) -> dict[str, str]:
        """The hash of all that each brief rests on."""
        asked = self.order.parameters
        common = common_hash(self.identity, asked)
        found = content_hashes(answers, self.order.regions, internal=asked.internal)
        give_back()
        return {region: sha256(f"{common} {own}".encode()) for region, own in found.items()}

    def _here(self, kernels: Kernels, jobs: int, slices: RunSlices) -> None:
        self.manifest.engine = kernels.engine

        def made(code: str) -> RegionResult:
            return make(self._task(code, slices), kernels, self.folder)

        with ThreadPoolExecutor(max_workers=jobs) as pool:
            futures = [pool.submit(made, code) for code in self._waiting()]
            try:
                self._collect(_as_they_end(futures))
            finally:
                kernels.stop()  # after an interruption those that wait give up at once
                self._collect(_as_they_end(futures))

    def _on_cluster(self, address: str, resume: bool) -> None:
        from sxresearch.batch.cluster import connected  # an extra that few need

        self.manifest.engine = address
        with connected(address) as cluster:
            slices = self._slices(cluster.worked, resume)
            waiting = self._waiting()
            tasks = (self._task(code, slices) for code in waiting)
            with closing(cluster.made(tasks, slices.common, self.order.parameters.lang, self.folder)) as results:
                self._collect(results)

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """After Ctrl-C what is finished stays; the rest is listed as interrupted."""
        try:
            yield
        except KeyboardInterrupt:
            self.manifest.interrupted = True
            cause = Fault.of("interrupted", "")
            self._collect(
                RegionResult(code, BriefOutcome.INTERRUPTED, 0.0, causes=(cause,)) for code in self._waiting()
            )

    def _task(self, region: str, slices: RunSlices) -> Task:
        parameters = {"region": region, **self.order.parameters.given()}
        own = slices.of(region)
        give_back()  # 5 ms, for 100 MB and more that the C library would keep
        return Task(region, self.notebook, parameters, self.order.seconds_per_brief, own)

    def _collect(self, results: Iterable[RegionResult]) -> None:
        for result in results:
            if result.region not in self.manifest.regions:
                self._record(replace(result, content=self.contents.get(result.region, "")))

    def _record(self, result: RegionResult) -> None:
        self.manifest.regions[result.region] = result
        begun = time.monotonic()
        if begun >= self._save_again:
            with suppress(NotWritable):  # held by another program for now: the next one, or the last, holds it all
                self.manifest.save(self.folder)
            ended = time.monotonic()
            self._save_again = ended + SAVING_SHARE * (ended - begun)
        self.watch(result)

    def _close(self) -> None:
        manifest = self.manifest
        codes = [region.code for region in self.order.inputs.regions if region.code in manifest.regions]
        manifest.regions = {code: manifest.regions[code].as_found_in(self.folder) for code in codes}
        manifest.save(self.folder)
        if self.order.reports and not manifest.interrupted:
            from sxresearch.batch.run_reports import add_reports  # all that writes Word, and few runs ask for it

            with self._interruptible():
                save = partial(manifest.save, self.folder)
                add_reports(manifest, self.folder, self.order.inputs, self.order.parameters, save, self.judged)
        self._write_pages()
        if not manifest.interrupted:
            manifest.finished = _now()  # now every page is there
        manifest.seconds = round(time.monotonic() - self.begun, 3)
        manifest.save(self.folder)

    @collection_paused()  # a sixth of the time went into a search that finds nothing
    def _write_pages(self) -> None:
        """The pages over all regions."""
        manifest, regions = self.manifest, self.order.inputs.regions
        about = manifest, self.order.out, self.order.inputs, self.order.parameters
        cells = write_run_overview(*about, self._judged_for_the_last_time())
        link_pages(manifest, self.folder, regions)
        write_run_index(manifest, self.folder, regions, cells=cells)
        whole = self.order.front and not manifest.interrupted
        write_reports_index(manifest, self.order.out, regions, whole=whole, cells=cells)

    def _judged_for_the_last_time(self) -> JudgedRegions | None:
        """What was judged, of which nothing is kept here: of thousands of regions it takes a gibibyte."""
        found, self.judged = self.judged, None
        return found


def _as_they_end(futures: Iterable[Future[RegionResult]]) -> Iterator[RegionResult]:
    """Results in the order in which they end; waited for in short steps, between which Windows lets Ctrl-C through."""
    running = set(futures)
    while running:
        ended, running = wait(running, timeout=WAITING_STEP, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in ended)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
