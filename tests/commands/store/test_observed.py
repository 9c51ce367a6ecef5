"""Every command takes the address of a store; it is read once, and its password is nobody's business."""

from pathlib import Path

import pandas as pd
import pytest
from click.testing import Result
from sqlalchemy import text
from typer.testing import CliRunner

from sxresearch import notebook
from sxresearch.batch.manifest import load_manifests
from sxresearch.commands import cli
from sxresearch.commands.shared import run_parameters
from sxresearch.errors import EXIT_BAD_INPUT, EXIT_DONE
from sxresearch.monitoring.contract import KEY
from sxresearch.monitoring.loading import load_observations
from sxresearch.monitoring.store import snapshot
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import writing
from tests import postgresql
from tests.batch.conftest import observations_csv
from tests.commands.store.conftest import into_folder
from tests.monitoring.store.conftest import imported, values


def sx(*words: object) -> Result:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


@pytest.fixture(autouse=True)
def snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Snapshots lie in the folder of the test."""
    folder = tmp_path / "snapshots"
    into_folder(monkeypatch, folder)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.csv"
    path.write_text(observations_csv(), encoding="utf-8")
    return path


@pytest.fixture
def filled(store: StoreAddress, shipped, file: Path) -> StoreAddress:
    imported(file, store, shipped, "省卫健委", "2024-03-01")
    return store


def read(shipped, words: object, known_on: str | None = None) -> pd.DataFrame:
    """The figures that a run with these observations reads."""
    parameters = run_parameters(None, [str(words)], None, None, known_on=known_on)
    table = load_observations(parameters.observations, shipped).table
    return table[[*KEY, "value", "unit", "status", "held", "basis", "source"]]


def test_a_store_and_the_files_that_went_into_it_are_read_alike(filled, file, shipped):
    pd.testing.assert_frame_equal(read(shipped, filled), read(shipped, file))


def test_what_was_known_on_a_day(filled, shipped, file, tmp_path):
    later = tmp_path / "later.csv"
    later.write_text(observations_csv(first=30.0), encoding="utf-8")
    imported(later, filled, shipped, "省卫健委", "2024-05-01")
    before, after = read(shipped, filled, "2024-04-30"), read(shipped, filled, "2024-05-01")
    pd.testing.assert_frame_equal(before, read(shipped, file))
    assert (after["value"] - before["value"]).round(6).unique().tolist() == [10.0]


def test_earlier_reports_come_along_for_the_record(filled, shipped, tmp_path):
    later = tmp_path / "later.csv"
    later.write_text(observations_csv(first=30.0), encoding="utf-8")
    imported(later, filled, shipped, "省卫健委", "2024-05-01")
    parameters = run_parameters(None, [str(filled)], None, None)
    found = load_observations(parameters.observations, shipped)
    both = found.table.merge(found.superseded, on=list(KEY), suffixes=("", "_before"))
    assert len(found.superseded) == len(both) > 0
    assert (both["value"] - both["value_before"]).round(6).unique().tolist() == [10.0]
    assert both["reported_at_before"].unique().tolist() == ["2024-03-01"]


def test_check_looks_into_a_store(filled, file):
    assert sx("check", filled).exit_code == EXIT_DONE
    gone = sx("check", "sqlite:////nowhere/at/all.sqlite")
    assert gone.exit_code == EXIT_BAD_INPUT
    assert "Traceback" not in gone.stderr
    assert sx("check", file, "--known-on", "2024-04-30").exit_code == EXIT_BAD_INPUT


def test_a_notebook_takes_the_address_of_a_store(filled, file):
    stored, read_in = (notebook.load_inputs(observations=source).observations for source in (str(filled), file))
    assert len(stored.table) == len(read_in.table) == 36
    assert stored.table["value"].equals(read_in.table["value"])


@pytest.mark.long
def test_a_store_and_the_files_that_went_into_it_give_the_same_verdicts(filled, file, tmp_path):
    outs = tmp_path / "a.csv", tmp_path / "b.csv"
    for out, source in zip(outs, (filled, file), strict=True):
        assert sx("assess", "--out", out, "--observations", source).exit_code == EXIT_DONE
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.parametrize(
    "address",
    ["sqlite:////nowhere/at/all.sqlite", "postgresql+psycopg://keeper@127.0.0.1:1/women", "mysql://x/y", "sqlite://",
     "postgresql+psycopg://keeper:secret-9931@127.0.0.1:1/women"],
)  # fmt: skip
@pytest.mark.parametrize("command", [["assess", "--out", "{}/v.csv"], ["batch", "--out", "{}/reports"]])
def test_a_store_that_is_not_there_is_a_sentence_and_exit_code_3(address, command, tmp_path):
    done = sx(*(word.format(tmp_path) for word in command), "--observations", address)
    assert done.exit_code == EXIT_BAD_INPUT
    assert "。" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "secret-9931" not in done.stderr + done.stdout
    assert not (tmp_path / "v.csv").exists()
    assert not list(tmp_path.rglob("*.html"))


def test_a_day_without_a_store_is_refused(file, tmp_path):
    done = sx("assess", "--out", tmp_path / "v.csv", "--observations", file, "--known-on", "2024-04-30")
    assert done.exit_code == EXIT_BAD_INPUT
    assert "--known-on" in done.stderr


def test_once_it_is_read_the_store_may_go_away(filled, file, shipped, monkeypatch):
    taken = snapshot.take_snapshot

    def and_gone(address, day):
        path = taken(address, day)
        with writing(address) as connection:
            for table in ("figure", "context", "receipt", "report", "alembic_version"):
                connection.execute(text(f"DROP TABLE {table}"))
        return path

    monkeypatch.setattr(snapshot, "take_snapshot", and_gone)
    pd.testing.assert_frame_equal(read(shipped, filled), read(shipped, file))


def granted(store: StoreAddress) -> StoreAddress:
    """The address of somebody who may read the store and nothing else."""
    assert store.url.port is not None
    with postgresql.administrator(store.url.port, str(store.url.database)) as connection:
        there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [postgresql.READER]).fetchone()
        if not there:
            connection.execute(f"CREATE ROLE {postgresql.READER} LOGIN PASSWORD '{postgresql.READER_PASSWORD}'")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {postgresql.READER}")
    return StoreAddress(store.url.set(username=postgresql.READER))


@pytest.fixture
def reader(filled, monkeypatch) -> StoreAddress:
    """Somebody who may only read: a PostgreSQL user, or the one before a file that can't be written."""
    if filled.path is not None:
        filled.path.chmod(0o444)
        return filled
    found = granted(filled)
    monkeypatch.setenv("PGPASSWORD", postgresql.READER_PASSWORD)
    return found


