"""Running a program in the rehearsal, and reading what it met there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sxresearch.paths import ROOT

REHEARSAL = Path(__file__).parent / "rehearsal"


@dataclass(frozen=True)
class Met:
    """Something Windows would have had an opinion on: its kind, what it was about, and the line of ours that did it."""

    kind: str
    what: str
    ours: str


@dataclass(frozen=True)
class Stage:
    """The folder of one rehearsal."""

    room: Path

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a process that takes part; a Chinese Windows, output to files in GBK."""
        path = [str(REHEARSAL), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        played = {"PYTHONPATH": os.pathsep.join(path), "WINDOWS_REHEARSAL": str(self.room)}
        played |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk:strict"}
        return {**os.environ, **played, **more}

    def run(
        self, *words: str | Path, cwd: Path = ROOT, seconds: float = 900, **more: str
    ) -> subprocess.CompletedProcess:
        """``python`` with these words, until it ends."""
        command = [sys.executable, *map(str, words)]
        return subprocess.run(
            command, env=self.environment(**more), cwd=cwd, capture_output=True, check=False, timeout=seconds
        )

    @contextmanager
    def start(self, *words: str | Path, **more: str) -> Iterator[subprocess.Popen]:
        """``python`` with these words in a console of its own; a test that fails leaves nothing running."""
        command = [sys.executable, *map(str, words)]
        with subprocess.Popen(
            command,
            env=self.environment(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as run:
            try:
                yield run
            except BaseException:
                with suppress(ProcessLookupError):
                    os.killpg(run.pid, signal.SIGKILL)
                raise

    def hold(self, path: Path, *, refusals: int = 1_000_000, reading: bool = False) -> None:
        """A program takes hold of the file: nobody else may write or move it, nor read it where ``reading`` says so.

        It lets go when others were refused so many times: that depends on no clock.
        """
        table = self.room / "held.json"
        held = json.loads(table.read_text(encoding="utf-8")) if table.exists() else {}
        held[os.path.realpath(path)] = {"refusals": refusals, "reading": reading}
        table.write_text(json.dumps(held), encoding="utf-8")

    def met(self) -> list[Met]:
        """What was met, in order."""
        log = self.room / "met.tsv"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [Met(*line.split("\t")) for line in lines]

    def blamed(self, *kinds: str) -> list[Met]:
        """What the toolkit's own lines did of these kinds."""
        return [item for item in self.met() if item.kind in kinds and item.ours]


def text(output: bytes) -> str:
    """What a program of the play said."""
    return output.decode("gbk", errors="replace")
