"""The range of the number of misses, against exact sums over the common factor and the figures of the methods paper."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from sxresearch.assessment import miss_counts
from sxresearch.assessment.miss_counts import DRAWS, RELATED, MissCount, OpenTarget, miss_count
from sxresearch.terms import SEED

CHANCES = st.floats(0.0, 1.0)


def apart(chances: list[float]) -> list[OpenTarget]:
    """Targets of one region, each about an indicator of its own."""
    return [OpenTarget("140100", f"i{place:03d}", p) for place, p in enumerate(chances)]


def exact(chances: list[float], shared: float) -> np.ndarray:
    """P(N = n) under one common factor: the Poisson-binomial probabilities given the factor, integrated over it."""

    def given_factor(factor: float) -> np.ndarray:
        cut = stats.norm.ppf(1 - np.array(chances))
        parts = stats.norm.cdf((cut - np.sqrt(shared) * factor) / np.sqrt(1 - shared))
        out = np.ones(1)
        for part in parts:
            out = np.convolve(out, [1 - part, part])
        return out

    return np.array([
        integrate.quad(lambda factor, n=n: given_factor(factor)[n] * stats.norm.pdf(factor), -8, 8)[0]
        for n in range(len(chances) + 1)
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("common", "low", "high"),
    [(0.0, 4, 8), (0.5, 1, 11), (0.7, 0, 12)],
)
def test_twelve_regions_at_one_half(monkeypatch, common, low, high):
    """4–8 if independent, 1–11 with half of the variance in common, 0–12 with .7 (a second look at the method)."""
    monkeypatch.setattr(miss_counts, "RELATED", 0.0)
    found = miss_count(0, [OpenTarget(f"14{row:02d}00", "a", 0.5, common) for row in range(12)])
    assert (found.expected, found.low, found.high) == (6, low, high)


@pytest.mark.parametrize(("common", "low", "high"), [(0.0, 9, 15), (0.7, 3, 21)])
def test_what_the_regions_have_in_common_is_of_each_indicator(monkeypatch, common, low, high):
    """Two indicators in twelve regions: each as in the test above, and independent of the other."""
    mass = np.cumsum(np.convolve(exact([0.5] * 12, common), exact([0.5] * 12, common)))
    assert tuple(int(np.argmax(mass >= level)) for level in (0.1, 0.9)) == (low, high)
    monkeypatch.setattr(miss_counts, "RELATED", 0.0)
    found = miss_count(0, [OpenTarget(f"14{row:02d}00", name, 0.5, common) for row in range(12) for name in "ab"])
    assert (found.expected, found.low, found.high) == (12, low, high)


@pytest.mark.parametrize("chances", [[0.5] * 12, [0.9] * 20, [0.95, 0.03, 0.71, 0.41, 0.24, 0.12, 0.67]])
def test_across_indicators_as_the_exact_sum_over_the_common_factor(chances):
    mass = np.cumsum(exact(chances, RELATED))
    low, high = (int(np.argmax(mass >= level)) for level in (0.1, 0.9))
    found = miss_count(3, apart(chances))
    assert (found.low, found.high) == (3 + low, 3 + high)
    assert found.expected == pytest.approx(3 + sum(1 - p for p in chances))


def test_targets_of_one_indicator_in_one_region_are_missed_together():
    same = [OpenTarget("140100", "a", 0.5)] * 8
    assert miss_count(0, same) == MissCount(4.0, 0, 8)


def test_decided_targets_have_no_range():
    assert miss_count(5, []) == MissCount(5.0, 5, 5)
    assert miss_count(1, apart([1.0, 0.0])) == MissCount(2.0, 2, 2)


def test_the_order_of_the_targets_does_not_matter():
    given_ = zip("ababc", "aabbb", (0.1, 0.3, 0.5, 0.7, 0.9), strict=True)
    targets = [OpenTarget(region, name, p, 0.6) for region, name, p in given_]
    found = [miss_count(0, list(order)) for order in itertools.permutations(targets)]
    assert len({(item.low, item.high) for item in found}) == 1


@given(st.lists(CHANCES, max_size=12), st.integers(0, 5))
def test_the_range_lies_between_what_is_decided_and_all(chances, missed):
    found = miss_count(missed, apart(chances))
    assert missed <= found.low <= found.high <= missed + len(chances)


@given(st.lists(st.floats(0.15, 0.85), min_size=1, max_size=6))
def test_with_everything_in_common_all_or_none_may_be_missed(chances):
    """Nothing is wider. It holds where no chance is beyond 10 or 90 %: what has 9 % then lies outside the range whole,
    while six such, each by itself, would put a miss or two into it."""
    alike = [OpenTarget(str(place), "a", p, 1.0) for place, p in enumerate(chances)]
    found = miss_count(0, alike)
    assert (found.low, found.high) == (0, len(chances))


def test_what_has_nine_percent_is_outside_when_it_comes_all_at_once():
    targets = [OpenTarget(str(place), "a", 0.91) for place in range(6)]
    independent, alike = (miss_count(0, [item._replace(common=share) for item in targets]) for share in (0.0, 1.0))
    assert alike.high == 0 < independent.high


def test_a_range_needs_two_counts_in_order():
    with pytest.raises(ValueError, match="in order"):
        MissCount(1.0, 3, 2)


def test_one_region_is_drawn_as_the_formula_has_it():
    """Written out once more, target by target, with the normals in the order in which they are drawn."""
    targets = [OpenTarget("140100", *rest) for rest in (("b", 0.3, 0.5), ("a", 0.6, 0.1), ("b", 0.9, 1.0))]
    rng = np.random.default_rng(SEED)
    everywhere, missed = rng.standard_normal(DRAWS), np.zeros(DRAWS, dtype=int)
    for _, mine in (("a", targets[1:2]), ("b", [targets[0], targets[2]])):
        alike, own = rng.standard_normal(DRAWS), rng.standard_normal(DRAWS)
        for target in mine:
            common = max(target.common, RELATED)
            normal = np.sqrt(RELATED) * everywhere + np.sqrt(common - RELATED) * alike + np.sqrt(1 - common) * own
            missed += normal < stats.norm.ppf(1 - target.p)
    low, high = np.quantile(missed, (0.1, 0.9), method="inverted_cdf")
    found = miss_count(2, targets)
    assert (found.low, found.high) == (2 + low, 2 + high)
    assert found.expected == pytest.approx(2 + 0.7 + 0.4 + 0.1)
    np.testing.assert_array_equal(miss_counts._drawn(targets), missed)
