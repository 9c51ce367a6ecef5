"""docs/responsibility: the sample is one that the toolkit takes, and says what the page says."""

import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.paths import PLANS, ROOT
from sxresearch.plan.loading import load_plans
from sxresearch.plan.responsibility import Responsibility, load_responsibility

SAMPLE = ROOT / "docs" / "responsibility.sample.csv"
MATERNAL = "women.health.2.maternal_mortality_ratio"


@pytest.fixture(scope="module")
def given() -> Responsibility:
    register = load_register()
    plans = load_plans(PLANS, register.indicators, register.regions)
    return load_responsibility(SAMPLE, plans, register.indicators, register.regions)


def test_a_city_s_own_row_goes_before_the_province_s(given):
    assert given.of(MATERNAL, "140000") == given.of(MATERNAL, "140105") == "省卫生健康委"
    assert given.of(MATERNAL, "140100") == "太原市卫生健康委"
    assert given.of("women.environment.6.good_air_days", "140100") == "省生态环境厅"


def test_two_bureaus_of_one_name_are_known_as_two(given):
    assert given.only_in("市教育局") == ("140100", "140200")
    assert given.only_in("省教育厅") == ()


@pytest.mark.parametrize("page", ["responsibility.md", "responsibility.zh.md"])
def test_both_pages_show_the_sample(page):
    assert SAMPLE.read_text(encoding="utf-8") in (ROOT / "docs" / page).read_text(encoding="utf-8")
