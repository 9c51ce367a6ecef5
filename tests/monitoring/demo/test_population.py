import numpy as np

from sxresearch.monitoring.demo.population import POPULATION_10K, cities, counties, exposure_of, share_of, weights_of
from sxresearch.paths import DATA
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Group


def test_every_city_of_the_region_list_has_a_size():
    assert cities(load_regions(DATA / "regions.csv")) == sorted(POPULATION_10K)


def test_all_117_counties_belong_to_a_city():
    regions = load_regions(DATA / "regions.csv")
    assert sum(len(counties(city, regions)) for city in cities(regions)) == 117


def test_county_weights_share_out_the_city_exactly():
    weights = weights_of(["140105", "140106", "140107"])
    assert weights.sum() == 1
    parts = exposure_of("140100", "live_births", weights)
    assert (parts.sum(axis=0) == exposure_of("140100", "live_births", np.array([1.0]))[0]).all()


def test_groups_make_up_the_whole():
    assert np.allclose(share_of(Group.URBAN) + share_of(Group.RURAL), 1)
    assert np.allclose(share_of(Group.FEMALE) + share_of(Group.MALE), 1)
