import numpy as np
import pytest

from sxresearch.errors import BadPlan
from sxresearch.monitoring.demo.profiles import load_profiles, scale_of, to_unit, to_working
from sxresearch.paths import DATA
from sxresearch.plan.loading import load_indicators


@pytest.mark.parametrize(
    ("indicator", "scale", "value"),
    [
        ("primary_net_enrolment", "logit", 99.97),
        ("maternal_mortality_ratio", "log", 13.6),
        ("life_expectancy", "identity", 78.4),
    ],
)
def test_scale_and_way_back(indicator, scale, value):
    item = load_indicators(DATA / "indicators.yaml")[indicator]
    assert scale_of(item) == scale
    assert to_unit(np.array([to_working(value, item)]), item) == pytest.approx([value])


def test_every_profile_belongs_to_an_indicator_and_its_groups():
    indicators = load_indicators(DATA / "indicators.yaml")
    for name, profile in load_profiles(DATA / "demo" / "profiles.yaml").items():
        assert set(profile.groups) <= set(indicators[name].groups)


def test_redefinitions_of_the_register_after_the_first_year_are_jumps():
    indicators = load_indicators(DATA / "indicators.yaml")
    for name, profile in load_profiles(DATA / "demo" / "profiles.yaml").items():
        inside = {mark.year for mark in indicators[name].breaks if mark.year > profile.first_year}
        assert set(profile.jumps) == inside


def test_all_faults_of_the_profiles_are_listed_with_their_lines(tmp_path):
    path = tmp_path / "profiles.yaml"
    path.write_text("a:\n  from: 1.0\n  to: 2.0\n  spread: -1\n  walk: 0.1\nb:\n  from: x\n", encoding="utf-8")
    with pytest.raises(BadPlan) as refused:
        load_profiles(path)
    places = {fault.where.split("/")[-1] for fault in refused.value.faults}
    assert {"profiles.yaml:4, a.spread", "profiles.yaml:7, b.from", "profiles.yaml:6, b.to"} <= places
