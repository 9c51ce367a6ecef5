"""The wheels behind the hashes of the lock, as a table for the tests (for maintainers; needs uv and a network).

The lock holds hashes without the names of the files, and a test may not ask a registry. ``make lock`` writes the table
``tests/wheels.csv`` anew: per package the best wheel for each kind of system and each Python.
"""

import csv
import datetime
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.systems import LOCK, PYTHONS, ROOT, SYSTEMS, Locked, locked, tags

TABLE = ROOT / "tests" / "wheels.csv"
HEAD = ("package", "version", "file", "sha256")


def offered() -> dict[str, dict[str, str]]:
    """The wheels of every locked version: package → file name → SHA-256."""
    with tempfile.TemporaryDirectory() as room:
        pins, answer = Path(room) / "pins.txt", Path(room) / "pylock.toml"
        pins.write_text("\n".join(str(item.requirement) for item in locked()) + "\n", encoding="utf-8")
        asked = ["--universal", "--python-version", PYTHONS[0], "--no-deps", "--format", "pylock.toml"]
        subprocess.run(["uv", "pip", "compile", "--quiet", *asked, str(pins), "-o", str(answer)], check=True)
        packages = tomllib.loads(answer.read_text(encoding="utf-8"))["packages"]
    return {
        f"{item['name']}=={item['version']}": {
            wheel["url"].rpartition("/")[2]: wheel["hashes"]["sha256"] for wheel in item.get("wheels", ())
        }
        for item in packages
    }


def best(item: Locked, files: dict[str, str]) -> Iterator[str]:
    """The file that each kind of system with each Python would take, where there is one."""
    by_tag = {tag: file for file in files for tag in _tags(file)}
    for system in SYSTEMS.values():
        for python in PYTHONS:
            if item.wanted(system, python):
                yield from [by_tag[tag] for tag in system.tags(python) if tag in by_tag][:1]


def _tags(file: str) -> frozenset[tags.Tag]:
    return tags.parse_tag("-".join(file.removesuffix(".whl").split("-")[-3:]))


def main() -> None:
    """Write the table."""
    known = offered()
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        out.write(f"# {datetime.datetime.now(datetime.UTC).date()}, {LOCK.name}; written by tools/wheel_table.py\n")
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(HEAD)
        for item in locked():
            files = known[f"{item.name}=={item.version}"]
            rows.writerows((item.name, item.version, file, files[file]) for file in sorted(set(best(item, files))))


if __name__ == "__main__":
    main()
