"""Persons or cases away from a target, by hand."""

from dataclasses import replace

import pytest

from sxresearch.brief.content.answer.persons import _about, persons_away, persons_words
from sxresearch.brief.content.subject import ObservedFigure, Subject
from sxresearch.plan.schema import Words
from sxresearch.terms import Disclosure, Language


@pytest.fixture
def maternal(content, monkeypatch):
    """Rural maternal mortality 19.4 per 100 000 in 2023 of 30 000 births; the target is 12.5."""
    row = next(row for row in content.rows if row.place.target.id.endswith("maternal"))
    named = row.series.indicator.model_copy(
        update={
            "numerator": Words(zh="孕产妇死亡数", en="maternal deaths"),
            "denominator": Words(zh="活产数", en="births"),
        }
    )
    changed = replace(row)
    changed.__dict__["series"] = row.series._replace(indicator=named)
    _with(monkeypatch, year=2023, value=19.4, denominator=30_000.0)
    return changed


def _with(monkeypatch, *, year: int, value: float, denominator: float) -> None:
    last = ObservedFigure(year, value, 6.0, denominator, "final", "published")
    monkeypatch.setattr(Subject, "seen", lambda *_: (last,))


def test_the_distance_to_the_target_in_that_years_births(maternal):
    # (19.4 − 12.5) / 100 000 · 30 000 = 2.07
    assert persons_away(maternal) == 3
    assert persons_words(maternal) == "约 3（孕产妇死亡数）"


@pytest.mark.parametrize(("value", "expected"), [(12.5 + 10 / 3, 1), (12.5 + 10.1 / 3, 2), (12.5, 1), (12.6, 1)])
def test_rounded_up_and_one_at_least(maternal, monkeypatch, value: float, expected: int):
    _with(monkeypatch, year=2023, value=value, denominator=30_000.0)
    assert persons_away(maternal) == expected


def test_none_without_counts_or_of_another_year_or_where_it_is_met_or_not_published(maternal, monkeypatch):
    assert persons_away(replace(maternal, met_now=True)) is None
    hidden = replace(maternal, row=maternal.row._replace(disclosure=Disclosure.SUPPRESSED))
    assert persons_away(hidden) is None
    _with(monkeypatch, year=2022, value=19.4, denominator=30_000.0)
    assert persons_away(maternal) is None
    _with(monkeypatch, year=2023, value=19.4, denominator=float("nan"))
    assert persons_away(maternal) is None
    assert persons_words(maternal) == ""


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [(3, "3", "3"), (99, "99", "99"), (179, "180", "180"), (7_685, "7\u00a0700", "7\u00a0700"),
     (17_292, "1.7 万", "17\u00a0000"), (99_600, "10 万", "100\u00a0000"), (292_070, "29 万", "290\u00a0000")],
)  # fmt: skip
def test_two_digits_from_a_hundred_on(number: int, zh: str, en: str):
    assert (_about(number, Language.ZH), _about(number, Language.EN)) == (zh, en)
