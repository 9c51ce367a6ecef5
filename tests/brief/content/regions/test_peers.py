"""Every region beside its peers: same level, same parent; where it lags and where it leads."""

from sxresearch.brief.content.regions.peers import peer_groups, peers_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.terms import Language
from tests.brief.conftest import REGION
from tests.brief.several import OTHERS, make_several


def everyone() -> tuple[RegionVerdicts, ...]:
    return members(*make_several(), Language.ZH)


def test_peers_are_of_the_same_level_under_the_same_parent():
    taiyuan = everyone()[1]
    assert taiyuan.region.code == REGION
    assert [peer.region.code for peer in peers_of(taiyuan, everyone())] == list(OTHERS)


def test_every_region_with_peers_stands_in_a_group_and_the_province_has_none():
    (group,) = peer_groups(everyone())
    assert [member.region.code for member in group.members] == [REGION, *OTHERS]


def test_every_region_has_its_share_of_a_field_and_their_median_beside_them():
    (group,) = peer_groups(everyone())
    health = group.fields[0]
    assert health.title == "妇女与健康"
    assert health.counts[0] == (2, 6)
    shares = sorted(good / assessable for good, assessable in health.counts)
    assert health.middle == shares[2]
    assert [field.title for field in group.fields] == ["妇女与健康", "妇女与生活"]


def with_others(short: str, p: float, status: str, count: int):
    """Five cities; ``count`` of the four beside Taiyuan have another answer on one target."""
    inputs, assessment = make_several()
    table = assessment.verdicts
    hit = table["region"].isin(OTHERS[:count]) & table["target"].str.endswith(f".{short}")
    table.loc[hit, ["p_attain", "status"]] = [p, status]
    (group,) = peer_groups(members(inputs, assessment, Language.ZH))
    return group


def of(found, region: str = REGION):
    return [
        (item.row.title, item.good, item.bad, item.judged) for item in found if item.row.subject.region.code == region
    ]


def test_a_target_is_behind_only_when_most_peers_are_on_course():
    assert of(with_others("maternal", 0.95, "likely", 4).behind) == [("孕产妇死亡率（农村）", 4, 0, 4)]
    (group,) = peer_groups(everyone())
    assert of(group.behind) == []  # two of four are not most of them


def test_a_target_is_ahead_only_when_most_peers_are_in_trouble():
    ((title, good, bad, _),) = of(with_others("life", 0.05, "very_unlikely", 3).ahead)
    assert (title, good, bad) == ("平均预期寿命（女性）", 1, 3)
    assert of(with_others("life", 0.05, "very_unlikely", 2).ahead) == []


def test_every_region_is_looked_at_not_one():
    """Where all but the first of the others do well, it is the first that stands behind."""
    inputs, assessment = make_several()
    table = assessment.verdicts
    life = table["target"].str.endswith(".life")
    table.loc[life & table["region"].isin([REGION, *OTHERS[1:]]), ["p_attain", "status"]] = [0.95, "likely"]
    table.loc[life & (table["region"] == OTHERS[0]), ["p_attain", "status"]] = [0.05, "very_unlikely"]
    (group,) = peer_groups(members(inputs, assessment, Language.ZH))
    assert ("平均预期寿命（女性）", 4, 0, 4) in of(group.behind, OTHERS[0])
    assert of(group.behind) == []


def test_three_regions_are_too_few():
    few = [member for member in everyone() if member.region.code in (REGION, *OTHERS[:2])]
    assert peer_groups(few) == ()
