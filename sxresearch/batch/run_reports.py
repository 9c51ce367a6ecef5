"""The evaluation reports of a run, beside its briefs: made where they don't lie there as they were written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.manifest import Manifest, RegionResult
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.run_id import file_hash
from sxresearch.brief.content.panel_record import AssessedRegions, assessed_regions
from sxresearch.brief.report.evaluated_plan import judged_with
from sxresearch.brief.report.region_reports import ReportWishes, reports_of, write_report
from sxresearch.errors import Fault, SxError
from sxresearch.run_answers import JudgedRegions

FOLDER = "evaluations"
"""Folder of the reports, in the folder of a run and in that of all results."""

_NOTHING_YET: dict[str, str] = {}


def add_reports(
    manifest: Manifest,
    folder: Path,
    inputs: Inputs,
    parameters: Parameters,
    save: Callable[[], object],
    known: JudgedRegions | None = None,
) -> None:
    """Make the mid-term reports of every finished region that has none, and enter them in the manifest.

    ``known`` holds the verdicts of the run; without it, or where it lacks a region, the regions are judged here.
    A report that can't be made is entered with its cause and costs neither the brief nor the other reports; ``save`` is
    called after each region, so that a run which is killed can be continued.
    """
    waiting = [result.region for result in manifest.done if not result.still_reported(folder)]
    if not waiting:
        return
    together = judged_with(inputs, waiting)
    if known and known.assessment.covers(together):
        judged = known.assessed(inputs)
    else:
        judged = assessed_regions(inputs, together, parameters.as_of, parameters.target_year)
    for code in waiting:
        manifest.regions[code] = _reported(manifest.regions[code], folder, judged, parameters)
        save()


def _reported(
    result: RegionResult,
    folder: Path,
    judged: AssessedRegions,
    parameters: Parameters,
) -> RegionResult:
    try:
        paths = _written(result.region, folder / FOLDER, judged, parameters)
    except SxError as problem:
        return replace(result, reports=_NOTHING_YET, report_causes=problem.faults)
    except Exception as problem:  # as for a brief: it is recorded, and the others go on
        cause = Fault.of("unexpected", "", kind=type(problem).__name__, message=str(problem))
        return replace(result, reports=_NOTHING_YET, report_causes=(cause,))
    hashes = {path.relative_to(folder).as_posix(): file_hash(path) for path in paths}
    return replace(result, reports=hashes, report_causes=())


def _written(region: str, folder: Path, judged: AssessedRegions, parameters: Parameters) -> Sequence[Path]:
    record, lang, internal = judged.records[region], parameters.lang, parameters.internal
    contents = reports_of(judged.inputs, judged.assessment, region, ReportWishes(), lang, record, internal=internal)
    return [path for content in contents for path in write_report(content, folder)]
