"""Differences among cities and counties: measures, intervals, closing or not, and what small counts hold back."""

import numpy as np
import pandas as pd
import pytest

import sxresearch as sx
from sxresearch.assessment.disparity.disparity import CHANCE_ABOVE, FEWEST_PLACES, DisparityTrend
from sxresearch.assessment.disparity.disparity_words import disparity_sentences
from sxresearch.assessment.disparity.measures import DisparityMeasure
from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.monitoring.observations import Observations
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Language, Level

PROVINCE, CITY = "140000", "140100"
WORDS = {"zh": "甲", "en": "A"}
RATE = {
    "id": "rate", "name": WORDS, "definition": WORDS, "unit": "per_mille", "lower": 0, "decimals": 2, "better": "lower",
    "measure": "rate", "numerator": WORDS, "denominator": WORDS,
}  # fmt: skip
MEAN = {"id": "rate", "name": WORDS, "definition": WORDS, "unit": "years", "decimals": 1, "better": "higher",
        "measure": "mean"}  # fmt: skip


def world(figures, *, indicator=None, size: float | None = 1000.0, level: Level = Level.CITY) -> Inputs:
    """``figures`` maps year to the values of as many places; ``size`` is their denominator."""
    register = Indicator.model_validate(indicator or RATE)
    count = len(next(iter(figures.values())))
    codes = [str(140100 + 100 * n) if level is Level.CITY else str(140101 + n) for n in range(count)]
    tops = [Region(PROVINCE, "省", "", Level.PROVINCE, None), Region(CITY, "市", "", Level.CITY, PROVINCE)]
    places = [Region(code, f"地{code}", "", level, PROVINCE if level is Level.CITY else CITY) for code in codes]
    regions = Regions({item.code: item for item in [*tops, *places]})
    rows = [
        {
            "region": code, "indicator": "rate", "group": "total", "year": year, "value": value,
            "unit": register.unit.value, "numerator": None if size is None else value * size / (register.factor or 1),
            "denominator": size, "status": "final", "basis": "printed", "source": "case", "reported_at": "",
            "file": "case", "line": 1,
        }
        for year, values in figures.items()
        for code, value in zip(codes, values, strict=True)
        if value is not None
    ]  # fmt: skip
    table = pd.DataFrame(rows).astype({"numerator": float, "denominator": float})
    target = {"id": "a.b.1.c", "rule": "at_most", "value": 5.0, "indicator": "rate", "phrase": "甲"}
    goal = {"number": 1, "title": WORDS, "kind": "quantitative", "targets": [target]}
    plan = Plan.model_validate(
        {"id": "plan", "title": WORDS, "document": "无", "period": [2021, 2025], "baseline_year": 2020,
         "target_year": 2025, "applies_to": PROVINCE, "fields": [{"id": "b", "title": WORDS, "goals": [goal]}]}
    )  # fmt: skip
    return Inputs((plan,), Indicators(by_id={"rate": register}), regions, Observations(table, ()))


def test_printed_figures_are_measured_by_the_formulas():
    found = sx.disparity(world({2023: [4.0, 6.0, 8.0, 6.0]}), PROVINCE, "rate")
    values = {kind: value.value for kind, value in found.now.values.items()}
    assert values[DisparityMeasure.DIFFERENCE] == 4 and values[DisparityMeasure.RATIO] == 2
    assert values[DisparityMeasure.FROM_BEST] == 2  # equal populations: (0 + 2 + 4 + 2)/4
    assert values[DisparityMeasure.INDEX] == pytest.approx(100 * 1 / 6)
    assert (found.now.best, found.now.worst) == (CITY, "140300")  # lower is better
    assert (found.now.year, found.weighted, found.base) == (2023, True, None)
    assert set(found.trends.values()) == {DisparityTrend.NOT_COMPARABLE}


def test_chance_in_few_cases_and_none_in_many():
    few = sx.disparity(world({2023: [4.0, 6.0, 8.0, 6.0]}, size=1000), PROVINCE, "rate")  # 4 to 8 cases
    many = sx.disparity(world({2023: [4.0, 6.0, 8.0, 6.0]}, size=1e6), PROVINCE, "rate")
    value = DisparityMeasure.DIFFERENCE
    assert few.now.by_chance > CHANCE_ABOVE > many.now.by_chance
    assert few.now.values[value].low == 0 and few.now.values[value].median < 4
    assert many.now.values[value].low > 3.5 and many.now.values[value].high < 4.5
    assert few.now.values[DisparityMeasure.RATIO].low == 1


