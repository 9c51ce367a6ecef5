import numpy as np
import pytest

from sxresearch.monitoring.demo.profiles import YEARS, Profile
from sxresearch.monitoring.demo.true_paths import city_path, county_paths, held_between
from sxresearch.plan.indicators import Indicator

ITEM = Indicator.model_validate(
    {
        "id": "schooling",
        "name": {"zh": "年限", "en": "Years"},
        "definition": {"zh": "年数。", "en": "Years."},
        "unit": "years",
        "decimals": 1,
        "better": "higher",
        "measure": "mean",
    }
)


def profile(**changes) -> Profile:
    return Profile.model_validate({"from": 9.0, "to": 11.0, "spread": 1e-9, "walk": 1e-9, **changes})


def test_without_noise_the_path_runs_from_start_to_end_and_never_back():
    path = city_path("140100", ITEM, profile())
    assert path[[0, -1]] == pytest.approx([9.0, 11.0])
    assert (np.diff(path) >= 0).all()


def test_the_path_is_no_straight_line():
    steps = np.diff(city_path("140100", ITEM, profile()))
    assert steps.max() > 3 * steps.min()


def test_shock_is_felt_in_2020_to_2022_and_fades():
    felt = city_path("140100", ITEM, profile(shock=-1.0)) - city_path("140100", ITEM, profile())
    assert felt[YEARS < 2020] == pytest.approx(0)
    assert (felt[(YEARS >= 2020) & (YEARS <= 2022)] < -0.4).all()
    assert felt[-1] > felt[-2]


def test_jump_moves_the_level_but_not_the_end():
    jumped = city_path("140100", ITEM, profile(jumps={2018: -2.0}))
    assert jumped[[0, -1]] == pytest.approx([9.0, 11.0])
    assert (YEARS[1:][np.diff(jumped) < 0]).tolist() == [2018]


def test_deviations_return_to_the_path():
    noise = np.stack([city_path(str(code), ITEM, profile(walk=1.0)) for code in range(400)])
    noise = noise - noise.mean(axis=0)
    assert noise[:, 4].std() == pytest.approx(noise[:, -1].std(), rel=0.2)  # a random walk would have grown by 1.7


def test_counties_share_their_city_s_course():
    path = city_path("140100", ITEM, profile())
    paths = county_paths(["140105", "140106"], path, ITEM, profile(spread=0.5))
    assert np.diff(paths, axis=1) == pytest.approx(np.diff(np.stack([path, path]), axis=1))
    assert paths[0, 0] != paths[1, 0]


def test_the_figure_of_the_last_election_stands():
    held = held_between((2008, 2013, 2018))
    assert (YEARS[held][YEARS < 2013] == 2010).all()
    assert (YEARS[held][(YEARS >= 2013) & (YEARS < 2018)] == 2013).all()
    assert (YEARS[held][YEARS >= 2018] == 2018).all()
