"""The commands as a user types them: exit codes, sentences, and nothing written when the input is bad."""

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import Result
from typer.testing import CliRunner

from sxresearch.assessment.verdict import VERDICT_COLUMNS
from sxresearch.batch.manifest import load_manifests
from sxresearch.batch.reuse import unchanged_run
from sxresearch.commands import batch_command, cli, lab_command, region_runs
from sxresearch.commands.shared import EXIT_INTERRUPTED
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE, EXIT_DONE_WITH_FAILURES, EXIT_USAGE
from sxresearch.paths import PLANS, ROOT
from tests.batch.conftest import FIXTURES, observations_csv

HEAD = "region,indicator,group,year,value,unit,status,basis,source"
GOOD = "140100,hepatitis_b_mtct_rate,total,2020,98.1,percent,final,synthetic,made up"


def sx(*words: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return path


# -- what is asked for wrongly ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [["--frobnicate"], ["forecast"], ["batch", "--job", "2"], ["batch", "--jobs", "0"], ["assess"], ["check"]]
)
def test_unknown_or_missing_words_are_usage_errors(words: list[str]):
    assert sx(*words).exit_code == EXIT_USAGE


def test_region_codes_belong_behind_their_option():
    result = sx("batch", "140100")
    assert result.exit_code == EXIT_USAGE
    assert "--regions" in result.stderr


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_explains_itself_in_both_languages(command: str):
    text = sx(command, "--help").stdout
    assert "。" in text
    assert "Show this message" in text


def test_python_dash_m_is_the_same_program(tmp_path: Path):
    command = [sys.executable, "-m", "sxresearch", "check", str(tmp_path / "none.csv")]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120)
    assert ended.returncode == EXIT_BAD_INPUT
    assert ended.stdout == ""
    first, second = ended.stderr.splitlines()
    assert first.startswith("1. 找不到文件。")
    assert second.startswith("   1. The file was not found.")


def test_help_does_not_wait_for_what_takes_seconds_to_load():
    heavy = "{'pandas', 'statsmodels', 'papermill', 'matplotlib', 'scipy'}"
    check = f"import sys; import sxresearch.commands.cli; print(sorted({heavy} & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True, timeout=120)
    assert ended.stdout.strip() == "[]"


# -- bad input -------------------------------------------------------------------------------------

BAD = {
    "value out of bounds": (GOOD.replace("98.1", "104.2"), "104.2"),
    "key twice": (f"{GOOD}\n{GOOD.replace('98.1', '98.2')}", "Different figures were reported"),
    "unknown region": (GOOD.replace("140100", "149999"), "149999"),
    "text in the value column": (GOOD.replace("98.1", "about 98"), "about 98"),
    "year with a digit too many": (GOOD.replace("2020", "20222"), "20222"),
}


def refused(result: Result, out: Path) -> str:
    assert result.exit_code == EXIT_BAD_INPUT, result.stderr
    assert not out.exists()
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.mark.parametrize(("rows", "found"), BAD.values(), ids=BAD.keys())
def test_a_fault_in_the_data_is_one_sentence_and_nothing_is_written(rows: str, found: str, tmp_path: Path):
    bad, out = tmp_path / "bad.csv", tmp_path / "verdicts.csv"
    bad.write_text(f"{HEAD}\n{rows}\n", encoding="utf-8")
    text = refused(sx("assess", "--observations", bad, "--out", out), out)
    assert found in text
    assert "bad.csv" in text
    assert "\n2. " not in text


@pytest.mark.parametrize("content", ["", "region,year\n140100,2020\n"], ids=["empty file", "missing columns"])
def test_a_file_of_another_form_is_refused(content: str, tmp_path: Path):
    bad, out = tmp_path / "bad.csv", tmp_path / "verdicts.csv"
    bad.write_text(content, encoding="utf-8")
    refused(sx("assess", "--observations", bad, "--out", out), out)


def test_a_title_above_the_header_is_read_and_what_is_missing_is_named(tmp_path: Path):
    book, path = openpyxl.Workbook(), tmp_path / "office.xlsx"
    for row in (["太原市2023年妇女发展统计监测表"], ["地区代码", "指标", "分组"], ["太原市", "孕产妇死亡率", "合计"]):
        book.active.append(row)
    book.save(path)
    text = refused(sx("check", path), tmp_path / "none")
    assert "没有找到填数值的栏" in text
    assert "The year of the figures is not stated" not in text  # the title says it


def test_several_faults_are_all_listed(tmp_path: Path):
    bad, out = tmp_path / "bad.csv", tmp_path / "verdicts.csv"
    bad.write_text("\n".join([HEAD, *(rows for rows, _ in BAD.values())]) + "\n", encoding="utf-8")
    text = refused(sx("assess", "--observations", bad, "--out", out), out)
    assert all(found in text for _, found in BAD.values())
    assert "5. " in text