@pytest.mark.parametrize(
    ("base", "size", "by_difference", "by_ratio"),
    [
        ([4.0, 9.0, 14.0, 9.0], 1e6, DisparityTrend.CLOSING, DisparityTrend.CLOSING),
        ([5.9, 6.0, 6.1, 6.0], 1e6, DisparityTrend.WIDENING, DisparityTrend.WIDENING),
        ([40.0, 43.0, 50.0, 43.0], 1e6, DisparityTrend.CLOSING, DisparityTrend.WIDENING),
        ([4.0, 6.0, 9.0, 6.0], 1e3, DisparityTrend.NOT_SHOWN, DisparityTrend.NOT_SHOWN),
    ],
)
def test_closing_or_not_by_difference_and_by_ratio(base, size, by_difference, by_ratio):
    found = sx.disparity(world({2020: base, 2023: [4.0, 6.0, 8.0, 6.0]}, size=size), PROVINCE, "rate")
    assert found.trends[DisparityMeasure.DIFFERENCE] is by_difference
    assert found.trends[DisparityMeasure.RATIO] is by_ratio
    assert found.disagrees is (by_difference is not by_ratio)
    assert any("方向相反" in said for said in disparity_sentences(found, Language.ZH)) is found.disagrees


def test_without_counts_there_is_no_interval_and_rounding_is_no_change():
    figures = {2020: [70.0, 75.0, 80.0], 2023: [72.0, 77.0, 82.05]}
    found = sx.disparity(world(figures, indicator=MEAN, size=None), PROVINCE, "rate")
    value = found.now.values[DisparityMeasure.DIFFERENCE]
    assert (value.low, value.median, value.high, found.now.by_chance) == (None, None, None, None)
    assert not found.weighted
    assert found.trends[DisparityMeasure.DIFFERENCE] is DisparityTrend.NOT_SHOWN
    said = disparity_sentences(found, Language.ZH)
    assert any("不给出区间" in sentence for sentence in said) and any("相同权数" in sentence for sentence in said)


def test_fewer_than_three_places_are_no_disparity():
    assert sx.disparity(world({2023: [4.0, 6.0]}), PROVINCE, "rate") is None
    assert FEWEST_PLACES == 3


def test_a_last_year_that_few_have_reported_is_not_taken():
    figures = {2022: [4.0, 5, 6, 7, 8, 9, 10, 11], 2023: [4.0, 5, 6, *[None] * 5]}
    found = sx.disparity(world(figures), PROVINCE, "rate")
    assert found.now.year == 2022


def test_counties_with_small_counts_stay_out_and_are_counted():
    """Counties of 1,000 births: 1 to 4 deaths are not published, nor whatever they could be worked out from."""
    inputs = world({2023: [2.0, 6.0, 9.0, 12.0, 8.0]}, size=1000.0, level=Level.COUNTY)
    published = sx.disparity(inputs, CITY, "rate")
    whole = sx.disparity(inputs, CITY, "rate", internal=True)
    assert len(whole.places) == 5 and whole.suppressed == 0
    assert "140101" not in published.places and published.suppressed >= 1
    assert published.suppressed + len(published.places) + published.without_figure == 5
    assert published.now.values[DisparityMeasure.DIFFERENCE].value <= 6
    said = disparity_sentences(published, Language.ZH)
    assert any(f"另有 {published.suppressed} 个按保密规定不公布" in sentence for sentence in said)
    # the hidden county moves nothing that is said
    other = world({2023: [3.0, 6.0, 9.0, 12.0, 8.0]}, size=1000.0, level=Level.COUNTY)
    assert disparity_sentences(sx.disparity(other, CITY, "rate"), Language.ZH) == said


def test_every_indicator_of_the_plans_once():
    found = sx.disparities(world({2023: [4.0, 6.0, 8.0, 6.0]}), PROVINCE)
    assert [(item.indicator.id, item.level) for item in found] == [("rate", Level.CITY)]


@pytest.mark.parametrize(
    ("region", "indicator", "level", "words"),
    [("9", "rate", None, "9"), (PROVINCE, "none", None, "none"), (PROVINCE, "rate", "county", "county")],
)
def test_what_is_unknown_is_refused(region, indicator, level, words):
    with pytest.raises(BadParameter, match=words):
        sx.disparity(world({2023: [4.0, 6.0, 8.0]}), region, indicator, level=level)


def test_shares_of_cities_that_reach_the_target_and_the_hidden_ones():
    (found,) = sx.attainment_shares(world({2023: [4.0, 5.0, 8.0, 6.0]}), PROVINCE)
    assert (found.judged, found.met, found.regions, found.suppressed, found.level) == (4, 2, 4, 0, Level.CITY)
    counties = world({2023: [2.0, 6.0, 9.0, 12.0, 4.9]}, size=1000.0, level=Level.COUNTY)
    hidden = next(item for item in sx.attainment_shares(counties, CITY) if item.level is Level.COUNTY)
    assert hidden.suppressed >= 1 and hidden.judged + hidden.suppressed == 5
    assert "不公布" in sx.share_sentence(hidden, Language.ZH)


def test_draws_are_the_same_on_every_run():
    one, other = (sx.disparity(world({2020: [4.0, 9, 9], 2023: [4.0, 6, 8]}), PROVINCE, "rate") for _ in range(2))
    assert one == other
    assert np.isfinite(one.change[DisparityMeasure.DIFFERENCE].low)
