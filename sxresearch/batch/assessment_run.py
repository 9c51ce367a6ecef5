"""Assessing in chunks: on the cores of this machine or on a cluster, each process holding one chunk's figures only."""

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.chunks import Chunk, ChunkAssessment, chunks_of, joined
from sxresearch.batch.cluster import connected
from sxresearch.batch.parameters import Parameters
from sxresearch.errors import BadObservations, SxError
from sxresearch.monitoring.intake.source_files import observation_files
from sxresearch.monitoring.loading import load_observations
from sxresearch.paths import OBSERVATIONS
from sxresearch.worker_processes import side_by_side


class ChunkLost(SxError):
    """A process that was to judge a chunk is gone."""


def assess_in_chunks(
    frame: Inputs, regions: Sequence[str], parameters: Parameters, *, jobs: int, scheduler: str | None = None
) -> pd.DataFrame:
    """The verdict table of an assessment in one go, made chunk by chunk.

    Parameters
    ----------
    frame
        The inputs without figures, see :func:`sxresearch.assessment.inputs.load_frame`.
    regions
        Codes of the regions to judge.
    parameters
        Where the figures are, and the years.
    jobs
        Processes on this machine, where no ``scheduler`` is given.

    Raises
    ------
    BadObservations
        With every fault of the figures, as if they had been read as a whole.
    ChunkLost
        If a process ended before it had answered.
    """
    files = observation_files(parameters.observations or OBSERVATIONS)
    paths = tuple(path.resolve() for path in files)  # workers may stand in another folder
    as_of = parameters.as_of or frame.extent.years()[1]
    job = ChunkAssessment(frame, paths, tuple(regions), as_of, parameters.target_year, parameters.internal)
    chunks = chunks_of(frame.plans)
    try:
        tables = list(_on_cluster(scheduler, job, chunks) if scheduler else _here(job, chunks, jobs))
    except BadObservations:
        load_observations(paths, frame.register)  # a chunk knows its own faults only: this names those of all
        raise
    return joined([table for table in tables if not table.empty], frame.plans, tuple(regions))


def _here(job: ChunkAssessment, chunks: Sequence[Chunk], jobs: int) -> Iterator[pd.DataFrame]:
    try:
        yield from side_by_side(job, chunks, jobs)
    except BrokenProcessPool as problem:
        raise ChunkLost.of("chunk-lost", problem=str(problem)) from problem


def _on_cluster(address: str, job: ChunkAssessment, chunks: Sequence[Chunk]) -> Iterator[pd.DataFrame]:
    with connected(address) as cluster:
        for _, answer in cluster.in_any_order(job, chunks):
            if isinstance(answer, SxError):
                raise answer
            if isinstance(answer, BaseException):
                raise ChunkLost.of("chunk-lost", problem=f"{type(answer).__name__}: {answer}") from answer
            yield answer