def test_a_plan_with_an_unknown_key_is_refused(data: Path, tmp_path: Path):
    folder, out = tmp_path / "plans", tmp_path / "reports"
    folder.mkdir()
    plan = sorted(PLANS.glob("*.yaml"))[0].read_text(encoding="utf-8")
    (folder / "plan.yaml").write_text(plan + "surprise: 1\n", encoding="utf-8")
    text = refused(sx("batch", "--plans", folder, "--observations", data, "--out", out), out)
    assert "surprise" in text


def test_an_indicator_without_a_direction_is_refused(tmp_path: Path):
    register = tmp_path / "indicators.yaml"
    entry = "- id: a_rate\n  name: {zh: 甲, en: A}\n  definition: {zh: 乙, en: B}\n  unit: percent\n  decimals: 1\n"
    register.write_text(f"{entry}  measure: share\n", encoding="utf-8")
    result = sx("check", register)
    assert result.exit_code == EXIT_BAD_INPUT
    assert '"better" is missing' in result.stderr


def test_bad_regions_and_years_are_refused_together(data: Path, tmp_path: Path):
    out = tmp_path / "reports"
    words = ["brief", "140199", "140400", "--as-of", "20222", "--observations", data, "--out", out]
    text = refused(sx(*words), out)
    assert all(found in text for found in ("140199", "20222", "2. "))
    text = refused(sx("brief", "140400", "--observations", data, "--out", out), out)
    assert "no monitoring data" in text


# -- results ---------------------------------------------------------------------------------------


def test_check_tells_what_it_found_in_order(data: Path):
    result = sx("check", data, PLANS)
    assert result.exit_code == EXIT_DONE
    assert "36 行" in result.stdout.splitlines()[0]
    assert "长表（一行一个数值），36 个数值" in result.stdout.splitlines()[1]
    assert len(result.stdout.splitlines()) == 3 + len(list(PLANS.glob("*.yaml")))


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_assess_writes_every_column_of_the_verdict_table(ending: str, data: Path, tmp_path: Path):
    out = tmp_path / f"verdicts.{ending}"
    result = sx("assess", "--observations", data, "--regions", "140100", "140200", "--as-of", "2022", "--out", out)
    assert result.exit_code == EXIT_DONE, result.stderr
    assert result.stdout.strip() == str(out)
    assert "演示数据" in result.stderr
    if ending == "xlsx":
        head, *rows = openpyxl.load_workbook(out).active.iter_rows(values_only=True)
        table = pd.DataFrame(rows, columns=head)
    else:
        read = pd.read_csv if ending == "csv" else pd.read_parquet
        table = read(out)
    assert tuple(table.columns) == VERDICT_COLUMNS
    assert set(table["region"].astype(str)) == {"140100", "140200"}
    latest = table.loc[table["indicator"] == "maternal_mortality_ratio", ["latest_year", "latest_value"]].dropna()
    assert latest.astype(float).drop_duplicates().to_numpy().tolist() == [[2022.0, 13.0]]


def test_a_chinese_workbook_and_gb18030_text_simply_work(tmp_path: Path):
    head = ["地区", "指标", "分组", "年份", "数值", "单位", "数据状态", "数据性质", "来源"]
    rows = [
        ["太原市", "孕产妇死亡率", "合计", 2015 + place, 20.5 - place, "1/10万", "终值", "演示", "虚构"]
        for place in range(8)
    ]
    table = pd.DataFrame(rows, columns=head)
    table.to_excel(tmp_path / "a.xlsx", index=False)
    table.assign(地区="大同市").to_csv(tmp_path / "b.csv", index=False, encoding="gb18030")
    words = ["--observations", tmp_path / "a.xlsx", "--observations", tmp_path / "b.csv", "--out", tmp_path / "v.csv"]
    result = sx("assess", *words)
    assert result.exit_code == EXIT_DONE, result.stderr
    table = pd.read_csv(tmp_path / "v.csv")
    assert set(table.loc[table["latest_value"] == 13.5, "region"]) == {140100, 140200}


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """A tiny notebook, which takes no paths; so the small data are the default."""
    for module in (region_runs, batch_command):
        monkeypatch.setattr(module, "BRIEF", FIXTURES / "raises_for_140200.ipynb")
    for module in (region_runs, unchanged_run):
        monkeypatch.setattr(module, "OBSERVATIONS", data)


@pytest.mark.usefixtures("tiny")
@pytest.mark.long
def test_brief_prints_the_page_and_keeps_an_existing_front_page(tmp_path: Path):
    out = tmp_path / "reports"
    out.mkdir()
    (out / "index.html").write_text("front", encoding="utf-8")
    result = sx("brief", "140100", "--out", out)
    assert result.exit_code == EXIT_DONE, result.stderr
    path = Path(result.stdout.strip())
    assert path.name == "140100.html"
    assert path.is_file()
    assert (out / "index.html").read_text(encoding="utf-8") == "front"
    assert path.parent.name in (out / "runs.html").read_text(encoding="utf-8")


