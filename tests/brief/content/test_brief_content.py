"""What a brief can't be made from is refused with a sentence."""

import pytest

from sxresearch.brief.content.brief_content import brief_content
from sxresearch.errors import BadParameter


def test_a_region_without_verdicts_is_refused(content):
    with pytest.raises(BadParameter, match="140200"):
        brief_content(content.subject.inputs, content.subject.assessment, "140200")


def test_an_unknown_language_is_refused(content):
    with pytest.raises(BadParameter, match="fr"):
        brief_content(content.subject.inputs, content.subject.assessment, "140100", "fr")


def test_every_measurable_target_stands_in_exactly_one_field(content):
    listed = [row.place.target.id for part in content.fields for row in part.rows]
    assert len(listed) == len(set(listed)) == content.counts.measurable


def test_the_title_block_names_region_plan_and_years(content):
    assert content.title == "太原市妇女儿童发展规划趋势简报"
    assert content.subtitle == "样例妇女发展规划 · 数据截至 2023 年 · 目标年 2025"


def test_one_synthetic_figure_marks_the_whole_brief(make_content):
    assert make_content(basis="synthetic").synthetic
    assert not make_content().synthetic
