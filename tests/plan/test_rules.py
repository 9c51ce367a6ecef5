"""The rules table: each kind is there once, with its sign and its sentences in both languages."""

import pytest

from sxresearch.language import say, word
from sxresearch.plan.rules import RULES, Shape
from sxresearch.terms import Better, Language, RuleKind

SIGNS = {
    "at_least": "≥", "keep_at_least": "≥", "every_unit_at_least": "≥",
    "at_most": "≤", "reduce_from_base": "≤", "slow_down": "≤",
    "around": "≈", "keep_around": "≈",
    "increase": "", "decrease": "", "narrow_gap": "", "not_below": "", "assigned": "", "qualitative": "",
}  # fmt: skip
ASKED_OF_PAST = {
    "at_least", "at_most", "around", "keep_at_least", "keep_around", "reduce_from_base", "increase", "decrease",
}  # fmt: skip
UP = {"at_least", "keep_at_least", "every_unit_at_least", "increase"}
DOWN = {"at_most", "reduce_from_base", "decrease", "slow_down"}
VALUES = {"year": "2025", "value": "95%", "base": "2020", "share": "20", "other": "乙", "tolerance": "2"}


@pytest.mark.parametrize("kind", RuleKind)
def test_every_kind_has_its_entry_sign_and_place_in_the_track_record(kind: RuleKind):
    rule = RULES[kind]
    assert rule.kind is kind
    assert rule.sign == SIGNS[kind]
    assert rule.asked_of_past == (kind in ASKED_OF_PAST)


@pytest.mark.parametrize("kind", RuleKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_has_its_words_in_both_languages(kind: RuleKind, language: Language):
    words = RULES[kind].words
    assert word("rule", kind, language)
    assert say(f"brief-aim-{words}", language, **VALUES)


@pytest.mark.parametrize("kind", RuleKind)
@pytest.mark.parametrize("better", Better)
def test_the_direction_is_the_rule_s_own_or_the_indicator_s(kind: RuleKind, better: Better):
    found = RULES[kind].wants_higher(better)
    if kind in UP | DOWN:
        assert found == (kind in UP)
    else:
        assert found == (better is not Better.LOWER)


def test_only_rules_with_a_second_series_compare_two():
    paired = {rule.shape for rule in RULES.values() if rule.needs_second}
    assert paired == {Shape.GAP, Shape.PAIR}
    assert not any(rule.shape in paired and not rule.needs_second for rule in RULES.values())


def test_every_shape_is_used():
    assert {rule.shape for rule in RULES.values()} == set(Shape)
