"""Plans and observations are read together, so their faults come together."""

from shutil import copytree

import pytest

from sxresearch.assessment.inputs import load_inputs
from sxresearch.errors import SxError
from sxresearch.paths import PLANS


def test_faults_of_plans_and_of_observations_are_listed_at_once(tmp_path):
    folder = copytree(PLANS, tmp_path / "plans")
    broken = folder / "shanxi-women-2021-2025.yaml"
    broken.write_text(broken.read_text("utf-8").replace("baseline_year", "base_line_year", 1), encoding="utf-8")
    figures = tmp_path / "figures.csv"
    figures.write_text(
        "region,indicator,group,year,value,unit,status,basis,source\n"
        "990000,孕产妇死亡率,total,20222,约12,1/10万,final,printed,报告\n",
        encoding="utf-8",
    )
    with pytest.raises(SxError) as caught:
        load_inputs(folder, figures)
    text = str(caught.value)
    for part in ("base_line_year", "990000", "20222", "约12"):
        assert part in text


def test_the_shipped_inputs_agree_and_mark_what_is_synthetic():
    inputs = load_inputs()
    assert len(inputs.plans) == 15
    assert inputs.regions_with_data()[0] == "100000"
    assert len(inputs.regions_with_data()) == 13
    assert "100000" not in inputs.synthetic_regions
    assert len(inputs.synthetic_regions) == 12


def test_a_region_is_asked_about_no_later_than_its_own_plans_do():
    inputs = load_inputs()
    assert inputs.last_target_year(["140000"]) == 2025
    assert inputs.last_target_year(["140100", "140200"]) == 2025
    assert inputs.last_target_year(["100000"]) == 2035  # the plan for science literacy
    assert inputs.last_target_year(["140100", "100000"]) == 2035
    assert inputs.last_target_year(["110000"]) is None  # no plan binds it
    assert inputs.last_target_year([]) is None
