"""Verdict tables and briefs of many regions, with the options already read. Takes seconds to load."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import load_frame, load_inputs
from sxresearch.assessment.ledger.judgement_columns import with_judgements
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.verdict import Details
from sxresearch.batch.assessment_run import assess_in_chunks
from sxresearch.batch.kernels.kernel_pool import Kernels
from sxresearch.batch.manifest import Manifest
from sxresearch.batch.parameters import Parameters, passed_over, settle, without_data, words_without
from sxresearch.batch.runner import Order, run_batch
from sxresearch.batch.verdict_files import check_table_path, write_table
from sxresearch.brief.page.export import export_one_page
from sxresearch.commands.console import tell, working
from sxresearch.commands.progress import batch_progress, show_summary
from sxresearch.files import refuse_held, refuse_overwriting, writable
from sxresearch.monitoring.intake.source_files import observation_files
from sxresearch.paths import BRIEF, OBSERVATIONS, PLANS


def write_verdicts(
    parameters: Parameters, regions: Sequence[str], out: Path, *, jobs: int, scheduler: str | None = None
) -> Path:
    """Judge the targets of the regions and write the verdict table to ``out``.

    Without ``internal`` the numbers behind small counts of counties are left out. Parquet files are read and judged in
    parts, on ``jobs`` cores; on a cluster everything is.
    """
    check_table_path(out)
    plans, paths = parameters.plans or PLANS, parameters.observations or OBSERVATIONS
    refuse_overwriting([out], parameters.read_paths)
    refuse_held([out])
    in_parts = scheduler or all(path.suffix.lower() == ".parquet" for path in observation_files(paths))
    with working("cli-reading"):
        read = load_frame if in_parts else load_inputs
        inputs = read(plans, paths, plan_ids=parameters.plan_ids, as_of=parameters.as_of)
    codes = settle(regions, parameters, inputs)
    with working("cli-assessing"):
        if in_parts:
            verdicts = assess_in_chunks(inputs, codes, parameters, jobs=jobs, scheduler=scheduler)
        else:
            judged = assess(inputs, codes, parameters.as_of, parameters.target_year, details=Details.REASONS)
            verdicts = published_verdicts(judged, inputs, internal=parameters.internal).verdicts
    verdicts = with_judgements(verdicts, inputs.judgements)
    path = write_table(verdicts, out, internal=parameters.internal)
    tell("cli-assessed", rows=str(len(verdicts)), regions=str(len(codes)))
    if verdicts["synthetic"].eq(True).any():
        tell("cli-synthetic")
    return path


@dataclass(frozen=True)
class BatchOptions:
    """How a batch is made: ``jobs`` at once here, or on the cluster of ``scheduler``.

    ``resume`` keeps what still holds; ``front`` lets the front page of the reports show the run; ``reports`` adds the
    evaluation reports.
    """

    jobs: int
    front: bool = True
    resume: bool = False
    scheduler: str | None = None
    reports: bool = False


def make_briefs(parameters: Parameters, regions: Sequence[str], out: Path, options: BatchOptions) -> Manifest:
    """Make the briefs of the regions in ``out`` and say how it went; one without data costs the others nothing."""
    refuse_overwriting([out], parameters.read_paths)
    with ExitStack() as stack:
        kernels = None if options.scheduler else stack.enter_context(Kernels(forked=True))  # gets ready meanwhile
        with working("cli-reading"):
            plans, paths = parameters.plans or PLANS, parameters.observations or OBSERVATIONS
            inputs = load_inputs(plans, paths, plan_ids=parameters.plan_ids, as_of=parameters.as_of)
        blank = without_data(regions, inputs)
        codes = settle(words_without(regions, blank) or regions, parameters, inputs)
        if count := passed_over(regions, inputs):
            tell("cli-passed-over", count=str(count))
        order = Order(
            inputs,
            parameters,
            codes,
            BRIEF,
            out,
            front=options.front,
            scheduler=options.scheduler,
            asked=tuple(regions),
            without_data=blank,
            reports=options.reports,
        )
        with batch_progress(len(codes) + len(blank), inputs.regions) as watch:
            jobs = min(options.jobs, len(codes))
            manifest = run_batch(order, jobs=jobs, resume=options.resume, watch=watch, kernels=kernels)
    show_summary(manifest, inputs.regions)
    return manifest


def write_one_page_of(run: Path, region: str) -> Path:
    """Write the one-page version beside the brief of a run, out of its executed notebook."""
    out = run / f"{region}.one-page.html"
    with writable(out):
        return export_one_page(run / f"{region}.ipynb", out)