def test_who_may_only_read_can_read_and_no_password_is_written(reader, shipped, tmp_path):
    assert len(read(shipped, reader)) == 36
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"-secret" not in path.read_bytes(), path


@pytest.mark.long
def test_who_may_only_read_can_make_a_batch_and_no_password_is_written(reader, tmp_path, snapshots):
    done = sx("batch", "--regions", "140100", "--observations", reader, "--out", tmp_path / "reports")
    assert done.exit_code == EXIT_DONE, done.stderr
    (manifest,) = load_manifests(tmp_path / "reports")
    assert manifest.stores == (str(reader),)
    assert list(snapshots.glob("*.parquet"))
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 5
    for path in written:
        content = path.read_bytes()
        assert postgresql.PASSWORD.encode() not in content, path
        assert postgresql.READER_PASSWORD.encode() not in content, path
    again = sx("batch", "--regions", "140100", "--observations", reader, "--out", tmp_path / "reports", "--resume")
    assert "保持不动" in again.stderr


def test_who_may_only_read_can_not_import(reader, file):
    if reader.path is not None:
        pytest.skip("whoever owns a file, or is root, can write it")
    done = sx("import", file, "--store", reader, "--reporter", "other")
    assert done.exit_code == EXIT_BAD_INPUT
    assert "权限" in done.stderr


def test_a_wrong_password_is_a_sentence_without_it(filled, tmp_path, monkeypatch):
    if filled.path is not None:
        pytest.skip("a file has no password")
    monkeypatch.setenv("PGPASSWORD", "wrong-5512-secret")
    done = sx("assess", "--out", tmp_path / "v.csv", "--observations", filled)
    assert done.exit_code == EXIT_BAD_INPUT
    assert "wrong-5512-secret" not in done.stderr + done.stdout


INJECTIONS = (
    "'; DROP TABLE figure; --", '"; DROP TABLE report CASCADE; --', "x' OR '1'='1", "%s %(a)s :b ?", "\\'); --",
    "=cmd|'/c x'!A1",
)  # fmt: skip


@pytest.mark.parametrize(
    "evil", [INJECTIONS[0], *(pytest.param(evil, marks=pytest.mark.long) for evil in INJECTIONS[1:])]
)
def test_sql_in_any_text_is_text(evil, filled, tmp_path):
    before = values(filled)
    data = tmp_path / "evil ' ; --.csv"
    quoted = evil.replace('"', '""')
    head = "region,indicator,group,year,value,unit,status,basis,source"
    line = f'140100,maternal_mortality_ratio,total,2014,21.5,per_100k,final,printed,"{quoted}"'
    data.write_text(f"{head}\n{line}\n", encoding="utf-8")
    assert sx("import", data, "--store", filled, "--reporter", evil).exit_code == EXIT_DONE
    figure = ["140100", "maternal_mortality_ratio", "2014"]
    assert sx("store", "confirm", *figure, "21.5", "--role", evil, "--reason", evil, "--store", filled).exit_code == 0
    assert sx("store", "ask", *figure, "--role", evil, "--reason", evil, "--store", filled).exit_code == 0
    for words in (["ask", evil, "maternal_mortality_ratio", "2014"], ["ask", "140100", evil, "2014"],
                  ["ask", *figure, "--group", evil], ["ask", *figure, "--date", evil], ["answer", evil]):  # fmt: skip
        assert sx("store", *words, "--role", "a", "--reason", "b", "--store", filled).exit_code == EXIT_BAD_INPUT
    assert sx("store", "migrate", "--name", evil, "--store", filled).exit_code == 0
    assert sx("store", "list", "--store", filled).stdout.count(evil) >= 2
    assert sx("store", "export", "--out", tmp_path / "o.parquet", "--store", filled, "--known-on", evil).exit_code == 3
    assert sx("store", "export", "--out", tmp_path / "o.parquet", "--store", filled).exit_code == 0
    table = pd.read_parquet(tmp_path / "o.parquet")
    assert table.loc[(table["region"] == "140100") & (table["year"] == 2014), "source"].tolist() == [evil]
    assert values(filled) == {**before, ("140100", 2014): 21.5}
    assert sx("store", "verify", "--store", filled).exit_code == 0


@pytest.mark.parametrize("evil", INJECTIONS)
def test_sql_in_an_address_is_refused_or_a_name(evil, filled, tmp_path):
    before = values(filled)
    for address in (
        f"{filled}{evil}",
        f"sqlite:///{tmp_path}/{evil}",
        f"postgresql+psycopg://{evil}@127.0.0.1:1/x",
        f"{evil}://x",
    ):
        done = sx("assess", "--out", tmp_path / "v.csv", "--observations", address)
        assert done.exit_code == EXIT_BAD_INPUT
        assert "Traceback" not in done.stderr
    assert values(filled) == before
