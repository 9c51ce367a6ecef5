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
    # 3.45 / 0.2 = 17.25 times
    assert (
        _alert(content, "maternal").needed == "今后每年须下降 3.5/10万，是近年速度（平均每年下降 0.20/10万）的 17 倍。"
    )


def test_a_wrong_direction_is_named(make_content):
    myopia = _alert(make_content(), "myopia")
    assert "是近年速度" in myopia.needed
    coverage = _alert(make_content(), "coverage")
    assert coverage.needed == "目前在达标一侧，近年平均每年下降 0.10 个百分点，须守住现有水平。"


def test_decided_targets_say_how_far_they_are_off(content):
    assert _alert(content, "injury").needed == "已成定局，距目标差 2.10/10万。"
    assert _alert(content, "anaemia").needed == "已成定局。"


def test_a_gap_is_told_what_it_has_to_become(content):
    assert _alert(content, "gap").needed == "须把两组差距缩小到 2020 年以下，现有差距见“城乡差距与性别差距”。"


def test_episodes_are_told_with_their_length(content):
    assert _alert(content, "maternal").episodes == "在 40 个可比的 2 年时段中，有 3 个变化得这样快。"
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
        "Has to fall by 3.5 per 100 000 a year, 17 times the recent pace (it fell by 0.20 per 100 000 a year)."
    )


@pytest.mark.parametrize(
    ("observed", "says"),
    [(-0.5, "倍"), (-3.45 / 1.06, "倍"), (-3.45 / 1.04, "速度够"), (-3.45, "速度够"), (-7.0, "速度够")],
)
def test_a_pace_within_a_twentieth_of_the_one_needed_is_fast_enough(observed: float, says: str):
    """Needed are 3.45 a year less."""
    inputs, assessment = make_inputs(), make_assessment()
    verdicts = assessment.verdicts.copy()
    verdicts.loc[verdicts["target"].str.endswith("maternal"), "observed_change_per_year"] = observed
    found = brief_content(inputs, Assessment(verdicts, assessment.fans), REGION)
    assert says in _alert(found, "maternal").needed
