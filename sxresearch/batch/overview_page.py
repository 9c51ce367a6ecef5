"""What a run says over all its regions: the stored verdicts, the overview page, the matrix of the index."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.stored_verdicts import VERDICTS_FILE, load_verdicts, save_verdicts
from sxresearch.assessment.track_record.withholding import without_probabilities
from sxresearch.assessment.verdict import no_scenarios
from sxresearch.batch.manifest import Manifest, load_manifests
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.content.regions.departments import departments_content
from sxresearch.brief.content.regions.large_run import History, overview_of_all, overview_of_many
from sxresearch.brief.content.regions.matrix import MOST_REGIONS, Matrix
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, each_member
from sxresearch.brief.content.subject import PublishedRegions
from sxresearch.brief.page.department_sections import SECTIONS as DEPARTMENT_SECTIONS
from sxresearch.brief.page.overview_sections import SECTIONS as OVERVIEW_SECTIONS
from sxresearch.brief.page.section_page import write_sections
from sxresearch.brief.quality.contents import quality_content
from sxresearch.brief.quality.sections import SECTIONS as QUALITY_SECTIONS
from sxresearch.errors import BadParameter
from sxresearch.files import publish, writable
from sxresearch.freed_memory import give_back
from sxresearch.run_answers import JudgedRegions, answers_of

OVERVIEW, QUALITY, DEPARTMENTS = "overview.html", "quality.html", "departments.html"
FEWEST = 2  # regions; one alone has nothing to be compared with
_GIVEN_BACK_AFTER = 100  # regions


def write_run_overview(
    manifest: Manifest, out: Path, inputs: Inputs, parameters: Parameters, judged: JudgedRegions | None = None
) -> Matrix | None:
    """Store the verdicts of the finished regions; write their overview, the quality of their data and
    what the departments answer for (where any is named) as pages.

    ``judged`` holds the verdicts of the run; without it, or where it lacks a region, the regions are judged here. Where
    nobody else holds it, what is not published of it is given up before the overview is made.
    Nothing is written, and there is no matrix, for an interrupted run or fewer than FEWEST finished regions.

    Raises
    ------
    NotWritable
        If a file can't be written.
    """
    done = [result.region for result in manifest.done]
    if manifest.interrupted or len(done) < FEWEST:
        return None
    if judged is None or not judged.assessment.covers(done):
        judged = answers_of(inputs, done, parameters.as_of, parameters.target_year).judged
    folder = out / manifest.run
    with writable(folder / OVERVIEW):
        about = (inputs, done, parameters.as_of, parameters.lang)
        quality = quality_content(*about, internal=parameters.internal, judged=judged.held)
        write_sections(quality, QUALITY_SECTIONS, folder / QUALITY)
    del quality
    withholding = [result.region for result in manifest.done if (result.headline or {}).get("withheld")]
    answers = replace(judged.assessment, fans=judged.assessment.fans.iloc[:0], scenarios=no_scenarios())
    answers = without_probabilities(answers.of_regions(done), withholding)
    before, records = judged.before, judged.records_by_region(inputs)
    del judged
    published = PublishedRegions(inputs, answers, parameters.lang, internal=parameters.internal)
    del answers
    publish(folder / VERDICTS_FILE, partial(save_verdicts, published.verdicts))
    give_back()
    links = {code: f"{code}.html" for code in done}
    earlier = previous_verdicts(out, manifest.run, internal=manifest.internal)
    history = History(before, records, earlier)
    each = _giving_back(each_member(published, (inputs.regions[code] for code in done)))
    overview = overview_of_many if len(done) > MOST_REGIONS else overview_of_all
    content = overview(each, history, inputs, links, internal=parameters.internal)
    del published, each, history, before  # the pages are made from the content alone
    give_back()
    with writable(folder / OVERVIEW):
        write_sections(content, OVERVIEW_SECTIONS, folder / OVERVIEW, movable=True)
        shown = (content.members, len(done), links)
        if departments := departments_content(*shown, internal=parameters.internal):
            write_sections(departments, DEPARTMENT_SECTIONS, folder / DEPARTMENTS, movable=True)
    return content.matrix


def _giving_back(each: Iterable[RegionVerdicts]) -> Iterator[RegionVerdicts]:
    """The same; memory is given back now and then, of which thousands of regions leave much behind."""
    for place, member in enumerate(each, start=1):
        yield member
        if place % _GIVEN_BACK_AFTER == 0:
            give_back()


def previous_verdicts(out: Path, run: str, *, internal: bool = False) -> pd.DataFrame | None:
    """The verdicts of the latest other run in ``out`` that stored them readably; none if there is no such run.

    A run for publication is not compared with one that was for internal use.
    """
    for manifest in load_manifests(out):
        path = out / manifest.run / VERDICTS_FILE
        if manifest.run == run or manifest.internal != internal or not path.is_file():
            continue
        try:
            return load_verdicts(path)
        except BadParameter:  # of an older version, or damaged: then nothing can be compared
            continue
    return None
