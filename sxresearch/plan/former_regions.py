"""Names and codes that counties bore before they were redrawn or raised in rank."""

import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sxresearch.errors import BadPlan, Fault
from sxresearch.file_content import text_of
from sxresearch.plan.regions import Regions

COLUMNS = ("former", "name", "parent", "until", "region", "note")


@dataclass(frozen=True)
class FormerRegion:
    """A county as it was until ``until``.

    ``region`` is today's code where the territory is the same; none where it was divided, joined, or where that is
    not known for sure. ``note`` says what happened.
    """

    code: str
    name: str
    parent: str
    until: int
    region: str | None
    note: str


def load_former_regions(path: Path, regions: Regions) -> tuple[FormerRegion, ...]:
    """Read ``regions_former.csv`` (codes by GB/T 2260 and the yearly lists of the Ministry of Civil Affairs).

    Raises
    ------
    BadPlan
        If columns are missing, a year is none, or a row names a region of today that ``regions.csv`` doesn't hold.
    """
    table = pd.read_csv(io.StringIO(text_of(path, BadPlan)), dtype=str, keep_default_na=False)
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise BadPlan.of("columns-missing", str(path), columns="、".join(missing))
    rows = table.to_dict("records")
    known = ({"", *regions.by_code}, set(regions.by_code))
    faults = [
        Fault.of("region-parent", f"{path}:{line}", code=row["former"], parent=row["region"] or row["parent"])
        for line, row in enumerate(rows, start=2)
        if row["region"] not in known[0] or (row["region"] and row["parent"] not in known[1])
    ]
    faults += [
        Fault.of("observation-year", f"{path}:{line}", year=row["until"])
        for line, row in enumerate(rows, start=2)
        if not row["until"].isdecimal()
    ]
    if faults:
        raise BadPlan(faults)
    return tuple(
        FormerRegion(row["former"], row["name"], row["parent"], int(row["until"]), row["region"] or None, row["note"])
        for row in rows
        if row["parent"] in regions
    )
