"""What is missing or doubtful is all said, each kind once."""

import pytest

from sxresearch.brief.content.data_findings import FindingKind, spans
from sxresearch.terms import Language


@pytest.mark.parametrize(
    ("kind", "detail", "concerns"),
    [
        (FindingKind.NO_DATA, "没有数据。", ("村委会成员中女性比例",)),
        (FindingKind.NOT_ASSESSABLE, "原因见各领域的表", ("千人口托位数",)),
        (FindingKind.STALE, "2023", ("党代会代表中女性比例",)),
        (FindingKind.BREAK, "2018 年起：改为全面监测", ("儿童青少年近视率",)),
        (FindingKind.BLANK, "2017", ("妇女常见病筛查率",)),
        (FindingKind.MISSING_YEARS, "2014—2015", ("妇女常见病筛查率",)),
        (FindingKind.PRELIMINARY, "2023", ("孕产妇系统管理率",)),
        (FindingKind.SECOND_HAND, "转引：2012—2014", ("健康素养水平",)),
    ],
)
def test_each_fault_of_the_data_is_found(content, kind, detail, concerns):
    assert [(item.detail, item.concerns) for item in content.findings if item.kind is kind] == [(detail, concerns)]


def test_graver_kinds_come_first(content):
    kinds = [list(FindingKind).index(item.kind) for item in content.findings]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize(
    ("numbers", "text"), [([2012, 2010, 2011], "2010—2012"), ([2010, 2012], "2010、2012"), ([2015], "2015"), ([], "")]
)
def test_years_are_given_as_ranges(numbers, text):
    assert spans(numbers, Language.ZH) == text
