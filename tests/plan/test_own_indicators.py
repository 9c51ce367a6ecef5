"""A plan folder adds indicators to the register; it redefines none."""

from pathlib import Path

import pytest

from sxresearch.errors import BadPlan
from sxresearch.plan.loading import OWN_INDICATORS, load_indicators, load_plans
from sxresearch.terms import Language

OWN = """\
- id: greenway_length
  name: {zh: 儿童友好绿道长度, en: Child-friendly greenways}
  aliases: [绿道长度]
  definition: {zh: 建成的儿童友好绿道公里数。, en: Kilometres of greenways.}
  unit: ratio
  lower: 0
  decimals: 1
  better: higher
  measure: rate
"""


@pytest.fixture
def with_own(tmp_path: Path, register_text: str):
    def load(text: str):
        register, own = tmp_path / "register.yaml", tmp_path / OWN_INDICATORS
        register.write_text(register_text, encoding="utf-8")
        own.write_text(text, encoding="utf-8")
        return load_indicators(register, own)

    return load


def test_an_own_indicator_stands_beside_the_register_s(with_own):
    indicators = with_own(OWN)
    assert list(indicators.by_id) == ["mortality", "enrolment", "clean_air", "greenway_length"]
    assert indicators.spellings()["绿道长度"] == "greenway_length"


def test_without_an_own_file_the_register_stands_alone(tmp_path, register_text):
    (tmp_path / "register.yaml").write_text(register_text, encoding="utf-8")
    assert len(load_indicators(tmp_path / "register.yaml", tmp_path / OWN_INDICATORS)) == 3


def test_a_missing_register_is_refused_all_the_same(tmp_path):
    with pytest.raises(BadPlan, match="not found"):
        load_indicators(tmp_path / "none.yaml", tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("old", "new", "shared"),
    [
        ("greenway_length", "mortality", "mortality"),
        ("儿童友好绿道长度", "入学率", "入学率"),
        ("绿道长度]", "死亡比]", "死亡比"),
    ],
    ids=["id", "name", "alias"],
)
def test_what_the_register_defines_is_not_defined_again(with_own, tmp_path, old, new, shared):
    with pytest.raises(BadPlan) as refusal:
        with_own(OWN.replace(old, new))
    assert {fault.where for fault in refusal.value.faults} == {f"{tmp_path / OWN_INDICATORS}:1, 0"}
    assert shared in refusal.value.faults[0].sentence(Language.ZH)


def test_faults_of_both_files_come_together(tmp_path, register_text):
    register, own = tmp_path / "register.yaml", tmp_path / OWN_INDICATORS
    register.write_text(register_text.replace("better: lower", "better: down", 1), encoding="utf-8")
    own.write_text(OWN.replace("decimals: 1", "decimals: 9"), encoding="utf-8")
    with pytest.raises(BadPlan) as refusal:
        load_indicators(register, own)
    assert {fault.where.split(":")[0] for fault in refusal.value.faults} == {str(register), str(own)}


@pytest.mark.parametrize("name", ["plan.yaml", "plan.yml", "PLAN.YML"])
def test_the_own_register_is_no_plan_and_both_endings_are(tmp_path, with_own, regions, plan_text, name):
    indicators = with_own(OWN)
    (tmp_path / "register.yaml").unlink()
    (tmp_path / name).write_text(plan_text, encoding="utf-8")
    (plan,) = load_plans(tmp_path, indicators, regions)
    assert plan.id == "small-plan"
