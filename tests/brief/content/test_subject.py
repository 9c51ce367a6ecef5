"""A region's figures, as tables and as plain values."""

from sxresearch.brief.content.subject import ObservedFigure, SeriesKey
from sxresearch.terms import Group


def _series(content) -> list[SeriesKey]:
    indicators = content.subject.inputs.indicators
    return [SeriesKey(indicator, group) for indicator in indicators.by_id.values() for group in Group]


def test_the_plain_values_are_those_of_the_table(content):
    subject, compared = content.subject, 0
    for series in _series(content):
        table = subject.figures(series)[list(ObservedFigure._fields)]
        expected = [ObservedFigure(*row) for row in table.itertuples(index=False)]
        assert list(map(str, subject.seen(series))) == list(map(str, expected))  # as words nan is itself
        compared += len(expected)
    assert compared > 100


def test_the_first_year_is_that_of_the_earliest_figure(content):
    years = [item.year for series in _series(content) for item in content.subject.seen(series)]
    assert content.subject.first_year == min(years) == 2012
