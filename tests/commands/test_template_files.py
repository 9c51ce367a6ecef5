"""The template command: which forms it writes, under which names, and what it refuses."""

from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.commands.cli import app
from sxresearch.commands.template_files import TemplateRequest, file_name, forms_of
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE, BadParameter
from sxresearch.monitoring.template.form import Form
from sxresearch.plan.regions import Region
from sxresearch.terms import Level
from tests.batch.conftest import observations_csv


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    path = tmp_path_factory.mktemp("data") / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return load_inputs(observations=path)


def sx(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def codes(inputs: Inputs, *words: str) -> list[str]:
    return [form.region.code for form in forms_of(TemplateRequest(words, (2024,)), inputs)]


def test_words_codes_and_names(inputs: Inputs):
    assert codes(inputs, "140200", "太原市") == ["140100", "140200"]
    assert codes(inputs, "province") == ["140000"]
    assert len(codes(inputs, "cities")) == 11
    assert len(codes(inputs, "counties")) == 117
    assert codes(inputs) == codes(inputs, "all")
    assert len(codes(inputs, "all")) == 130  # the nation has a plan of its own


def test_what_can_not_be_used_is_told_at_once(inputs: Inputs):
    with pytest.raises(BadParameter) as refusal:
        list(forms_of(TemplateRequest(("149999", "城区", "大同府"), (1888, 2024)), inputs))
    assert [fault.zh[:8] for fault in refusal.value.faults] == [
        "地区代码 149", "“城区”不是地区", "“大同府”不是地", "填报年份应在 1"
    ]  # fmt: skip


def test_a_name_can_not_lead_out_of_the_folder():
    region = Region("140100", "../../太原/市", "", Level.CITY, None)
    assert file_name(Form(region, (2024,), ())) == "140100-太原市-2024.xlsx"
    assert file_name(Form(region, (2020, 2022, 2024), ())) == "140100-太原市-2020-2024.xlsx"


def test_the_command_says_where_the_forms_are(tmp_path: Path):
    data = tmp_path / "small.csv"
    data.write_text(observations_csv(), encoding="utf-8")
    result = sx("template", "140100", "--observations", data, "--out", tmp_path / "forms")
    assert result.exit_code == EXIT_DONE, result.stderr
    (path,) = map(Path, result.stdout.split())
    assert path == tmp_path / "forms" / "140100-太原市-2024.xlsx"  # the small data end in 2023
    assert load_workbook(path).sheetnames == ["填表说明", "填报表", "指标解释", "名称表"]
    assert "演示数据" in result.stderr


def test_a_form_that_was_filled_is_never_overwritten(tmp_path: Path):
    data = tmp_path / "small.csv"
    data.write_text(observations_csv(), encoding="utf-8")
    words = ("template", "140100", "140200", "--year", "2024", "--observations", data, "--out", tmp_path / "forms")
    assert sx(*words).exit_code == EXIT_DONE
    mine, other = sorted((tmp_path / "forms").iterdir())
    same = other.read_bytes()
    assert sx(*words).exit_code == EXIT_DONE  # nothing was filled: the same bytes again
    book = load_workbook(mine)
    book["填报表"]["G2"] = 9.5
    book.save(mine)
    filled = mine.read_bytes()
    other.unlink()
    result = sx(*words)
    assert result.exit_code == EXIT_BAD_INPUT
    assert mine.name in result.stderr.replace("\n", "") and "--out" in result.stderr
    assert mine.read_bytes() == filled
    assert not other.exists()  # nothing is half done
    mine.rename(mine.with_name("filled.xlsx"))
    assert sx(*words).exit_code == EXIT_DONE
    assert other.read_bytes() == same


def test_nothing_is_written_when_a_region_is_unknown(tmp_path: Path):
    result = sx("template", "140100", "nowhere", "--year", "2024", "--out", tmp_path / "forms")
    assert result.exit_code == EXIT_BAD_INPUT
    assert "nowhere" in result.stderr
    assert not (tmp_path / "forms").exists()


def test_the_list_of_names_is_written_alone(tmp_path: Path):
    result = sx("template", "--names", tmp_path / "names.md")
    assert result.exit_code == EXIT_DONE
    assert (tmp_path / "names.md").read_text(encoding="utf-8").startswith("# 名称表 / Names")
    assert [path.name for path in tmp_path.iterdir()] == ["names.md"]
