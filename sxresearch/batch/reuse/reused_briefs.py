"""Briefs of other runs that were computed from the same content need not be made again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sxresearch.batch.manifest import RegionResult, load_manifests
from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.files import publish_bytes


def reused_briefs(
    out: Path, folder: Path, contents: Mapping[str, str], regions: Sequence[str]
) -> Iterator[RegionResult]:
    """Copies, made in ``folder``, of briefs in the other runs of ``out`` that were computed from the same content."""
    wanted = {region: contents[region] for region in regions if region in contents}
    for manifest in load_manifests(out):
        source = out / manifest.run
        for region in [code for code in wanted if code in manifest.regions]:
            result = manifest.regions[region]
            if result.content == wanted[region] and result.still_published(source):
                del wanted[region]
                yield _copied(result, source, folder)


def _copied(result: RegionResult, source: Path, folder: Path) -> RegionResult:
    for name in result.files:
        publish_bytes(folder / name, bytes_of(source / name, BadParameter))
    return replace(result, taken_from=result.taken_from or source.name)
