"""Every command once on small figures, all in one process: what it wrote and said goes into a folder.

``python -m tests.windows.tour FIGURES OUT``. Run plainly and in the rehearsal, both must leave the same bytes.
"""

import sys
from pathlib import Path

from typer.testing import CliRunner

from sxresearch.commands.cli import app
from sxresearch.paths import PLANS

REGIONS = ("140100", "140200")


def commands(figures: Path, out: Path) -> dict[str, list[str]]:
    """What is typed, by the name under which its answer is kept."""
    read = ["--observations", str(figures)]
    tables = {
        f"assess-{ending}": ["assess", *read, "--out", str(out / f"评估.{ending}")]
        for ending in ("csv", "xlsx", "parquet")
    }
    return {
        "check": ["check", str(figures), str(PLANS)],
        **tables,
        "pack": ["pack", REGIONS[0], *read, "--out", str(out)],
        "template": ["template", REGIONS[0], "--out", str(out / "templates")],
        "brief": ["brief", REGIONS[0], *read, "--out", str(out / "reports")],
        "batch": ["batch", "--regions", *REGIONS, "--jobs", "2", *read, "--out", str(out / "reports")],
    }


def tour(figures: Path, out: Path, chosen: list[str]) -> None:
    """Type the chosen commands; an answer is its exit code and what went to stdout, with ``out`` left out."""
    out.mkdir(parents=True, exist_ok=True)
    for name, words in commands(figures, out).items():
        if name not in chosen:
            continue
        result = CliRunner().invoke(app, words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        said = result.stdout.replace(str(out), "OUT")
        (out / f"{name}.txt").write_bytes(f"{result.exit_code}\n{said}".encode())


if __name__ == "__main__":
    tour(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
