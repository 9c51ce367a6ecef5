"""Which plans a run is about."""

import pytest

from sxresearch.errors import BadParameter
from sxresearch.paths import DATA, PLANS
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.loading import load_indicators, load_plans
from sxresearch.plan.regions import load_regions
from sxresearch.plan.selection import plans_in_force, plans_named


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, ...]:
    return load_plans(PLANS, load_indicators(DATA / "indicators.yaml"), load_regions(DATA / "regions.csv"))


def of(found: tuple[Plan, ...], region: str) -> set[str]:
    return {plan.id for plan in found if plan.applies_to == region and not plan.counted_apart}


PROVINCE = {"shanxi-women-2021-2025", "shanxi-children-2021-2025"}
EARLIER = {"china-women-2011-2020", "china-children-2011-2020"}
LATER = {"china-women-2021-2030", "china-children-2021-2030"}


@pytest.mark.parametrize(("year", "nation"), [(2011, EARLIER), (2020, EARLIER), (2021, LATER), (2030, LATER)])
def test_the_plans_whose_period_covers_the_year_are_taken(plans, year, nation):
    assert of(plans_in_force(plans, year), "100000") == nation


@pytest.mark.parametrize("year", [2010, 2020, 2021, 2025, 2026, 2031])
def test_before_and_after_the_period_the_nearest_plans_are_meant(plans, year):
    assert of(plans_in_force(plans, year), "140000") == PROVINCE


@pytest.mark.parametrize(
    ("plan", "first", "last"),
    [("china-healthy-action-2019-2030", 2019, 2030), ("china-maternal-safety-2018-2020", 2018, 2020)],
)
def test_documents_beside_the_outlines_come_and_go_with_their_period(plans, plan, first, last):
    years = [year for year in range(2011, 2031) if plan in {item.id for item in plans_in_force(plans, year)}]
    assert years == list(range(first, last + 1))


def test_named_plans_are_taken_alone_in_file_order(plans):
    found = plans_named(plans, ["shanxi-women-2021-2025", "china-children-2011-2020"])
    assert [plan.id for plan in found] == ["china-children-2011-2020", "shanxi-women-2021-2025"]


def test_an_unknown_id_is_refused_with_those_there_are(plans):
    with pytest.raises(BadParameter) as caught:
        plans_named(plans, ["shanxi-women", "x"])
    assert len(caught.value.faults) == 2
    assert "shanxi-women-2021-2025" in str(caught.value)
