"""Linking the pages of a run with one another once they are all there, and only those that are there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sxresearch.batch.manifest import BriefOutcome, Manifest, RegionResult
from sxresearch.batch.overview_page import OVERVIEW
from sxresearch.batch.run_id import file_hash
from sxresearch.brief.content.comparison.neighbours import neighbours
from sxresearch.brief.page.page_links import Page, linked, places_in
from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.files import publish_bytes, writable
from sxresearch.language import say
from sxresearch.paths import INDEX
from sxresearch.plan.regions import Regions
from sxresearch.terms import Language


def link_pages(manifest: Manifest, folder: Path, regions: Regions) -> None:
    """Set the links of every finished brief and of the overview in ``folder``; the manifest learns the new hashes.

    Raises
    ------
    NotWritable
        If a page can't be written.
    """
    files = {result.region: f"{result.region}.html" for result in manifest.done}
    # each page is read twice: thousands of them are not held in memory together
    pages = {code: Page(file, places_in(_text(folder / file))) for code, file in files.items()}
    for code, file in files.items():
        text = _text(folder / file)
        ways_out = list(_ways_out(manifest, folder, regions, code))
        if _written(folder / file, text, linked(text, pages, ways_out)):
            manifest.regions[code] = _with_new_hash(manifest.regions[code], folder)
    overview = folder / OVERVIEW
    if overview.is_file():
        text = _text(overview)
        _written(overview, text, linked(text, pages, [(INDEX, say("brief-way-index", Language(manifest.lang)))]))


def _ways_out(manifest: Manifest, folder: Path, regions: Regions, code: str) -> Iterator[tuple[str, str]]:
    """Index, overview, and the regions above that have a brief, as file and text."""
    language = Language(manifest.lang)
    yield INDEX, say("brief-way-index", language)
    if (folder / OVERVIEW).is_file():
        yield OVERVIEW, say("brief-way-overview", language)
    for region in neighbours(regions, regions[code]).above:
        result = manifest.regions.get(region.code)
        if result and result.outcome is BriefOutcome.DONE:
            yield f"{region.code}.html", region.title(language)


def _text(path: Path) -> str:
    return bytes_of(path, BadParameter).decode("utf-8")


def _written(path: Path, before: str, now: str) -> bool:
    if now == before:
        return False
    with writable(path):
        publish_bytes(path, now.encode("utf-8"))
    return True


def _with_new_hash(result: RegionResult, folder: Path) -> RegionResult:
    name = f"{result.region}.html"
    return replace(result, files={**result.files, name: file_hash(folder / name)})
