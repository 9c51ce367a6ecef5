"""Files of every kind are recognised; all faults of all files come together."""

from pathlib import Path
from shutil import copytree

from sxresearch.commands.input_files import Checked, InputKind, look_into
from sxresearch.paths import DATA, PLANS
from tests.batch.conftest import observations_csv


def test_the_data_of_this_checkout_are_without_faults():
    checked = look_into(
        [PLANS, DATA / "observations", DATA / "demo", DATA / "indicators.yaml", DATA / "regions.csv"]
    ).checked
    kinds = [item.kind for item in checked]
    assert kinds.count(InputKind.PLAN) == 22
    assert kinds.count(InputKind.OBSERVATIONS) >= 2
    assert kinds[-2:] == [InputKind.INDICATORS, InputKind.REGIONS]


def test_a_data_file_tells_its_rows(tmp_path: Path):
    path = tmp_path / "mine.csv"
    path.write_text(observations_csv(("140100",)), encoding="utf-8")
    assert look_into([path]).checked == (Checked(path, InputKind.OBSERVATIONS, 9),)


def test_faults_of_several_files_come_together(tmp_path: Path):
    (tmp_path / "empty.csv").write_text("")
    bad = observations_csv(("140100",)).replace("20.0", "-3").replace("19.0", "many")
    (tmp_path / "bad.csv").write_text(bad, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("id: x\nfields: []\nsurprise: 1\n", encoding="utf-8")
    faults = look_into([tmp_path, tmp_path / "missing.csv", Path(__file__)]).faults
    sentences = "\n".join(str(fault) + fault.where for fault in faults)
    for part in ("empty.csv", "line 2", "line 3", "surprise", "missing.csv", Path(__file__).name):
        assert part in sentences


def test_yaml_of_another_kind_is_passed_over_in_a_folder_but_not_by_name(tmp_path: Path):
    path = tmp_path / "profiles.yaml"
    path.write_text("rate: {from: 1}\n", encoding="utf-8")
    (tmp_path / "mine.csv").write_text(observations_csv(("140100",)), encoding="utf-8")
    assert [item.kind for item in look_into([tmp_path]).checked] == [InputKind.OBSERVATIONS]
    assert look_into([path]).faults


def test_a_folder_with_nothing_to_check_is_a_fault(tmp_path: Path):
    assert look_into([tmp_path]).faults


def test_regional_values_and_departments_are_checked_with_the_plans(tmp_path):
    folder = copytree(PLANS, tmp_path / "plans")
    (folder / "overrides" / "taiyuan.yaml").write_text(
        "plan: shanxi-women-2021-2025\nregion: '140100'\ndocument: 市规划\n"
        "values:\n  - {target: women.health.2.maternal_mortality_ratio, value: 12.0}\n",
        encoding="utf-8",
    )
    departments = tmp_path / "responsibility.csv"
    departments.write_text("任务,责任部门\nwomen.health.2.maternal_mortality_ratio,卫生健康委\n", encoding="utf-8")
    kinds = {item.kind: item.count for item in look_into([folder, departments]).checked}
    assert kinds["overrides"] == 1
    assert kinds["responsibility"] == 1
