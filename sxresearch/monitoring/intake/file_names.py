"""A file's name beside what the file holds: another region or year in it is how a copied form shows."""

from collections.abc import Collection, Iterator
from pathlib import Path

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.monitoring.intake.shapes.context import Titles

_SHOWN = 3


def unlike_file_name(
    path: str, regions: Collection[str], years: Collection[int], register: Register, titles: Titles
) -> Iterator[Finding]:
    """Notes where the name speaks of a region of which, or within which, the file holds nothing, or of another year.

    ``regions`` and ``years`` are those of the file's figures. The year is compared with a single one only: a name often
    bears the year of the report.
    """
    named = titles.read([Path(path).stem])
    region = titles.headings.regions.find(named.root).code if named.root else ""
    if region and regions and not register.regions.within(region) & set(regions):
        held = "、".join(register.regions[code].name for code in sorted(regions)[:_SHOWN])
        yield Finding.of("file-name-region", Severity.NOTE, Spot(path), named=register.regions[region].name, found=held)
    if named.year and len(years) == 1 and named.year not in years:
        yield Finding.of("file-name-year", Severity.NOTE, Spot(path), named=str(named.year), found=str(*years))
