"""The demonstration regions as a whole: no projection on the wrong side of its target under a good status."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.status import GOOD
from sxresearch.assessment.verdict import VERDICT_COLUMNS, Assessment, Details
from sxresearch.brief.content.chart_panels import panels
from sxresearch.brief.content.subject import Subject
from sxresearch.brief.content.target_rows import target_rows
from sxresearch.paths import DATA
from sxresearch.plan.rules import Shape
from sxresearch.terms import Language, RuleKind

REGIONS = ("140000", "140100", "140200", "140300", "140400", "140500", "140600", "140700", "140800")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load_inputs(observations=DATA / "demo" / "shanxi-demo.csv")


@pytest.fixture(scope="module")
def found(inputs: Inputs) -> Assessment:
    return assess(inputs, REGIONS)


@pytest.fixture(scope="module")
def open_rows(inputs: Inputs, found: Assessment) -> pd.DataFrame:
    """Verdicts with a probability, and half a unit of the last printed decimal."""
    table = found.verdicts[found.verdicts["p_attain"].notna()]
    decimals = table["indicator"].map({key: item.decimals for key, item in inputs.indicators.by_id.items()})
    return table.assign(half=0.5 * 10.0 ** -decimals.astype(float))


@pytest.mark.parametrize("details", [Details.NONE, Details.REASONS, Details.ALL])
def test_the_answers_are_the_same_whatever_is_worked_out_beside_them(
    inputs: Inputs, found: Assessment, details: Details
):
    other = assess(inputs, REGIONS, details=details)
    texts = ["reason_zh", "reason_en", "notes_zh", "notes_en"]
    answers = [name for name in VERDICT_COLUMNS if name not in texts]
    pd.testing.assert_frame_equal(other.verdicts[answers], found.verdicts[answers], check_exact=True)
    said = (
        found.verdicts[texts]
        if Details.REASONS in details
        else found.verdicts[texts].assign(**dict.fromkeys(texts, ""))
    )
    pd.testing.assert_frame_equal(other.verdicts[texts], said)
    pd.testing.assert_frame_equal(
        other.fans, found.fans if Details.FANS in details else found.fans.iloc[:0], check_dtype=False
    )
    assert other.scenarios.empty == (Details.SCENARIOS not in details)
    assert found.scenarios.empty


def test_a_good_status_never_stands_beside_a_projection_on_the_wrong_side(open_rows: pd.DataFrame):
    good = open_rows[open_rows["status"].isin([status.value for status in GOOD])]
    single = good[good["second_indicator"].isna()]  # a gap has no median of its own
    assert len(single) > 400
    assert single["p_underlying"].notna().sum() > 50
    assert (single["shortfall"] <= single["half"]).all()


def test_a_projection_on_the_wrong_side_has_less_than_an_even_chance(open_rows: pd.DataFrame):
    wrong = open_rows[open_rows["second_indicator"].isna() & (open_rows["shortfall"] > open_rows["half"])]
    assert len(wrong) > 50
    assert (wrong["p_attain"] < 0.5).all()


def test_shortfall_is_how_far_the_projection_lies_beyond_the_target(open_rows: pd.DataFrame):
    numeric = open_rows[open_rows["rule"].isin([RuleKind.AT_LEAST.value, RuleKind.AT_MOST.value])]
    sign = np.where(numeric["rule"] == RuleKind.AT_LEAST.value, 1.0, -1.0)
    misses = sign * (numeric["target_value"] - numeric["projected"])
    np.testing.assert_allclose(numeric["shortfall"].to_numpy(float), misses.to_numpy(float), atol=1e-9)


@pytest.mark.parametrize("region", ["140300", pytest.param("140800", marks=pytest.mark.long)])
def test_no_chart_under_a_good_status_ends_on_the_wrong_side_of_its_line(inputs, found, region):
    """What is drawn: the end of the fan's middle line against the target line, or the line that 左右 allows."""
    subject = Subject(inputs, found.of_region(region), inputs.regions[region], Language.ZH)
    rows = {row.place.target.id: row for row in target_rows(subject) if not row.is_checklist}
    drawn = 0
    for name, panel in panels(subject, tuple(rows.values())).items():
        if panel.goal is None or not panel.fan or rows[name].status not in GOOD:
            continue
        grammar, indicator = rows[name].place.target.grammar, inputs.indicators[rows[name].place.target.indicator]
        end, unit = panel.fan["median"][-1], 10.0**-indicator.decimals
        drawn += 1
        if grammar.shape is not Shape.GAP and grammar.wants_higher(indicator.better):  # a gap is drawn as a distance
            assert end >= min((panel.goal, *panel.allowed)) - unit / 2, name
        else:
            assert end <= max((panel.goal, *panel.allowed)) + unit / 2, name
    assert drawn > 20
