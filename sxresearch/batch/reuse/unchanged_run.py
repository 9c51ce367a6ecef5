"""What of an earlier run still stands. Loads in a second: nothing here reads figures, plans or notebooks."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sxresearch.batch.manifest import Manifest, RegionResult, load_manifests
from sxresearch.batch.parameters import Parameters
from sxresearch.batch.run_id import file_hash, identify
from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.monitoring.intake.source_files import observation_files
from sxresearch.paths import INDEX, OBSERVATIONS
from sxresearch.worker_processes import core_count


def finished_before(earlier: Manifest | None, folder: Path) -> list[RegionResult]:
    """Briefs of the same run that lie in ``folder`` unchanged: same name, same inputs, code and parameters."""
    results = list(earlier.regions.values()) if earlier else []
    with ThreadPoolExecutor(core_count()) as pool:  # hashing thousands of pages keeps all cores busy
        stands = pool.map(lambda result: result.still_published(folder), results)
        return [result for result, still in zip(results, stands, strict=True) if still]


def is_whole(earlier: Manifest, out: Path, *, front: bool) -> bool:
    """Whether its pages over all regions were written too and, where ``front`` asks for it, are still in front."""
    page = out / INDEX
    shown = page.is_file() and f'href="{earlier.run}/' in bytes_of(page, BadParameter).decode(errors="replace")
    return bool(earlier.finished) and (shown or not front)


def unchanged(
    parameters: Parameters, asked: Sequence[str], notebook: Path, out: Path, *, reports: bool = False
) -> Manifest | None:
    """The run in front that was asked for in these words, if nothing has changed since it was finished.

    With ``reports`` its evaluation reports must lie there too.
    """
    paths = observation_files(parameters.observations or OBSERVATIONS)
    if not all(path.is_file() for path in (*paths, notebook)):
        return None
    same = identify([(path.name, file_hash(path)) for path in paths], parameters, (), notebook)
    for earlier in load_manifests(out):
        regions = tuple(earlier.regions)
        if (
            earlier.asked == tuple(asked)
            and earlier.identity == same.of_regions(regions)
            and is_whole(earlier, out, front=True)
            and len(finished_before(earlier, out / earlier.run)) == len(regions)
            and (not reports or all(item.still_reported(out / earlier.run) for item in earlier.regions.values()))
        ):
            return earlier
    return None
