"""The four answers in words."""

from dataclasses import replace

import pytest

from sxresearch.brief.content.answer.four_answers import four_answers
from sxresearch.terms import Flag, Language, Status


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_answer_is_given(make_content, lang):
    answers = make_content(lang).answers
    assert all((answers.lead, answers.rates, answers.hardest, answers.where, answers.sure, answers.open_note))
    assert answers.open_targets and answers.measures and answers.out_of_reach and answers.data
    assert not answers.silent


def test_a_warning_without_a_probability_is_named_as_such(content):
    alert = content.alerts[-1]
    silent = replace(alert, target=replace(alert.target, p=None, status=Status.NOT_ASSESSABLE, flag=Flag.WATCH))
    answers = four_answers(content.counts, content.rows, [silent], None, content.years, Language.ZH)
    assert "不能给出概率，但现值偏离目标" in answers.hardest[0].words
    assert "同样须加快推进" in answers.silent


def test_where_nothing_is_warned_of_the_lowest_chance_is_named(content):
    answers = four_answers(content.counts, content.rows, [], None, content.years, Language.ZH)
    assert answers.hardest == ()
    assert answers.where == "没有达标概率低于 50% 的监测目标；概率最低的是孕产妇死亡率（农村）（3%）。"
