"""The figures in use that were reported differently before: old and new value, when, and by which file or whom."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.wording import as_reported, series_name
from sxresearch.language import say
from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.quality.summary.revisions import revisions
from sxresearch.monitoring.store.reports import BY_DECISION
from sxresearch.terms import Group, ObservationStatus

LISTED = 12
"""The largest changes; of the rest, preliminary figures of whole years for the most part, the number is told."""


class RevisedFigure(NamedTuple):
    """The series, and the sentence about one of its figures."""

    series: str
    detail: str


def revised_figures(subject: Subject) -> Iterator[RevisedFigure]:
    """Revisions of the region's figures, the largest relative change first; then those without an earlier value."""
    rows = _moves(subject)
    for row in rows.head(LISTED).itertuples():
        series = SeriesKey(subject.inputs.indicators[row.indicator], Group(row.group))
        yield RevisedFigure(series_name(series, subject.language), _sentence(subject, series, row))
    if len(rows) > LISTED:
        more = say("brief-finding-revised-more", subject.language, count=len(rows) - LISTED)
        yield RevisedFigure(say("brief-finding-revised-others", subject.language), more)


def _moves(subject: Subject) -> pd.DataFrame:
    """Figures in use with what they were; and those called revised of which nothing earlier is known."""
    used = subject.observed[subject.observed["value"].notna()]
    before = subject.earlier.merge(used[list(KEY)].drop_duplicates(), on=list(KEY))
    moved = revisions(used, before)
    called = used[used["status"] == ObservationStatus.REVISED]
    known = pd.MultiIndex.from_frame(before.loc[before["value"].notna(), list(KEY)])
    alone = called[~pd.MultiIndex.from_frame(called[list(KEY)]).isin(known)]
    alone = alone.rename(columns={"value": "after", "reported_at": "after_at"})
    return pd.concat([moved, alone], ignore_index=True) if len(alone) else moved


def _sentence(subject: Subject, series: SeriesKey, row: Any) -> str:
    after, about = (
        as_reported(series, row.after),
        say("brief-list-separator", subject.language).join(_about(subject, row)),
    )
    year = str(int(row.year))
    if pd.isna(row.before):
        return say("brief-finding-revised-unseen", subject.language, year=year, after=after, about=about)
    before = as_reported(series, row.before)
    return say("brief-finding-revised-figure", subject.language, year=year, before=before, after=after, about=about)


def _about(subject: Subject, row: Any) -> Iterator[str]:
    """Days of both reports, where the new figure comes from, and what it is called."""
    days = [str(day) for day in (row.before_at, row.after_at) if day and not pd.isna(day)]
    if days:
        yield " → ".join(days)
    yield str(row.source) if str(row.file).startswith(BY_DECISION) else Path(str(row.file)).name
    if row.before_status == ObservationStatus.PRELIMINARY and row.status != ObservationStatus.PRELIMINARY:
        yield say("brief-finding-revised-from-preliminary", subject.language)
    if row.status == ObservationStatus.REVISED:
        yield say("brief-finding-revised-marked", subject.language)
