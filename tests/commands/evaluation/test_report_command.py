"""The report command: which files it writes, what it refuses, and batch --with report, resumed."""

import json
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE, EXIT_USAGE
from tests.batch.conftest import data_file  # noqa: F401
from tests.brief.report.conftest import NATION, OUTLINE, national_csv

WOMEN, CHILDREN = "shanxi-women-2021-2025", "shanxi-children-2021-2025"


def run(*words: str | Path):
    return CliRunner().invoke(app, [*map(str, words)])


def test_a_region_gets_a_report_for_each_plan(data_file: Path, tmp_path: Path):  # noqa: F811
    ended = run("report", "midterm", "140100", "--observations", data_file, "--out", tmp_path)
    assert ended.exit_code == EXIT_DONE, ended.output
    names = [f"140100-{plan}-midterm.{ending}" for plan in (WOMEN, CHILDREN) for ending in ("docx", "xlsx")]
    assert sorted(Path(line).name for line in ended.stdout.split()) == sorted(names)
    assert sorted(path.name for path in (tmp_path / "evaluations").iterdir()) == sorted(names)
    assert "演示" in ended.stderr


def test_one_plan_in_english_on_a_letterhead(data_file: Path, tmp_path: Path):  # noqa: F811
    letter = Document()
    letter.sections[0].header.paragraphs[0].text = "Women and Children's Office"
    letter.save(str(tmp_path / "letter.docx"))
    ended = run(
        "report", "midterm", "140100", "--plan", WOMEN, "--template", tmp_path / "letter.docx", "--lang", "en",
        "--observations", data_file, "--out", tmp_path,
    )  # fmt: skip
    assert ended.exit_code == EXIT_DONE, ended.output
    (word,) = (tmp_path / "evaluations").glob("*.docx")
    heads = [block.text for block in Document(str(word)).sections[0].header.paragraphs]
    assert heads[-1] == "Women and Children's Office"
    assert "synthetic" in heads[0].lower()


def test_a_final_report_of_history(tmp_path: Path):
    (tmp_path / "history.csv").write_text(national_csv(), encoding="utf-8")
    ended = run("report", "final", NATION, "--plan", OUTLINE, "--as-of", "2020", "--observations",
                tmp_path / "history.csv", "--out", tmp_path)  # fmt: skip
    assert ended.exit_code == EXIT_DONE, ended.output
    assert [Path(line).name for line in ended.stdout.split()] == [
        f"{NATION}-{OUTLINE}-final.{ending}" for ending in ("docx", "xlsx")
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["report", "final", "140100"], "目标年为 2025 年，现有数据到 2023 年"),
        (["report", "midterm", "149999"], "149999"),
        (["report", "midterm", "140100", "--plan", "china-women-2021-2030"], "没有哪份规划适用于"),
        (["report", "midterm", "140100", "--template", "nothing.docx"], "另存为 .docx"),
    ],
)
def test_what_can_not_be_reported_is_a_sentence(words: list[str], says: str, data_file: Path, tmp_path: Path):  # noqa: F811
    ended = run(*words, "--observations", data_file, "--out", tmp_path)
    assert ended.exit_code == EXIT_BAD_INPUT, ended.output
    assert says in ended.stderr.replace("\n", "")
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.rglob("*.docx")) == []


def test_another_kind_is_a_usage_error():
    assert run("report", "yearly", "140100").exit_code == EXIT_USAGE


@pytest.mark.long
def test_a_batch_adds_reports_lists_them_and_makes_again_what_is_gone(data_file: Path, tmp_path: Path):  # noqa: F811
    words = ("batch", "--regions", "140100", "140200", "--observations", data_file, "--out", tmp_path, "--jobs", "1")
    assert run(*words).exit_code == EXIT_DONE
    (folder,) = (path.parent for path in tmp_path.glob("*/manifest.json"))
    assert not (folder / "evaluations").exists()
    pages = {path.name: path.stat().st_mtime_ns for path in folder.glob("14*.html")}
    ended = run(*words, "--with", "report", "--resume")
    assert ended.exit_code == EXIT_DONE, ended.output
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("14*.html")} == pages  # the briefs stand
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["regions"]
    files = sorted(name for region in listed.values() for name in region["reports"])
    assert files == sorted(path.relative_to(folder).as_posix() for path in (folder / "evaluations").iterdir())
    assert len(files) == 2 * 2 * 2  # regions, plans, Word and workbook
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in index for name in files)
    gone = folder / files[0]
    before = gone.read_bytes()
    gone.unlink()
    kept = (folder / files[-1]).stat().st_mtime_ns
    assert run(*words, "--with", "report", "--resume").exit_code == EXIT_DONE
    assert gone.read_bytes() == before
    assert (folder / files[-1]).stat().st_mtime_ns == kept
    again = run(*words, "--with", "report", "--resume")
    assert "没有变化" in again.stderr or "unchanged" in again.stderr.lower()
