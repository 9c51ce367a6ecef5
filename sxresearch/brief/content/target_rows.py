"""From the verdicts of a region to one row per target."""

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from sxresearch.brief.content.subject import Place, Subject
from sxresearch.brief.content.target_row import ProjectedValue, TargetRow
from sxresearch.brief.content.wording import Row, known, number, printed_alike
from sxresearch.terms import EvidenceGrade, Flag, RuleKind, Status, WarningKind


def target_rows(subject: Subject) -> tuple[TargetRow, ...]:
    """Every verdict of the region, in the plans' order."""
    order = {identifier: position for position, identifier in enumerate(subject.places)}
    rows = sorted(_plain_rows(subject.assessment.verdicts), key=lambda row: order[row.target])
    return tuple(_target_row(subject, subject.places[row.target], row) for row in rows)


def _plain_rows(verdicts: pd.DataFrame) -> Iterator[Row]:
    """The rows as plain values; what :meth:`pandas.DataFrame.itertuples` gives, without a class for each table."""
    columns = (verdicts[name].to_numpy(dtype=object).tolist() for name in verdicts)
    return map(_row_type(tuple(verdicts.columns))._make, zip(*columns, strict=True))


@lru_cache(maxsize=4)
def _row_type(columns: tuple[str, ...]) -> Any:
    return namedtuple("VerdictRow", columns)


def _target_row(subject: Subject, place: Place, row: Row) -> TargetRow:
    series = subject.first_series(place.target)
    p, underlying = number(row.p_attain), number(row.p_underlying)
    return TargetRow(
        subject=subject,
        place=place,
        row=row,
        status=Status(row.status),
        flag=Flag(row.flag),
        grade=EvidenceGrade(row.evidence_grade),
        warnings=tuple(WarningKind(item) for item in str(row.warnings or "").split(";") if item),
        met_now=bool(row.met_now) if known(row.met_now) else None,
        outlook=_outlook(place, row) if series else None,
        p=p,
        p_underlying=None if printed_alike(underlying, p) else underlying,
        p_every_year=number(row.p_every_year),
        way=number(row.progress),
        time=number(row.time_elapsed),
        missed_by=number(row.shortfall) if series else None,
    )


def _outlook(place: Place, row: Row) -> ProjectedValue | None:
    projected = number(row.projected)
    if projected is None or place.target.rule is RuleKind.NARROW_GAP:  # the table projects one side of a gap only
        return None
    return ProjectedValue(projected, number(row.lower80), number(row.upper80))
