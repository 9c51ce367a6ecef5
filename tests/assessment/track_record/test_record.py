"""The record of past judgements: figures by hand, and when to withhold."""

import numpy as np
import pandas as pd
import pytest

from sxresearch.assessment.track_record.record import (
    METHODS,
    alarms,
    base_rate,
    coverage_by_horizon,
    reliability,
    summarise,
    track_record,
)
from tests.assessment.small_world import small_world
from tests.assessment.track_record.test_past_targets import SHARE, TARGET, figures

COVERAGE = pd.DataFrame(
    {"origin": 2015, "horizon": [1, 1, 2], "covered50": [True, False, True], "covered80": True, "covered95": True}
)


def cases(count: int, years: int, said: float | None) -> pd.DataFrame:
    """Cases decided a year later, met in turn; ``said`` is the P given to what is met (1 − said to what is not)."""
    outcome = np.arange(count) % 2.0
    p = np.where(outcome == 1, said, 1 - said) if said is not None else np.full(count, 0.5)
    table = pd.DataFrame({"origin": 2010 + np.arange(count) % years, "horizon": 1, "outcome": outcome})
    table = table.assign(indicator="a", group="total", region="140100")
    return table.assign(**dict.fromkeys(METHODS, p))


def test_reliability_by_hand():
    found = reliability(np.array([0.11, 0.19, 0.95, 1.0]), np.array([0.0, 1.0, 1.0, 1.0]))
    assert list(found["cases"]) == [2, 2]
    assert list(found["said"]) == pytest.approx([0.15, 0.975])
    assert list(found["happened"]) == [0.5, 1.0]
    assert (found["low"][0], found["high"][1]) == (0.1, 1.0)


def test_alarms_by_hand():
    found = alarms(np.array([0.1, 0.4, 0.6, 0.9]), np.array([0.0, 1.0, 0.0, 1.0])).set_index("below")
    assert dict(found.loc[0.50]) == {"warned": 2, "hits": 1, "false_alarms": 1, "missed": 1}
    assert dict(found.loc[0.66]) == {"warned": 3, "hits": 2, "false_alarms": 1, "missed": 0}


def test_coverage_by_hand():
    found = coverage_by_horizon(COVERAGE)
    assert list(found["figures"]) == [2, 1] and list(found["covered50"]) == [0.5, 1.0]


def test_base_rate_knows_only_what_was_decided():
    table = pd.DataFrame({"origin": [2010, 2010, 2011, 2012], "horizon": [1, 2, 1, 1], "outcome": [1.0, 0.0, 1.0, 0.0]})
    # 2010: nothing decided; 2011: one met; 2012: met, missed, met
    np.testing.assert_allclose(base_rate(table), [1 / 2, 1 / 2, 2 / 3, 3 / 5])


@pytest.mark.parametrize(
    ("count", "years", "said", "too_short", "withhold"),
    [
        (40, 5, 0.9, False, False),  # good
        (40, 5, 0.1, False, True),  # wrong way round
        (40, 5, None, False, False),  # knows nothing, like the base rate
        (29, 5, 0.1, True, False),  # too few cases
        (40, 3, 0.1, True, False),  # too few years
    ],
)
def test_withheld_on_strong_evidence_only(count, years, said, too_short, withhold):
    record = summarise(cases(count, years, said), COVERAGE)
    assert (record.too_short, record.withhold) == (too_short, withhold)
    assert (record.judged, record.blocks) == (count, years)


@pytest.mark.parametrize(("years", "too_short"), [(7, True), (8, False)])
def test_judgements_two_years_ahead_need_four_blocks_of_two_years(years, too_short):
    record = summarise(cases(40, years, 0.1).assign(horizon=2), COVERAGE)
    assert (record.block_years, record.too_short, record.withhold) == (2, too_short, not too_short)


def test_a_method_without_an_answer_is_scored_at_one_half():
    table = cases(40, 5, 1.0).assign(grey_model=np.nan)
    brier = summarise(table, COVERAGE).brier.set_index("method")["brier"]
    assert brier["ours"] == 0 and brier["grey_model"] == 0.25


def test_the_whole_way_from_figures_to_record():
    inputs = small_world(indicator=SHARE, target=TARGET, series=figures(1, 5))
    record = track_record(inputs)
    assert record.synthetic  # the small world's figures are marked so
    assert record.judged == 8 and record.blocks == 8 and record.too_short and not record.withhold
    assert list(record.brier["method"]) == [*METHODS, "base_rate"]
    assert record.reliability["cases"].sum() == 8 and list(record.coverage["horizon"]) == [1, 2]
    again = track_record(inputs)
    pd.testing.assert_frame_equal(record.cases, again.cases)
    assert record.against_base_rate == again.against_base_rate


def test_without_any_past_the_record_is_short_and_empty():
    inputs = small_world(indicator=SHARE, target=TARGET, series={"140100": {"total": {2022: 80.0, 2023: 81.0}}})
    record = track_record(inputs)
    assert record.judged == 0 and record.too_short and not record.withhold
    assert record.reliability.empty and record.coverage.empty
