"""Counting noise on the working scale against hand calculations, and where each warning begins."""

from types import SimpleNamespace

import numpy as np
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.warning_rules import hard_to_reach, variance_of_counted_figures
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.panel import Panel
from sxresearch.terms import Group
from tests.assessment.small_world import small_world

WORDS = {"zh": "甲", "en": "A"}


def panel(value: float, size: float, **given) -> Panel:
    fields = {"id": "a", "name": WORDS, "definition": WORDS, "decimals": 1, "numerator": WORDS, "denominator": WORDS}
    values = np.full((1, 1), value)
    return Panel(
        Indicator.model_validate({**fields, **given}), Group.TOTAL, ("140100",), np.array([2020]),
        values, np.full((1, 1), size), np.zeros((1, 1), dtype=bool),
    )  # fmt: skip


def test_rate_by_hand():
    # 15 per 100 000 of 20 000 births are 3 deaths: the log of a count of 3 has variance 1/3 (delta method)
    maternal = panel(15.0, 20_000, unit="per_100k", lower=0, better="lower", measure="rate")
    assert variance_of_counted_figures(maternal)[0, 0] == pytest.approx(1 / 3, rel=1e-6)


def test_share_by_hand():
    # logit: 1/(N p (1 − p)) = 1/(1000 · 0.4 · 0.6), less the small offset that keeps 0 and 100 finite
    share = panel(40.0, 1000, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert variance_of_counted_figures(share)[0, 0] == pytest.approx(1 / 240, rel=0.05)


def test_unknown_denominator_gives_no_noise():
    share = panel(40.0, np.nan, unit="percent", lower=0, upper=100, better="higher", measure="share")
    assert np.isnan(variance_of_counted_figures(share)[0, 0])


# --- where each rule begins, by the warnings of the verdict table --------------------------

PLAIN = {"better": "higher", "unit": "ratio", "measure": "mean"}  # no bounds: steps count in the unit
DEATHS = {
    "better": "lower", "lower": 0, "unit": "per_100k", "measure": "rate",
    "numerator": {"zh": "死亡数", "en": "deaths"}, "denominator": {"zh": "活产数", "en": "live births"},
}  # fmt: skip


def to_and_fro(step: float, figures: int = 9) -> dict[int, float]:
    """Figures that go up and down by ``step`` in turn; with an even number of steps there is no drift."""
    return {2023 - figures + 1 + place: 50.0 + step * (place % 2) for place in range(figures)}


def warned(series: dict[str, dict[int, float]], kind: str, indicator: dict = PLAIN, **more) -> bool:
    """Whether the first region is warned of ``kind``."""
    target = {"rule": "at_most" if indicator["better"] == "lower" else "at_least", "value": 90} | more.pop("target", {})
    grouped = {code: {"total": figures} for code, figures in series.items()}
    world = small_world(indicator=indicator, target=target, series=grouped, **more)
    return kind in assess(world, [next(iter(series))]).verdicts.iloc[0]["warnings"].split(";")


def beside(step: float, others: int, figures: int = 9) -> dict[str, dict[int, float]]:
    """A region with jumps of ``step``, and others with jumps of 1, 2, 3 …"""
    found = {"140001": to_and_fro(step, figures)}
    return found | {f"14{number:04d}": to_and_fro(float(number - 1)) for number in range(2, others + 2)}


@pytest.mark.parametrize(
    ("others", "step", "volatile"),
    [
        # the 90th percentile of 1 … n, interpolated: 1 + .9 · (n − 1)
        (10, 9.0, False), (10, 9.2, True),
        (116, 104.4, False), (116, 104.6, True),
        # the 90th percentile of 1 … 5 is 4.6; of the fifth region's four others none is asked: it turns each year
        (5, 4.5, False), (5, 4.7, True), (4, 0.2, True), (5, 0.2, False),
    ],
)  # fmt: skip
def test_volatile_beside_so_many_regions(others, step, volatile):
    assert warned(beside(step, others), "volatile") is volatile


@pytest.mark.parametrize(("figures", "volatile"), [(4, False), (5, True)])
def test_volatile_needs_four_steps(figures, volatile):
    assert warned({"140001": to_and_fro(3.0, figures)}, "volatile") is volatile


@pytest.mark.parametrize(("figures", "volatile"), [(4, False), (5, True)])
def test_volatile_needs_four_steps_among_many_regions_too(figures, volatile):
    assert warned(beside(50.0, 10, figures), "volatile") is volatile


@pytest.mark.parametrize(("deaths", "volatile"), [(12.0, False), (12.1, True)])
def test_volatile_beyond_counting_noise(deaths, volatile):
    """Four steps between 100 and 120 or 121 deaths: 4·log²(x/100)/(1/100 + 1/x) is 7.25 and 7.96.

    The 95th percentile of chi-square with three degrees of freedom is 7.81.
    """
    figures = {year: deaths if year % 2 else 10.0 for year in range(2018, 2023)}
    assert warned({"140001": figures}, "volatile", DEATHS, counts=1e6) is volatile


@pytest.mark.parametrize(
    ("latest", "stalled"),
    [(59.9, False), (60.0, True), (66.9, True), (67.0, False)],
)
def test_stalled_below_a_fifth_of_the_pace_needed(latest, stalled):
    """From 60.0 in 2020 to 90 in 2025: 6.9 points in three years are .199 of 23.1 in two, 7.0 are .203 of 23.0."""
    figures = {2018: 60.0, 2019: 60.0, 2020: 60.0, 2021: 60.0, 2022: 60.0, 2023: latest}
    assert warned({"140001": figures}, "stalled") is stalled


@pytest.mark.parametrize(("latest", "stale"), [(2022, False), (2021, True)])
def test_stale_from_two_years_behind(latest, stale):
    """The region's newest figure of any indicator stands in 2023."""
    target = {"rule": "at_least", "value": 90}
    series = {"140001": {"total": dict.fromkeys(range(2015, latest + 1), 50.0), "second/total": {2023: 1.0}}}
    world = small_world(indicator=PLAIN, target=target, series=series, second=PLAIN)
    assert ("stale" in assess(world, ["140001"]).verdicts.iloc[0]["warnings"].split(";")) is stale


@pytest.mark.parametrize(
    ("last", "worse"),
    [([50.0, 49.9, 49.8], True), ([50.0, 49.9, 49.9], False), ([49.9, 50.0, 49.9], False)],
)
def test_worsening_twice_in_a_row_by_a_printed_unit(last, worse):
    figures = dict(zip(range(2017, 2024), [52.0, 51.0, 52.0, 51.0, *last], strict=True))
    assert warned({"140001": figures}, "worsening") is worse


@pytest.mark.parametrize(("p", "hard"), [(0.499, True), (0.5, False)])
def test_hard_to_reach_below_one_half(p, hard):
    judged = SimpleNamespace(outcome=SimpleNamespace(p_attain=np.array([p]), decided=np.array([np.nan])))
    assert hard_to_reach(judged)[0] == hard
