"""Which changes of a constant does no test notice?

    python tests/changed_constants.py sxresearch/assessment sxresearch/projection --seconds 90

Every number at the top level of a module (an assignment in capitals, tuples and arrays included) and every default of a
class's field is changed by itself: a whole number by one, any other by a tenth. Then the tests nearest to the module
run: the test file of its own name, else the folder that mirrors its own. What is printed are the changes that all of
them let pass. The module's file is put back after each; the checkout must have no change of its own there.
"""

import argparse
import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Change:
    """One number in a module: where it stands (line, first and last column), and what it becomes."""

    module: Path
    name: str
    line: int
    columns: tuple[int, int]
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.module.relative_to(ROOT)}:{self.line} {self.name}: {self.before} -> {self.after}"

    def applied(self, source: str) -> str:
        """The module's text with this number changed; columns count bytes, as in :mod:`ast`."""
        lines = source.encode().split(b"\n")
        text, (first, last) = lines[self.line - 1], self.columns
        lines[self.line - 1] = text[:first] + self.after.encode() + text[last:]
        return b"\n".join(lines).decode()


def changes(module: Path) -> Iterator[Change]:
    """All changes of a module's constants, in the order of its lines."""
    for target, statement in _decided(ast.parse(module.read_text(encoding="utf-8"))):
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.lineno == node.end_lineno:
                columns = node.col_offset, int(node.end_col_offset or 0)
                yield Change(module, target, node.lineno, columns, repr(node.value), _other(node.value))


def _decided(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Names and values of a module's constants and of its fields' defaults."""
    for statement in tree.body:
        name = _name(statement)
        if name is not None and name.strip("_").isupper() and isinstance(statement, ast.Assign | ast.AnnAssign):
            yield name, statement
        for field in statement.body if isinstance(statement, ast.ClassDef) else ():
            if isinstance(field, ast.AnnAssign):
                yield f"{statement.name}.{_name(field)}", field


def _name(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Assign):
        first = statement.targets[0]
        first = first.elts[0] if isinstance(first, ast.Tuple) else first
        return first.id if isinstance(first, ast.Name) else None
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    return None


def _other(value: float) -> str:
    return repr(value + 1) if isinstance(value, int) else repr(value * 1.1 if value else 0.1)


def nearest_tests(module: Path) -> Path:
    """The test file of the module's name beside where it is mirrored, else the folder of its wing."""
    inside = module.relative_to(ROOT / "sxresearch")
    folder = ROOT / "tests" / inside.parent
    mirrored = folder / f"test_{inside.stem}.py"
    if mirrored.exists():
        return mirrored
    while not any(folder.glob("test_*.py")):
        folder = folder.parent
    return folder


def noticed(change: Change, seconds: float) -> bool | None:
    """Whether the nearest tests fail on a change; none when they took too long to tell."""
    source = change.module.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", str(nearest_tests(change.module))]
    try:
        change.module.write_text(change.applied(source), encoding="utf-8")
        quiet = subprocess.DEVNULL
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, timeout=seconds, check=False
        )
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return None
    finally:
        change.module.write_text(source, encoding="utf-8")


def main() -> None:
    """Print the changes that no test notices, and those for which the time was too short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path, help="modules or folders below sxresearch/")
    parser.add_argument("--seconds", type=float, default=120, help="longest time for the tests of one change")
    parser.add_argument("--list", action="store_true", help="only say what would be changed, and by which tests judged")
    asked = parser.parse_args()
    for place in asked.places:
        for module in sorted(place.resolve().rglob("*.py")) if place.is_dir() else [place.resolve()]:
            for change in changes(module):
                if asked.list:
                    print(change, "|", nearest_tests(module).relative_to(ROOT))
                    continue
                found = noticed(change, asked.seconds)
                if not found:
                    print("too slow" if found is None else "unnoticed", change, flush=True)


if __name__ == "__main__":
    main()
