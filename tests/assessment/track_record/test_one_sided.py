"""Whether a record errs on one side: by hand, on records made so, and how often it is said without reason."""

import numpy as np
import pandas as pd
import pytest
from scipy import special

from sxresearch.assessment.track_record.one_sided import (
    FEWEST_BLOCKS,
    FEWEST_INDICATORS,
    LARGEST_SHIFT,
    OneSidedTest,
    Side,
    one_sided,
)


def record(
    seed: int, *, indicators: int = 20, years: int = 10, lead: int = 2, bias: float = 0.0, common: float = 0.4,
    level: float = 0.7,
) -> pd.DataFrame:  # fmt: skip
    """Twelve regions on walks that share a part of every year's shock; ``bias`` is taken off the true log odds."""
    rng, regions = np.random.default_rng(seed), 12
    shape = (indicators, regions, years + lead)
    shared, own = rng.standard_normal((indicators, 1, years + lead)), rng.standard_normal(shape)
    walk = (np.sqrt(common) * shared + np.sqrt(1 - common) * own).cumsum(axis=2)
    walk = np.concatenate([np.zeros((indicators, regions, 1)), walk], axis=2)
    moved = (walk[:, :, lead : years + lead] - walk[:, :, :years]) / np.sqrt(lead)
    room = rng.normal(level, 1, (indicators, 1, 1)) + rng.normal(0, 0.5, moved.shape)
    place = np.indices(moved.shape).reshape(3, -1)
    return pd.DataFrame(
        {
            "indicator": np.char.add("i", place[0].astype(str)), "group": "total",
            "region": np.char.add("r", place[1].astype(str)), "origin": 2000 + place[2], "horizon": lead,
            "ours": special.expit(special.logit(special.ndtr(room)) - bias).ravel(),
            "outcome": (moved > -room).astype(float).ravel(),
        }
    )  # fmt: skip


def test_by_hand():
    """Six indicators met by turns in four years, all at P = .5: three met of four in each, so no spread between either.

    What remains is the variance that the probabilities announce: 24 judgements of 1/4.
    """
    rows = [
        {"indicator": f"i{k}", "group": "total", "region": "r", "origin": 2000 + year, "horizon": 1, "ours": 0.5,
         "outcome": float((k + year) % 4 > 0)}
        for k in range(6) for year in range(4)
    ]  # fmt: skip
    found = one_sided(pd.DataFrame(rows))
    assert (found.said, found.met, found.df) == (0.5, 0.75, 3)
    # the sum of outcome − P is 18 − 12; years hold 4, 5, 4, 5 met, and their spread is below that of 24 coins
    assert found.t == pytest.approx(6 / np.sqrt(24 / 4))
    assert found.p_value == pytest.approx(0.0917, abs=5e-4)  # Student's table: t(3) = 2.449
    assert found.side is None and found.shift == 0


@pytest.mark.parametrize(("bias", "side"), [(1.2, Side.CAUTIOUS), (-1.2, Side.OPTIMISTIC), (0.0, None)])
def test_a_record_made_one_sided_is_found_and_corrected(bias, side):
    cases = record(3, indicators=40, bias=bias)
    found = one_sided(cases)
    assert found.side is side
    if side is not None:
        assert found.shift == pytest.approx(bias, abs=0.35)
        corrected = found.corrected(cases["ours"].to_numpy())
        assert abs(corrected.mean() - found.met) < 0.35 * abs(found.said - found.met)


def test_false_alarms_are_rare_and_real_errors_are_found():
    """Two hundred records without any error: the test of size .05 speaks in few of them; with one it mostly does."""
    honest = [one_sided(record(seed, common=0.4)).side for seed in range(200)]
    assert sum(side is not None for side in honest) / 200 <= 0.05
    wrong = [one_sided(record(seed, common=0.4, bias=1.0)).side for seed in range(60)]
    assert sum(side is Side.CAUTIOUS for side in wrong) / 60 >= 0.8
    assert Side.OPTIMISTIC not in wrong


@pytest.mark.parametrize(
    ("indicators", "years", "lead", "tested"),
    [
        (FEWEST_INDICATORS, 2 * FEWEST_BLOCKS, 2, True),
        (FEWEST_INDICATORS - 1, 2 * FEWEST_BLOCKS, 2, False),
        (FEWEST_INDICATORS, 2 * FEWEST_BLOCKS - 2, 2, False),
        (FEWEST_INDICATORS, FEWEST_BLOCKS, 1, True),
    ],
)
def test_with_few_indicators_or_years_nothing_is_claimed(indicators, years, lead, tested):
    found = one_sided(record(1, indicators=indicators, years=years, lead=lead, bias=3.0))
    assert found.tested is tested
    assert tested or (found.side is None and found.shift == 0 and np.isnan(found.p_value))


def test_a_record_without_any_miss_is_no_proof_by_itself():
    """Eight indicators at P = .95, all met: an even record of few, whose own spread is nothing."""
    cases = record(1, indicators=8).assign(ours=0.95, outcome=1.0)
    cases = cases[cases["region"] == "r0"]
    found = one_sided(cases)
    assert found.tested and found.side is None
    sure = one_sided(record(1, indicators=40).assign(ours=0.5, outcome=1.0))
    assert sure.side is Side.CAUTIOUS and sure.shift <= LARGEST_SHIFT


def test_order_and_names_change_nothing():
    cases = record(5, bias=0.8)
    shuffled = cases.sample(frac=1, random_state=1).assign(indicator=lambda t: "x" + t["indicator"])
    one, other = one_sided(cases), one_sided(shuffled)
    assert (one.t, one.shift) == pytest.approx((other.t, other.shift), rel=1e-12)


def test_an_empty_record_and_an_unfounded_shift():
    assert not one_sided(record(1).iloc[:0]).tested
    with pytest.raises(ValueError, match="side"):
        OneSidedTest(0.5, 0.6, 0.1, 4, 0.2)
