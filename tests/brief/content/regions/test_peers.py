"""A region beside its peers: same level, same parent; where it lags and where it leads."""

from sxresearch.brief.content.regions.peers import compare, peers_of
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.terms import Language
from tests.brief.conftest import REGION
from tests.brief.several import OTHERS, make_several


def everyone():
    return members(*make_several(), Language.ZH)


def test_peers_are_of_the_same_level_under_the_same_parent():
    taiyuan = everyone()[1]
    assert taiyuan.region.code == REGION
    assert [peer.region.code for peer in peers_of(taiyuan, everyone())] == list(OTHERS)


def test_shares_of_a_field_stand_beside_median_and_range_of_the_peers():
    found = compare(everyone()[1], everyone())
    health = found.fields[0]
    assert (health.title, health.good, health.assessable) == ("妇女与健康", 2, 6)
    assert health.lowest <= health.middle <= health.highest


def with_others(short: str, p: float, status: str, count: int):
    """Taiyuan beside four cities, of which ``count`` have another answer on one target."""
    inputs, assessment = make_several()
    table = assessment.verdicts
    hit = table["region"].isin(OTHERS[:count]) & table["target"].str.endswith(f".{short}")
    table.loc[hit, ["p_attain", "status"]] = [p, status]
    shown = members(inputs, assessment, Language.ZH)
    return compare(shown[1], shown)


def test_a_target_is_behind_only_when_most_peers_are_on_course():
    (item,) = with_others("maternal", 0.95, "likely", 4).behind
    assert (item.row.title, item.good, item.bad, item.judged) == ("孕产妇死亡率（农村）", 4, 0, 4)
    assert compare(everyone()[1], everyone()).behind == ()  # two of four are not most of them


def test_a_target_is_ahead_only_when_most_peers_are_in_trouble():
    (item,) = with_others("life", 0.05, "very_unlikely", 3).ahead
    assert (item.row.title, item.good, item.bad) == ("平均预期寿命（女性）", 1, 3)
    assert with_others("life", 0.05, "very_unlikely", 2).ahead == ()


def test_without_peers_there_is_no_comparison():
    assert compare(everyone()[0], everyone()) is None
