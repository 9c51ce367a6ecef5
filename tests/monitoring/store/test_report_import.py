"""An import leaves everything or nothing: killed, on a full disk, beside others, again."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.store import connection as connecting
from sxresearch.monitoring.store.connection import StoreFailed, writing
from sxresearch.monitoring.store.report_import import ReportLabel, import_figures
from sxresearch.paths import ROOT
from tests.monitoring.store.conftest import TODAY, imported, row, values, viewed, written


def folder_of(path: Path, codes: list[str], years: range = range(2015, 2024)) -> Path:
    for code in codes:
        written(
            path,
            *(row(code, round(20 + int(code) % 97 / 10 - year % 100 / 10, 1), year) for year in years),
            name=f"{code}.csv",
        )
    return path


def child(module: str, *words: object) -> subprocess.Popen:
    command = [sys.executable, "-m", module, *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def killed_in_the_middle(store, folder: Path) -> None:
    """An import of which every figure is written and nothing is committed, ended by kill -9."""
    with child("tests.monitoring.store.half_import", store, folder) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "half", process.communicate()[1]
        process.kill()


def assert_whole(store, folder: Path, shipped, count: int) -> None:
    """Killed, nothing is there; again, every figure is there once; once more, nothing is added."""
    killed_in_the_middle(store, folder)
    with writing(store) as connection:
        assert connection.execute(text("SELECT count(*) FROM figure")).scalar_one() == 0
    imported(folder, store, shipped)
    assert len(values(store)) == len(viewed(store)) == count
    imported(folder, store, shipped)
    with writing(store) as connection:
        assert connection.execute(text("SELECT count(*) FROM figure")).scalar_one() == count


def test_killed_in_the_middle_and_again(store, shipped, tmp_path):
    assert_whole(store, folder_of(tmp_path / "files", ["140100", "140200", "140300"]), shipped, 27)


@pytest.mark.long
def test_killed_in_the_middle_of_129_files_and_again(store, shipped, tmp_path):
    codes = [region.code for region in shipped.regions if region.code != "100000"]
    assert_whole(store, folder_of(tmp_path / "files", codes), shipped, 129 * 9)


@pytest.mark.long
def test_killed_at_any_moment_of_129_files_and_again(store, shipped, tmp_path):
    codes = [region.code for region in shipped.regions if region.code != "100000"]
    folder = folder_of(tmp_path / "files", codes)
    for seconds in (1.0, 2.0, 3.0, 4.0, 5.0):
        with child("sxresearch", "import", folder, "--store", store) as process:
            time.sleep(seconds)
            process.kill()
    imported(folder, store, shipped)
    assert len(values(store)) == len(viewed(store)) == 129 * 9


def test_two_imports_at_once_and_one_file_by_all(store, shipped, tmp_path):
    common = written(tmp_path, row("140000", 13.0), name="common.csv")
    codes = [region.code for region in shipped.regions if region.parent == "140000"]
    files = [written(tmp_path, row(code, 12.0), name=f"{code}.csv") for code in codes]
    with ThreadPoolExecutor(len(codes)) as pool:
        done = list(pool.map(lambda file: imported([file, common], store, shipped), files))
    assert sum(len(item.recorded.new) for item in done) == len(codes) + 1
    assert values(store) == {(code, 2020): 12.0 for code in codes} | {("140000", 2020): 13.0}
    with writing(store) as connection:
        assert connection.execute(text("SELECT count(*) FROM origin")).scalar_one() == 1


def test_a_full_disk_is_told_and_leaves_nothing(store, shipped, tmp_path, monkeypatch):
    imported(written(tmp_path, row("140100", 11.1), name="before.csv"), store, shipped)
    codes = [region.code for region in shipped.regions if region.parent == "140000"]
    folder = folder_of(tmp_path / "files", codes, range(1980, 2024))
    fill_the_disk(store, monkeypatch)
    with pytest.raises(StoreFailed) as failure:
        imported(folder, store, shipped)
    assert "磁盘已满" in str(failure.value)
    monkeypatch.undo()
    free_the_disk(store, monkeypatch)
    assert values(store) == {("140100", 2020): 11.1}


def fill_the_disk(store, monkeypatch) -> None:
    if store.path is not None:
        opened = connecting._opened

        def small(path, begin):
            connection = opened(path, begin)
            connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
            return connection

        monkeypatch.setattr(connecting, "_opened", small)
        return
    with writing(store) as connection:
        connection.execute(text(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN IF NEW.place > 20 THEN RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''disk_full''; "
            "END IF; RETURN NEW; END'"
        ))  # fmt: skip
        connection.execute(
            text("CREATE TRIGGER full_disk BEFORE INSERT ON figure FOR EACH ROW EXECUTE FUNCTION full_disk()")
        )


def free_the_disk(store, monkeypatch) -> None:
    if store.path is None:
        from tests import postgresql

        monkeypatch.setenv("PGPASSWORD", postgresql.PASSWORD)
        with writing(store) as connection:
            connection.execute(text("DROP TRIGGER full_disk ON figure"))


def test_a_refused_file_lets_nothing_in(store, shipped, tmp_path):
    files = [
        written(tmp_path, row("140100", 11.1), name="a.csv"),
        written(tmp_path, row("140200", "many"), name="b.csv"),
    ]
    with pytest.raises(BadObservations):
        imported(files, store, shipped)
    assert store.path is None or not store.path.exists()


def test_a_file_that_changed_since_it_was_read_is_refused(store, shipped, tmp_path):
    file = written(tmp_path, row("140100", 11.1))
    figures = read_figures(file, shipped, today=TODAY)
    written(tmp_path, row("140100", 11.2))
    with pytest.raises(BadObservations, match="又有变动"):
        import_figures(figures, store, ReportLabel())


@pytest.mark.parametrize("day", ["2025-2-1", "yesterday", "'; DROP TABLE figure; --"])
def test_a_day_is_written_in_one_way(day):
    with pytest.raises(Exception, match="2024-05-31"):
        ReportLabel("x", day)
