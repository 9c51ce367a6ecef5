"""Every command on the pages for operators is executed, in the order in which they stand there."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sxresearch.commands import cli
from sxresearch.monitoring.store import address as addresses
from sxresearch.paths import ROOT
from tests import postgresql
from tests.batch.conftest import observations_csv
from tests.commands.store.conftest import into_folder

PAGES = ("store_setup", "store_backup", "store_exchange", "store_migrate", "yearbook")
_BLOCK = re.compile(r"^```(sh|sql)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SLOW = ("batch", "assess")
"""Commands that start processes of their own: run with the long tests."""


def blocks(page: str) -> list[tuple[str, str]]:
    return _BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_give_the_same_commands(page):
    assert blocks(f"{page}.md") == blocks(f"{page}.zh.md") != []


class Operator:
    """Somebody who types what the pages say, in a folder of their own."""

    def __init__(self, port: int, slow: bool):
        self.port, self.slow, self.database = port, slow, "postgres"
        self.typed = 0

    def statement(self, sql: str) -> None:
        with postgresql.administrator(self.port, self.database) as connection:
            connection.execute(sql)
            if role := re.match(r"CREATE ROLE (\w+)", sql):
                connection.execute(f"ALTER ROLE {role[1]} PASSWORD '{postgresql.PASSWORD}'")
        self.typed += 1

    def command(self, line: str) -> None:
        words = shlex.split(line.replace(":5432/", f":{self.port}/").replace("-p 5432", f"-p {self.port}"))
        if words[:3] != ["python", "-m", "sxresearch"]:
            subprocess.run(words, check=True, capture_output=True, timeout=120)
        elif words[3] not in SLOW or self.slow:
            done = CliRunner().invoke(cli.app, words[3:])
            assert done.exit_code == 0, (line, done.stderr, done.exception)
        self.typed += 1

    def follow(self, page: str) -> None:
        for kind, text in blocks(page):
            if kind == "sh":
                for line in text.splitlines():
                    self.command(line)
                continue
            self.database = "women_children" if "GRANT" in text else "postgres"
            for sql in text.split(";\n"):
                if sql.strip():
                    self.statement(sql)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two offices' files, a store of its own, and PostgreSQL's programs at hand."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "data").mkdir()
    for name, code in (("taiyuan", "140100"), ("datong", "140200")):
        (tmp_path / "reports" / f"{name}.csv").write_text(observations_csv((code,)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(addresses, "STORE", tmp_path / "data" / "store.sqlite")
    into_folder(monkeypatch, tmp_path / "s")
    monkeypatch.setenv("PATH", f"{postgresql.programs()}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PGPASSWORD", postgresql.PASSWORD)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("slow", [False, pytest.param(True, marks=pytest.mark.long)])
def test_the_commands_do_what_they_say(slow):
    if postgresql.programs() is None:
        postgresql.absent()
    with postgresql.server() as port:
        operator = Operator(port, slow)
        for page in PAGES:
            operator.follow(f"{page}.zh.md")
        assert operator.typed == 37
