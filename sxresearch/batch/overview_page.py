"""What a run says over all its regions: the stored verdicts, the overview page, the matrix of the index."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.stored_verdicts import VERDICTS_FILE, load_verdicts, save_verdicts
from sxresearch.batch.manifest import Manifest, load_manifests
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.content.matrix import Matrix, matrix
from sxresearch.brief.content.overview import overview_of
from sxresearch.brief.content.published_verdicts import records, without_withheld
from sxresearch.brief.content.region_verdicts import RegionVerdicts, members
from sxresearch.brief.page.overview_sections import write_overview
from sxresearch.errors import BadParameter
from sxresearch.files import publish, writable

OVERVIEW = "overview.html"
FEWEST = 2  # regions; one alone has nothing to be compared with


def write_overall(manifest: Manifest, out: Path, inputs: Inputs, parameters: Parameters) -> Matrix | None:
    """Store the verdicts of the finished regions and write their overview beside the manifest.

    Nothing is written, and there is no matrix, for an interrupted run or fewer than FEWEST finished regions.

    Raises
    ------
    NotWritable
        If a file can't be written.
    """
    done = [result.region for result in manifest.done]
    if manifest.interrupted or len(done) < FEWEST:
        return None
    assessment = assess(inputs, done, parameters.as_of, parameters.target_year)
    shown = members(inputs, assessment, parameters.lang)
    apart = [member.region.code for member in shown if not _agrees(member, manifest)]
    if apart:  # their briefs withhold probabilities: so must the pages over all regions
        assessment = without_withheld(assessment, records(inputs, apart, parameters.as_of))
        shown = members(inputs, assessment, parameters.lang)
    folder = out / manifest.run
    publish(folder / VERDICTS_FILE, lambda part: save_verdicts(assessment.verdicts, part))
    with writable(folder / OVERVIEW):
        _write(shown, folder / OVERVIEW, previous_verdicts(out, manifest.run))
    return matrix(shown)


def _agrees(member: RegionVerdicts, manifest: Manifest) -> bool:
    """Whether the brief counts as many targets without an answer as the verdicts do."""
    headline = manifest.regions[member.region.code].headline or {}
    return bool(headline.get("counts", {}).get("not_assessable") == member.counts.not_assessable)


def _write(shown: Sequence[RegionVerdicts], page: Path, before: pd.DataFrame | None) -> None:
    links = {member.region.code: f"{member.region.code}.html" for member in shown}
    write_overview(overview_of(shown, before=before, links=links), page)


def previous_verdicts(out: Path, run: str) -> pd.DataFrame | None:
    """The verdicts of the latest other run in ``out`` that stored them readably; none if there is no such run."""
    for manifest in load_manifests(out):
        path = out / manifest.run / VERDICTS_FILE
        if manifest.run == run or not path.is_file():
            continue
        try:
            return load_verdicts(path)
        except BadParameter:  # of an older version, or damaged: then nothing can be compared
            continue
    return None
