"""A year before beside today: counts, moves, causes; what small counts and a poor record hide stays hidden."""

from dataclasses import replace

import pandas as pd
import pytest

from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import REVISION_COLUMNS, YearBefore
from sxresearch.brief.content.brief_content import beside_year_before, brief_content
from sxresearch.brief.content.since.moves import Move
from sxresearch.terms import Language
from tests.brief.conftest import AS_OF, REGION, make_assessment, make_inputs

NOTHING = pd.DataFrame(columns=list(REVISION_COLUMNS))


def earlier(**edits: tuple[float | None, str]) -> Assessment:
    """The sample's verdicts as a year before would have had them; the fan foretells this year as 20 (10 to 30)."""
    one = make_assessment()
    table = one.verdicts.assign(as_of=AS_OF - 1)
    for short, (p, status) in edits.items():
        hit = table["target"].str.endswith(f".{short}")
        assert hit.sum() == 1
        table.loc[hit, ["p_attain", "status"]] = [p, status]
    fans = one.fans[one.fans["year"] == AS_OF + 1].assign(year=AS_OF, median=20.0, lower80=10.0, upper80=30.0)
    return Assessment(table, fans)


def since(before: Assessment, *, revisions: pd.DataFrame = NOTHING, lang: str = "zh", then: Assessment | None = None):
    inputs = make_inputs()
    content = brief_content(inputs, make_assessment(), REGION, lang)
    return beside_year_before(content, YearBefore(then or before, before, revisions), inputs).since


def test_where_nothing_moved_nothing_is_listed():
    found = since(earlier())
    assert found.listed == ()
    assert found.moves == {Move.SAME: 12}
    assert (found.before.as_of, found.now.as_of) == (AS_OF - 1, AS_OF)


def test_the_answer_of_a_year_before_stands_beside_todays():
    found = since(earlier(maternal=(0.5, "uncertain"), life=(0.7, "rather_likely")))
    worse, better = found.listed
    assert (worse.before_words, worse.now_words, worse.step_words) == ("◇ 难以判断 50%", "▼ 达标很困难 3%", "−47")
    assert (worse.move, better.move) == (Move.WORSE, Move.BETTER)
    assert found.counts_before.unlikely < found.counts_now.unlikely


def test_the_new_figure_is_told_beside_what_was_foretold_of_it():
    (item,) = since(earlier(maternal=(0.5, "uncertain"))).listed
    value = item.now.subject.figures(item.now.series).set_index("year")["value"][AS_OF]
    side = "在区间之内" if 10 <= value <= 30 else "差于上一年的预计" if value > 30 else "好于上一年的预计"
    (sentence,) = item.causes
    assert f"{AS_OF} 年新数" in sentence
    assert "10.0—30.0" in sentence
    assert side in sentence


@pytest.mark.parametrize(("low", "high", "side"), [(0.0, 1.0, "worse"), (900.0, 999.0, "better")])
def test_a_figure_outside_the_interval_is_better_or_worse_by_the_indicators_direction(low, high, side):
    before = earlier(maternal=(0.5, "uncertain"))
    fans = before.fans.assign(lower80=low, upper80=high, median=(low + high) / 2)
    (item,) = since(Assessment(before.verdicts, fans), lang="en").listed
    assert f"{side} than the" in item.causes[0]


def test_a_revised_figure_is_told_with_what_it_alone_moved():
    then = earlier(maternal=(0.6, "uncertain"))
    before = earlier(maternal=(0.5, "uncertain"))
    (item,) = since(before).listed
    series = item.now.series
    row = [REGION, series.indicator.id, series.group.value, AS_OF - 2, 33.0, 30.0]
    found = since(before, revisions=pd.DataFrame([row], columns=list(REVISION_COLUMNS)), then=then)
    (item,) = found.listed
    assert any("33.0" in text and "30.0" in text and "修订" in text for text in item.causes)
    assert any("−10 个百分点" in text for text in item.causes)


def test_without_a_figure_of_its_own_the_change_comes_from_other_regions():
    inputs = make_inputs()
    table = inputs.observations.table
    (item,) = since(earlier(maternal=(0.5, "uncertain"))).listed
    key = item.now.series
    gone = (table["indicator"] == key.indicator.id) & (table["group"] == key.group.value) & (table["year"] == AS_OF)
    less = replace(inputs, observations=replace(inputs.observations, table=table[~gone]))
    content = brief_content(less, make_assessment(), REGION, "zh")
    before = earlier(maternal=(0.5, "uncertain"))
    (item,) = beside_year_before(content, YearBefore(before, before, NOTHING), less).since.listed
    assert item.causes == ("本地区没有新数据，变化来自一并预测的其他地区。",)


def test_without_an_earlier_year_there_is_nothing_beside():
    empty = Assessment(make_assessment().verdicts.iloc[:0], make_assessment().fans.iloc[:0])
    assert since(empty) is None


def test_where_the_record_forbids_probabilities_those_of_a_year_before_are_gone_too():
    inputs = make_inputs()
    content = replace(brief_content(inputs, make_assessment(), REGION, "zh"), withheld=True)
    before = earlier()
    found = beside_year_before(content, YearBefore(before, before, NOTHING), inputs).since
    assert all(row.p is None or row.status in ("met", "missed") for row in found.rows_before)


def test_english_is_complete():
    (item,) = since(earlier(maternal=(0.5, "uncertain")), lang="en").listed
    assert item.now.subject.language is Language.EN
    assert all(text.isascii() or "–" in text for text in item.causes)


def test_the_section_tells_worse_and_better_and_leaves_the_rest_to_its_annex():
    found = since(
        earlier(
            maternal=(0.5, "uncertain"),
            coverage=(0.4, "uncertain"),
            life=(0.7, "rather_likely"),
            screening=(0.05, "very_unlikely"),
        )
    )
    shown, rest = found.told(1)
    assert [item.move for item in shown] == [Move.WORSE, Move.BETTER]
    assert len(shown) + len(rest) == len(found.listed) == 4
