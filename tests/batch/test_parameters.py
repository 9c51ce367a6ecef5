"""Words for regions, and years that neither data nor plans reach."""

from dataclasses import replace

import pytest

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.parameters import (
    Parameters,
    check_years,
    chosen_regions,
    passed_over,
    settle,
    without_data,
    words_without,
)  # fmt: skip
from sxresearch.errors import EXIT_BAD_INPUT, BadParameter
from sxresearch.terms import Language


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["all"], ["140000", "140100", "140200", "140300"]),
        (["province"], ["140000"]),
        (["cities"], ["140100", "140200", "140300"]),
        (["140300", "140100"], ["140100", "140300"]),
        (["140300,140100，140100"], ["140100", "140300"]),
        (["cities", "140000"], ["140000", "140100", "140200", "140300"]),
    ],
)
def test_words_mean_regions_in_the_order_of_the_list(words: list[str], codes: list[str], inputs: Inputs):
    assert list(chosen_regions(words, inputs)) == codes


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("140199", "Region code 140199 is not in regions.csv"),
        ("149999", "Region code 149999 is not in regions.csv"),
        ("140400", "Region 140400 (长治市) has no monitoring data"),
        ("counties", 'No region among "counties"'),
        ("taiyuan", '"taiyuan" is neither a region code'),
        ("../etc", '"../etc" is neither a region code'),
    ],
)
def test_a_word_without_a_region_gets_its_sentence(word: str, sentence: str, inputs: Inputs):
    with pytest.raises(BadParameter) as caught:
        chosen_regions([word], inputs)
    assert caught.value.faults[0].en.startswith(sentence)
    assert caught.value.exit_code == EXIT_BAD_INPUT


def test_codes_without_data_are_told_from_words_that_pass_them_over(inputs: Inputs):
    """Four regions have figures: the province and three of its eleven cities; none of the 117 counties has."""
    words = ["140400，140100", "140105"]
    assert without_data(words, inputs) == ("140400", "140105")
    assert words_without(words, without_data(words, inputs)) == ["140100"]
    assert passed_over(words, inputs) == 0
    assert passed_over(["cities"], inputs) == 8
    assert passed_over(["all"], inputs) == 8 + 117 + 1  # the nation's plan has no figures here either


def test_a_region_that_no_plan_binds_is_refused(inputs: Inputs):
    shanxi = replace(inputs, plans=tuple(plan for plan in inputs.plans if plan.applies_to == "140000"))
    with pytest.raises(BadParameter, match="No plan applies to region 100000"):
        chosen_regions(["100000"], shanxi)


def test_all_bad_words_are_reported_at_once(inputs: Inputs):
    with pytest.raises(BadParameter) as caught:
        chosen_regions(["140100", "nowhere", "140400"], inputs)
    assert len(caught.value.faults) == 2


def test_years_inside_data_and_plans_pass(inputs: Inputs):
    check_years(2015, 2015, inputs)
    check_years(2023, 2030, inputs)
    check_years(None, None, inputs)


@pytest.mark.parametrize(("as_of", "target_year", "faults"), [(2014, None, 1), (2024, None, 1), (20222, 2036, 2)])
def test_years_outside_are_refused_with_both_limits(as_of, target_year, faults, inputs: Inputs):
    with pytest.raises(BadParameter) as caught:
        check_years(as_of, target_year, inputs)
    assert len(caught.value.faults) == faults
    assert "2015—2023" in caught.value.faults[0].zh


def test_bad_regions_and_bad_years_are_reported_together(inputs: Inputs):
    with pytest.raises(BadParameter) as caught:
        settle(["140400", "x"], Parameters(as_of=20222), inputs)
    assert len(caught.value.faults) == 3
    assert settle(["cities"], Parameters(as_of=2022), inputs) == ("140100", "140200", "140300")


def test_only_what_was_given_goes_to_the_notebook():
    assert Parameters().given() == {"lang": "zh"}
    everything = Parameters("plans", ("a.csv", "b"), 2023, 2025, Language.EN, ("p",))
    assert everything.given() == {
        "plans": "plans",
        "observations": ["a.csv", "b"],
        "as_of": 2023,
        "target_year": 2025,
        "lang": "en",
        "plan_ids": ["p"],
    }