@pytest.mark.long
def test_one_page_for_leaders_lies_beside_the_brief(tmp_path: Path, data: Path):
    """The command of docs/brief_guide."""
    assert "brief 140100 --one-page" in (ROOT / "docs" / "brief_guide.zh.md").read_text(encoding="utf-8")
    result = sx("brief", "140100", "--one-page", "--observations", data, "--out", tmp_path / "reports")
    assert result.exit_code == EXIT_DONE, result.stderr
    (brief,) = tmp_path.glob("reports/*/140100.html")
    assert "太原市" in brief.with_name("140100.one-page.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("tiny")
@pytest.mark.long
def test_batch_goes_on_after_a_failure_and_says_so(tmp_path: Path):
    result = sx("batch", "--regions", "140100,140200", "--jobs", "1", "--out", tmp_path / "reports")
    assert result.exit_code == EXIT_DONE_WITH_FAILURES
    assert result.stdout.strip() == str(tmp_path / "reports" / "index.html")
    assert "已生成简报 1 份，共 2 份" in result.stderr
    assert "no figure for 140200" in result.stderr
    assert "--resume" not in result.stderr


@pytest.mark.usefixtures("tiny")
@pytest.mark.long
def test_a_region_without_data_is_named_and_the_others_are_done(tmp_path: Path):
    out = tmp_path / "reports"
    words = ("batch", "--regions", "140400,140100", "--out", out)
    for options in ((), ("--resume",)):
        result = sx(*words, *options)
        assert result.exit_code == EXIT_DONE_WITH_FAILURES
        assert "已生成简报 1 份，共 2 份" in result.stderr
        assert "140400（长治市）没有任何监测数据" in result.stderr
    (manifest,) = load_manifests(out)
    assert {code: str(item.outcome) for code, item in manifest.regions.items()} == {
        "140100": "done",
        "140400": "failed",
    }
    assert "没有任何监测数据" in (out / manifest.run / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("tiny")
@pytest.mark.long
def test_an_unchanged_batch_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    words = ("batch", "--regions", "140100", "--out", tmp_path / "reports")
    assert sx(*words).exit_code == EXIT_DONE
    monkeypatch.setattr(region_runs, "make_briefs", None)
    again = sx(*words, "--resume")
    assert again.exit_code == EXIT_DONE
    assert again.stdout.strip() == str(tmp_path / "reports" / "index.html")
    assert "1 份简报" in again.stderr
    assert "未重新生成" in again.stderr


def test_lab_without_notebooks_answers_with_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(lab_command, "NOTEBOOKS", tmp_path / "none")
    result = sx("lab", "--root", tmp_path)
    assert result.exit_code == EXIT_BAD_INPUT
    assert "notebooks was not found" in result.stderr


def test_lab_opens_jupyterlab_of_this_interpreter_on_copies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    called = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess:
        called.extend(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert sx("lab", "--root", tmp_path, "--no-browser").exit_code == EXIT_DONE
    assert called[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={tmp_path}" in called
    assert called[-1] == "--no-browser"
    assert (tmp_path / "notebooks" / "start.ipynb").is_file()


def test_lab_says_when_a_copy_that_was_changed_stays_behind_its_template(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    templates = tmp_path / "templates"
    templates.mkdir()
    monkeypatch.setattr(lab_command, "NOTEBOOKS", templates)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0))
    for text in ("first", "second"):
        (templates / "a.ipynb").write_text(text, encoding="utf-8")
        result = sx("lab", "--root", tmp_path)
        (tmp_path / "notebooks" / "a.ipynb").write_text("mine", encoding="utf-8")
    assert result.exit_code == EXIT_DONE
    assert "a.ipynb" in result.stderr


def test_demo_prints_its_files_and_marks_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    asked = []

    def write_demo(folder: Path, *, counties: bool) -> list[Path]:
        asked.append((folder, counties))
        return [folder / "demo.csv"]

    monkeypatch.setattr("sxresearch.monitoring.demo.dataset.write_demo", write_demo)
    result = sx("demo", "--out", tmp_path, "--counties")
    assert asked == [(tmp_path, True)]
    assert result.stdout.strip() == str(tmp_path / "demo.csv")
    assert "synthetic" in result.stderr


def test_ctrl_c_is_a_sentence_and_its_own_exit_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def interrupted(*_words: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(region_runs, "write_verdicts", interrupted)
    result = sx("assess", "--out", tmp_path / "verdicts.csv")
    assert result.exit_code == EXIT_INTERRUPTED
    assert "运行被中断" in result.stderr
