"""Tile maps: eleven cities, each in its place, and who weighs on the province."""

import pytest

from sxresearch.brief.content.comparison.pull import pulling, shares
from sxresearch.brief.content.comparison.tile_maps import POSITIONS, tile_maps
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.paths import DATA
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language
from tests.brief.several import make_several


@pytest.fixture(scope="module")
def shown():
    inputs, assessment = make_several()
    return members(inputs, assessment, Language.ZH)


def test_every_city_has_a_tile_of_its_own():
    regions = load_regions(DATA / "regions.csv")
    assert set(POSITIONS) == {region.code for region in regions if region.parent == "140000"}
    assert len(set(POSITIONS.values())) == 11


def test_places_are_as_on_a_map():
    rows, columns = ({code: place[axis] for code, place in POSITIONS.items()} for axis in (0, 1))
    assert rows["140200"] < rows["140900"] < rows["140100"] < rows["140400"] < rows["140500"]  # Datong … Jincheng
    assert columns["141100"] < columns["140100"] < columns["140300"]  # Lüliang, Taiyuan, Yangquan


def test_a_map_shows_the_answer_of_each_city_with_a_way_to_its_chart(shown):
    maps = {item.title: item for item in tile_maps(shown)}
    tile = next(tile for tile in maps["孕产妇死亡率（农村）"].tiles if tile.code == "140100")
    assert (tile.name, tile.symbol, tile.words) == ("太原市", "▼", "3%")
    assert tile.anchor == "140100-women-health-1-maternal"
    assert "太原市" in maps["孕产妇死亡率（农村）"].finding


def test_targets_that_are_met_everywhere_have_no_map(shown):
    assert "健康素养水平" not in {item.title for item in tile_maps(shown)}


def test_one_city_alone_is_no_map(shown):
    assert tile_maps(shown[1:2]) == ()


def test_parts_that_hold_the_whole_back_are_named_by_their_share(shown):
    whole = shown[0]
    cities = [member for member in shown if member.region.code in POSITIONS]
    target = "women.health.1.maternal"
    parts = [member.by_target[target] for member in cities]
    weights = {part.row.subject.region.code: share for part, share in shares(whole.by_target[target], parts)}
    assert sum(weights.values()) == pytest.approx(1)
    assert weights["140100"] == pytest.approx(60_000 / 167_000)  # births of the five cities in tests/brief/several.py
    # by hand: (23.3−12.5)·.359 = 3.9 of Taiyuan; 30 deaths on 45,000 births: (66.7−12.5)·.269 = 14.6 of Changzhi
    assert pulling(whole.by_target[target], parts).startswith(
        "全省与目标的差距主要来自长治市（66.7/10万，折合全省 14.6/10万）"
    )
