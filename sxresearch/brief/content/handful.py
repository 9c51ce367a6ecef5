"""Published figures that stand on a handful of cases."""

from sxresearch.brief.content.subject import SeriesKey, Subject
from sxresearch.brief.content.wording import Row, known, number

HANDFUL = 10  # with fewer cases chance alone moves the published figure by a third or more (1/√10)


def handful_behind(subject: Subject, series: SeriesKey, row: Row) -> tuple[int, int] | None:
    """Cases behind the latest figure and its year, where a figure will be published and they are a handful."""
    if not known(row.p_underlying):
        return None
    seen = subject.seen(series)
    cases = number(seen[-1].numerator) if seen else None
    return None if cases is None or cases >= HANDFUL else (round(cases), seen[-1].year)
