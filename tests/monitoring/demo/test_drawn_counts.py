import numpy as np
import pytest

from sxresearch.monitoring.demo.drawn_counts import Counts, Draw, stacked
from sxresearch.monitoring.demo.profiles import YEARS
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Group


def indicator(**changes) -> Indicator:
    base = {
        "id": "coverage",
        "name": {"zh": "覆盖率", "en": "Coverage"},
        "definition": {"zh": "占比。", "en": "A share."},
        "unit": "percent",
        "lower": 0,
        "upper": 100,
        "decimals": 1,
        "better": "higher",
        "measure": "share",
    }
    return Indicator.model_validate({**base, **changes})


def draw(path: float, size: int, *, item: Indicator | None = None, **offsets: float) -> dict[Group, Counts]:
    shape = (3, len(YEARS))
    groups = {Group(name): offset for name, offset in offsets.items()}
    return Draw("140100", item or indicator(), np.full(shape, path), groups, np.full(shape, size)).of_groups()


def test_figure_is_rounded_to_the_published_precision():
    counts = Counts(np.array([[1]]), np.array([[3]]))
    assert counts.level(indicator()).tolist() == [[33.3]]
    assert counts.level(indicator(unit="per_mille", upper=1000)).tolist() == [[333.3]]


def test_sum_keeps_years_apart():
    counts = Counts(np.array([[1, 2], [3, 4]]), np.array([[10, 20], [30, 40]])).summed()
    assert counts.numerator.tolist() == [[4, 6]]
    assert counts.denominator.tolist() == [[40, 60]]


def test_stacked_puts_regions_below_one_another():
    one = Counts(np.array([[1]]), np.array([[2]]))
    assert stacked([one, one]).numerator.tolist() == [[1], [1]]


def test_held_repeats_the_year_at_its_position():
    counts = Counts(np.array([[5, 6, 7]]), np.array([[9, 9, 9]])).held(np.array([0, 0, 2]))
    assert counts.numerator.tolist() == [[5, 5, 7]]


@pytest.mark.parametrize("path", [-7.0, 0.0, 7.0])
def test_five_groups_of_a_share_agree_even_at_the_edges(path):
    found = draw(path, 200, urban=0.3, rural=-0.3, female=0.5, male=-0.5)
    total = found[Group.TOTAL]
    for one, other in ((Group.URBAN, Group.RURAL), (Group.FEMALE, Group.MALE)):
        assert (found[one].numerator + found[other].numerator == total.numerator).all()
        assert (found[one].denominator + found[other].denominator == total.denominator).all()
    for counts in found.values():
        assert (counts.numerator >= 0).all()
        assert (counts.numerator <= counts.denominator).all()


def test_one_group_beside_the_total():
    found = draw(0.0, 10_000, female=0.8)
    assert set(found) == {Group.TOTAL, Group.FEMALE}
    female = found[Group.FEMALE].numerator.sum() / found[Group.FEMALE].denominator.sum()
    total = found[Group.TOTAL].numerator.sum() / found[Group.TOTAL].denominator.sum()
    assert female > total + 0.05


def test_rare_events_vary_as_counts_do():
    rate = indicator(unit="per_100k", upper=None, measure="rate", better="lower")
    deaths = draw(np.log(20.0), 20_000, item=rate)[Group.TOTAL].numerator  # four expected
    assert 3 < deaths.mean() < 5
    assert 2 < deaths.var() < 7


def test_places_have_no_counting_noise():
    places = indicator(unit="per_1000_population", upper=None, measure="rate")
    assert (draw(np.log(4.0), 50_000, item=places)[Group.TOTAL].numerator == 200).all()
