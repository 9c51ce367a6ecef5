"""The index pages: of one run beside its briefs, and of the reports folder over all runs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult, load_manifests
from sxresearch.batch.overview_page import DEPARTMENTS, OVERVIEW, QUALITY
from sxresearch.batch.run_differences import data_files, differences, parameters_of
from sxresearch.brief.content.regions.matrix import MOST_REGIONS, Matrix
from sxresearch.brief.page.index_pages import Entry, ProvinceIndex, Run, render_index, render_province, render_runs
from sxresearch.files import writable
from sxresearch.language import say
from sxresearch.monitoring.store.reports import CHINA
from sxresearch.paths import INDEX
from sxresearch.plan.regions import Regions
from sxresearch.terms import Language, Level

RUNS = "runs.html"


def write_run_index(manifest: Manifest, folder: Path, regions: Regions, *, cells: Matrix | None = None) -> Path:
    """``reports/<run>/index.html``: every brief of the run with its headline counts, and the matrix ``cells``."""
    return _write_index(manifest, folder / INDEX, regions, cells)


def write_reports_index(
    manifest: Manifest, out: Path, regions: Regions, *, whole: bool, cells: Matrix | None = None
) -> Path:
    """``reports/runs.html`` over all runs, and ``reports/index.html`` with the briefs of this run.

    A run that is not ``whole`` (regions asked for by name, or interrupted) leaves an existing index as it is.
    """
    with writable(out):
        language = Language(manifest.lang)
        render_runs(list(_runs(out, language)), out / RUNS, language=language)
    if whole or not (out / INDEX).exists():
        _write_index(manifest, out / INDEX, regions, cells, beside=f"{manifest.run}/", runs=RUNS)
    return out / INDEX


def _write_index(
    manifest: Manifest, path: Path, regions: Regions, cells: Matrix | None, *, beside: str = "", runs: str = ""
) -> Path:
    language = Language(manifest.lang)
    found = [_entry(result, regions, language, beside) for result in manifest.regions.values()]
    entries = sorted(found, key=lambda entry: entry.synthetic)  # real figures first, else the order of the region list
    parts = list(_parts(entries, regions, language, beside)) if len(entries) > MOST_REGIONS else []
    with writable(path):
        for part in parts if not beside else ():
            render_province(part, path.parent / part.file, run=manifest.run, language=language, back=path.name)
        overview, quality = (f"{beside}{page}" if cells else "" for page in (OVERVIEW, QUALITY))
        named = cells is not None and bool(cells.departments)
        return render_index(
            entries,
            path,
            run=manifest.run,
            language=language,
            cells=cells,
            overview=overview,
            quality=quality,
            departments=f"{beside}{DEPARTMENTS}" if named else "",
            runs=runs,
            parts=parts,
        )


def _parts(entries: list[Entry], regions: Regions, language: Language, beside: str) -> Iterator[ProvinceIndex]:
    """The pages of a large run's provinces: the briefs of each and of the regions within it."""
    for province in regions:
        if province.level is Level.PROVINCE:
            within = tuple(entry for entry in entries if province in (regions[entry.region], *entry.within))
            if within:
                yield ProvinceIndex(province.title(language), f"{beside}index-{province.code}.html", within)


def _entry(result: RegionResult, regions: Regions, language: Language, beside: str) -> Entry:
    region = regions[result.region]
    return Entry(
        region=region.code,
        name=region.title(language),
        level=region.level,
        file=f"{beside}{region.code}.html" if result.outcome is BriefOutcome.DONE else "",
        headline=result.headline,
        cause="".join(cause.sentence(language) for cause in result.causes),
        reports=tuple(f"{beside}{name}" for name in result.reports),
        report_cause="".join(cause.sentence(language) for cause in result.report_causes),
        within=tuple(above for above in regions.above(region.code) if above.level is not Level.NATION),
    )


def _runs(out: Path, language: Language) -> Iterator[Run]:
    """All runs of the folder, the latest first, each with what is other than in the one before."""
    manifests = load_manifests(out)
    for manifest, before in zip_longest(manifests, manifests[1:]):
        headlines = [result.headline or {} for result in manifest.done]
        years = sorted({str(headline["as_of"]) for headline in headlines if "as_of" in headline})
        yield Run(
            name=manifest.run,
            file=f"{manifest.run}/{INDEX}",
            briefs=len(manifest.done),
            failed=len(manifest.not_done),
            synthetic=manifest.synthetic,
            internal=manifest.internal,
            made=_moment(manifest.started),
            as_of=say("brief-list-separator", language).join(years),
            data=data_files(manifest.identity),
            parameters=parameters_of(manifest, language),
            differs=differences(manifest.identity, before.identity, language) if before else (),
            first=before is None,
        )


def _moment(started: str) -> str:
    """A moment of a manifest (ISO 8601, UTC) as clocks in China showed it."""
    moment = datetime.fromisoformat(started)
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
