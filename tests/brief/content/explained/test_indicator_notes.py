"""指标解释: every indicator of a brief once, with definition, counts, unit and the region's own sources."""

from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.explained.indicator_notes import indicator_notes
from tests.brief.conftest import REGION
from tests.brief.several import make_several


def notes(lang: str = "zh"):
    inputs, assessment = make_several()
    return indicator_notes(brief_content(inputs, assessment, REGION, lang).subject)


def test_every_indicator_of_a_target_stands_once(content):
    named = {row.place.target.indicator for row in content.rows if row.place.target.indicator}
    second = {row.place.target.second_series[0] for row in content.rows if row.place.target.has_second}
    found = indicator_notes(content.subject)
    assert len(found) == len({note.name for note in found}) == len(named | second)


def test_a_rate_says_what_it_is_counted_from_and_where_the_figures_come_from():
    note = next(note for note in notes() if note.name == "孕产妇死亡率")
    assert (note.numerator, note.denominator) == ("死亡", "活产")
    assert note.sources == ("2023年统计公报",)
    assert note.better == "越低越好"


def test_what_is_no_ratio_has_a_dash():
    note = next(note for note in notes() if note.numerator != "死亡")
    assert (note.numerator, note.denominator) == ("–", "–")
