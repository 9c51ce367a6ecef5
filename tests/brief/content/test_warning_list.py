"""The warning list: order, pace in words, measures."""

import pytest

from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.brief_content import brief_content
from tests.brief.conftest import REGION, make_assessment, make_inputs


def _alert(content, short):
    return next(item for item in content.alerts if item.target.place.target.id.endswith(short))


def test_decided_misses_come_first_then_rising_probability(content):
    order = [item.target.place.target.id.split(".")[-1] for item in content.alerts]
    assert order == ["injury", "anaemia", "maternal", "myopia", "coverage", "gap"]


def test_only_flagged_targets_are_warned_of(content):
    flags = {item.target.flag.value for item in content.alerts}
    assert flags == {"urgent", "watch"}
    assert len(content.alerts) == content.counts.urgent + content.counts.watch


def test_needed_pace_is_compared_with_the_recent_one(content):
    # 3.45 / 0.2 = 17.25 times: a factor of that size says only that hardly anything moves
    assert _alert(content, "maternal").needed == "今后每年须下降 3.5/10万；近年基本没有变化，须明显提速。"


@pytest.mark.parametrize(
    ("observed", "says"),
    [
        (-0.02, "近年基本没有变化"),  # what the rounding of two figures of 0.1 over five years can make
        (-0.021, "近年基本没有变化"),  # 164 times
        (-0.345, "近年基本没有变化"),  # ten times
        (-0.35, "须提速到 9.9 倍"),
        (0.02, "近年基本没有变化"),
        (0.021, "须扭转上升势头"),
    ],
)
def test_no_factor_of_a_pace_near_nothing(observed: float, says: str):
    """Needed are 3.45 a year less; the indicator is printed with one decimal."""
    assert says in _alert(_with_pace(observed), "maternal").needed


def test_a_wrong_direction_is_named(make_content):
    myopia = _alert(make_content(), "myopia")
    assert "近年基本没有变化" in myopia.needed  # 7.4 against 0.45: more than ten times
    coverage = _alert(make_content(), "coverage")
    assert coverage.needed == "目前在达标一侧，近年平均每年下降 0.1 个百分点，须保持现有水平。"


def test_decided_targets_say_how_far_they_are_off(content):
    assert _alert(content, "injury").needed == "已成定局，与目标相差 2.10/10万。"
    assert _alert(content, "anaemia").needed == "已成定局。"


def test_a_gap_is_told_what_it_has_to_become(content):
    assert _alert(content, "gap").needed == "两组差距须缩小到小于 2020 年的差距；现有差距见“城乡差距与性别差距”。"


def test_episodes_are_told_with_their_length(content):
    assert _alert(content, "maternal").episodes == "同级地区过去 40 个两年期中，有 3 个达到所需速度。"
    assert _alert(content, "injury").episodes == ""


def test_the_plans_own_measures_and_the_department_stand_beside_it(content):
    maternal = _alert(content, "maternal")
    assert maternal.measures == ("1 完善妇幼服务网络",)
    assert maternal.department == "卫生健康委"


def test_unflagged_but_unsettled_targets_are_listed_apart(content):
    assert [row.place.target.id for row in content.unflagged_warnings] == ["women.health.2.screening"]


def test_english_says_the_same(make_content):
    needed = _alert(make_content("en"), "maternal").needed
    assert needed == (
        "It has to fall by 3.5 per 100 000 a year; recently it has hardly changed, so the pace must increase markedly."
    )


@pytest.mark.parametrize(
    ("observed", "says"),
    [(-0.5, "倍"), (-3.45 / 1.06, "倍"), (-3.45 / 1.04, "速度已够"), (-3.45, "速度已够"), (-7.0, "速度已够")],
)
def test_a_pace_within_a_twentieth_of_the_one_needed_is_fast_enough(observed: float, says: str):
    """Needed are 3.45 a year less."""
    assert says in _alert(_with_pace(observed), "maternal").needed


def _with_pace(observed: float, **changed: float):
    """The sample with another recent pace of maternal mortality, or other columns of its verdict."""
    inputs, assessment = make_inputs(), make_assessment()
    verdicts = assessment.verdicts.copy()
    mine = verdicts["target"].str.endswith("maternal")
    verdicts.loc[mine, "observed_change_per_year"] = observed
    for name, value in changed.items():
        verdicts.loc[mine, name] = value
    return brief_content(inputs, Assessment(verdicts, assessment.fans), REGION)


def test_no_episode_at_that_pace_is_said_in_words():
    assert _alert(_with_pace(-0.5, episodes_at_pace=0), "maternal").episodes == (
        "同级地区过去 40 个两年期中，没有一个达到所需速度。"
    )
