"""The answer first: counts that add up, and a headline that other programs can read."""

from dataclasses import replace

import pytest

from sxresearch.brief.content.headline import MIME_TYPE, answer_text, count, ranged, read_headline
from sxresearch.terms import Language, Status


def test_every_measurable_target_is_in_exactly_one_count(content):
    counts = content.counts
    parts = (counts.met, counts.missed, counts.likely, counts.uncertain, counts.unlikely, counts.not_assessable)
    assert parts == (1, 2, 3, 1, 3, 2)  # as listed in TARGETS of conftest
    assert sum(parts) == counts.measurable == 12


def test_checklist_items_are_counted_apart(content):
    assert content.counts.qualitative == 1
    assert [row.is_checklist for row in content.rows].count(True) == 1


def test_expected_misses_is_the_sum_of_the_chances_of_missing_and_the_decided_misses(content):
    chances = (0.955, 0.032, 0.71, 0.41, 0.24, 0.12, 0.67)
    assert content.counts.expected_misses == pytest.approx(2 + sum(1 - p for p in chances))


def test_the_range_holds_the_expected_number_and_is_said_in_the_answer(content):
    counts = content.counts
    assert (counts.misses_low, counts.misses_high) == (4, 8)  # as on the page; two of them are decided
    assert answer_text(counts, content.years, Language.ZH).endswith("（有 80% 的可能在 4 到 8 项之间）。")
    assert answer_text(counts, content.years, Language.EN).endswith("(with 80% probability between 4 and 8).")


def test_no_range_where_all_is_decided_and_a_sure_one_in_words(content):
    decided = replace(content.counts, likely=0, uncertain=0, unlikely=0, not_assessable=9)
    assert answer_text(decided, content.years, Language.ZH).endswith("达不到目标。")
    sure = replace(content.counts, misses_low=6, misses_high=6)
    assert "正好 6 项" in answer_text(sure, content.years, Language.ZH)


def test_a_run_of_an_earlier_version_has_no_range():
    assert ranged(2.25, None, None) == "2.2"
    assert ranged(2.25, 1, 4) == "2.2 (1–4)"


def test_met_now_has_its_own_denominator(content):
    assert (content.counts.met_now, content.counts.with_latest) == (3, 10)


def test_evidence_of_open_judgements_adds_up(content):
    counts = content.counts
    open_judgements = counts.assessable - counts.decided
    assert counts.sure_full + counts.sure_medium + counts.sure_low == open_judgements == 7


def test_nothing_to_count_gives_zeros():
    assert count([]).measurable == 0
    assert count([]).expected_misses == 0


def test_a_headline_is_found_in_the_notebook_that_shows_it(content):
    notebook = {"cells": [{"cell_type": "markdown"}, {"outputs": [{"data": {MIME_TYPE: content.headline}}]}]}
    found = read_headline(notebook)
    assert found["region"] == "140100"
    assert found["counts"]["measurable"] == 12


def test_a_notebook_without_headline_was_not_finished():
    with pytest.raises(LookupError, match="headline"):
        read_headline({"cells": [{"outputs": []}]})


def test_every_status_has_its_own_shape(content):
    shapes = {row.status: row.symbol for row in content.rows}
    assert set(shapes) == set(Status)
    assert len(set(shapes.values())) == len(shapes)
