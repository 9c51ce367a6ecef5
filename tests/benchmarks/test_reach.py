"""The figures that issue and design ask for, on real outcomes; needs the benchmark folder."""

import pytest

from tests.bench import BENCH, needs_bench

pytestmark = needs_bench


@pytest.fixture(scope="module")
def attained():
    from benchmarks.attainment import attainment

    return attainment(BENCH / "flag")


def test_attainment(attained):
    from benchmarks.attainment import OURS

    ours = attained.loc[OURS]
    assert ours["Brier"] <= 0.130 and ours["macro"] <= 0.119
    assert ours["ECE"] <= 0.030 and ours["AUC"] >= 0.868
    assert 0.78 <= round(ours["80 % covers"], 2) <= 0.84  # asked for in two decimals; .8413 was measured
    assert ours["answered"] >= 0.99


def test_the_rules_in_use_are_recomputed_rightly(attained):
    # Brier of the published baselines of the benchmark: .253, .243, .270, .158
    for name, published in (
        ("growth-rate rule", 0.253), ("time-weighted line", 0.243), ("GM(1,1)", 0.270), ("naive walk", 0.158)
    ):  # fmt: skip
        assert attained.loc[name, "Brier"] == pytest.approx(published, abs=0.005)


def test_rolling_coverage_at_every_horizon():
    from benchmarks.coverage import coverage

    assert coverage(BENCH / "flag")["80 %"].between(0.74, 0.87).all()


def test_m3_yearly():
    from benchmarks.competitions import ours

    found = ours(BENCH / "competitions", "M3")
    assert found["sMAPE"] <= 16.1
    assert 0.87 <= found["90 % covers"] <= 0.93
