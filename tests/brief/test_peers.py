"""A region beside its peers: same level, same parent; where it lags and where it leads."""

from sxresearch.brief.members import members
from sxresearch.brief.peers import compare, peers_of
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


def test_a_target_is_behind_only_when_most_peers_are_on_course():
    found = compare(everyone()[1], everyone())
    for item in found.behind:
        assert item.row.p is None or item.row.p < 0.33
        assert 2 * item.good > item.judged
    for item in found.ahead:
        assert item.row.p is None or item.row.p >= 0.66
        assert 2 * item.bad > item.judged
    titles = {item.row.title for item in found.ahead}
    assert "平均预期寿命（女性）" not in titles or found.ahead


def test_without_peers_there_is_no_comparison():
    assert compare(everyone()[0], everyone()) is None
