"""Evaluation reports of several regions: judged together, written one by one; a failure costs the others nothing."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sxresearch.assessment.inputs import load_inputs
from sxresearch.batch.parameters import Parameters, settle
from sxresearch.batch.run_reports import FOLDER
from sxresearch.brief.content.panel_record import AssessedRegions, assessed_regions
from sxresearch.brief.report.evaluated_plan import judged_with
from sxresearch.brief.report.region_reports import ReportWishes, reports_of, write_report
from sxresearch.brief.report.report_style import check_template
from sxresearch.commands.console import tell, working
from sxresearch.errors import EXIT_DONE_WITH_FAILURES, BadParameter, Fault, SxError
from sxresearch.files import NotWritable, refuse_overwriting, writable
from sxresearch.paths import OBSERVATIONS, PLANS


class NotAllWritten(SxError):
    """Some reports could not be made; ``written`` are the files of the others."""

    exit_code = EXIT_DONE_WITH_FAILURES

    def __init__(self, faults: Iterable[Fault], written: Sequence[Path] = ()):
        super().__init__(faults)
        self.written = tuple(written)


def make_reports(wishes: ReportWishes, regions: Sequence[str], parameters: Parameters, out: Path) -> list[Path]:
    """Write the reports into ``out/evaluations``: a Word file and a workbook for each region and plan.

    Raises
    ------
    BadParameter
        If a region, year, plan or the template can't be used; or if none of the reports can be made.
    NotAllWritten
        If some of them could not be made or written; the others are.
    """
    folder = out / FOLDER
    refuse_overwriting([out, folder], [*parameters.read_paths, *filter(None, [wishes.template])])
    check_template(wishes.template)
    with working("cli-reading"):
        plans, paths = parameters.plans or PLANS, parameters.observations or OBSERVATIONS
        inputs = load_inputs(plans, paths, plan_ids=parameters.plan_ids, as_of=parameters.as_of)
    codes = settle(regions, parameters, inputs)
    with working("cli-assessing"):
        judged = assessed_regions(inputs, judged_with(inputs, codes), parameters.as_of)
    written: list[Path] = []
    faults: list[Fault] = []
    with working("cli-reports"), writable(folder):
        for code in codes:
            try:
                written += _of_region(judged, code, wishes, parameters, folder)
            except (BadParameter, NotWritable) as problem:
                faults += problem.faults
    if judged.assessment.of_regions(codes).verdicts["synthetic"].eq(True).any():
        tell("cli-synthetic")
    if faults:
        raise NotAllWritten(faults, written) if written else BadParameter(faults)
    return written


def _of_region(
    judged: AssessedRegions, code: str, wishes: ReportWishes, parameters: Parameters, folder: Path
) -> Iterator[Path]:
    record, lang, internal = judged.records[code], parameters.lang, parameters.internal
    for content in reports_of(judged.inputs, judged.assessment, code, wishes, lang, record, internal=internal):
        yield from write_report(content, folder, wishes.template)
