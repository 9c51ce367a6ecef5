"""Sentences on effects: nothing is claimed that the data don't carry, and description is called so."""

import pytest

import sxresearch as sx
from sxresearch.assessment.effect.earlier_start import StartFinding
from sxresearch.assessment.effect.effect_words import effect_sentences, start_sentences
from sxresearch.assessment.effect.plan_effect import EffectFinding
from sxresearch.terms import Language
from tests.assessment.effect.test_earlier_start import BEGAN
from tests.assessment.effect.test_earlier_start import world as starters
from tests.assessment.effect.test_plan_effect import CITY, world


@pytest.mark.parametrize("jump", [0.0, 3.0, -3.0])
def test_an_answer_says_what_it_is_not(jump):
    found = sx.effect(world(jump), CITY, "first")
    zh, en = (effect_sentences(found, language) for language in Language)
    assert len(zh) == len(en)
    assert "不能证明" in zh[-1] and "does not prove" in en[-1]
    assert any("80% 的把握" in sentence for sentence in zh)
    assert any("也不能说明没有变化" in sentence for sentence in zh) is (found.finding is EffectFinding.NOT_SHOWN)
    assert any("2024 年实际为" in sentence and "95%区间" in sentence for sentence in zh)


def test_few_figures_are_named():
    zh = effect_sentences(sx.effect(world(first=2019), CITY, "first"), Language.ZH)
    assert zh == (
        "规划实施以来有 4 个数据，此前同一口径的有 2 个，不足以说明走势是否变化（至少须有此前 4 个、以来 3 个）。",
    )
    zh = effect_sentences(sx.effect(world(), CITY, "first"), Language.ZH)
    assert any("此前 11 个、以来 4 个" in sentence for sentence in zh)


def test_a_comparison_says_on_what_it_hangs():
    found = sx.start_effect(starters(2.0), "first", BEGAN)
    zh, en = (start_sentences(found, language) for language in Language)
    assert found.finding is StartFinding.BETTER
    assert "前提" in zh[-1] and "assumes" in en[-1]
    assert any("随机换起步年份，很少" in sentence for sentence in zh)


def test_no_comparison_is_one_sentence():
    zh = start_sentences(sx.start_effect(starters(cities=3), "first", {CITY: 2021}), Language.ZH)
    assert len(zh) == 1 and "不能比较" in zh[0]
