"""Checking input files of every kind; what a file is shows in its ending and content."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sxresearch.assessment.inputs import load_register
from sxresearch.errors import BadParameter, Fault, SxError
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.table_files import TABLE_ENDINGS
from sxresearch.monitoring.observations import load_observations
from sxresearch.paths import PLANS
from sxresearch.plan.loading import load_indicators, load_plan, load_plans
from sxresearch.plan.overrides import load_overrides
from sxresearch.plan.regions import load_regions
from sxresearch.plan.responsibility import load_responsibility
from sxresearch.plan.yaml_text import read_yaml

_YAML = (".yaml", ".yml")
_REGION_LIST = "regions.csv"
_RESPONSIBILITY = "responsibility.csv"
_OVERRIDES = "overrides"


class InputKind(StrEnum):
    """What an input file holds."""

    PLAN = "plan"
    INDICATORS = "indicators"
    REGIONS = "regions"
    OBSERVATIONS = "observations"
    OVERRIDES = "overrides"
    RESPONSIBILITY = "responsibility"


@dataclass(frozen=True)
class Checked:
    """A file without faults: what it is and how much it holds (targets, indicators, regions or rows)."""

    path: Path
    kind: InputKind
    count: int


def check_paths(paths: Iterable[Path]) -> tuple[Checked, ...]:
    """Check files, and the plans and data files inside folders.

    Raises
    ------
    SxError
        With every fault of every file.
    """
    checked: list[Checked] = []
    faults: list[Fault] = []
    register = load_register()
    for path in paths:
        for file in _inside(path):
            try:
                checked.append(_check(file, register))
            except SxError as problem:
                faults += problem.faults
    if faults:
        raise BadParameter(dict.fromkeys(faults))
    return tuple(checked)


def _inside(path: Path) -> list[Path]:
    if not path.is_dir() or path.name == _OVERRIDES:
        return [path]
    found = sorted(item for item in path.iterdir() if item.suffix.lower() in TABLE_ENDINGS or _is_plan(item))
    own_values = path / _OVERRIDES
    return ([*found, own_values] if any(own_values.glob("*.yaml")) else found) or [path]


def _is_plan(path: Path) -> bool:
    """Whether a YAML file inside a folder looks like a plan (other YAML files may lie beside it)."""
    if path.suffix.lower() not in _YAML:
        return False
    try:
        data = read_yaml(path).data
    except SxError:
        return True  # so that its fault is reported
    return isinstance(data, list) or (isinstance(data, dict) and "fields" in data)


def _check(path: Path, register: Register) -> Checked:
    kind = _kind(path)
    return Checked(path, kind, _COUNTS[kind](path, register))


def _kind(path: Path) -> InputKind:
    ending = path.suffix.lower()
    if not path.exists():
        raise BadParameter.of("file-missing", str(path))
    if path.name == _OVERRIDES and path.is_dir():
        return InputKind.OVERRIDES
    if ending in _YAML:
        return InputKind.INDICATORS if isinstance(read_yaml(path).data, list) else InputKind.PLAN
    if path.name == _RESPONSIBILITY:
        return InputKind.RESPONSIBILITY
    if path.name == _REGION_LIST:
        return InputKind.REGIONS
    if ending in TABLE_ENDINGS:
        return InputKind.OBSERVATIONS
    raise BadParameter.of("nothing-to-check", str(path), expected=" ".join(TABLE_ENDINGS))


def _targets(path: Path, register: Register) -> int:
    return sum(1 for _ in load_plan(path, register.indicators, register.regions).places())


def _own_values(folder: Path, register: Register) -> int:
    """Regional values are checked against the plans that stand above their folder."""
    plans = load_plans(folder.parent, register.indicators, register.regions)
    return len(load_overrides(folder, plans, register.indicators, register.regions))


def _departments(path: Path, register: Register) -> int:
    plans = load_plans(PLANS, register.indicators, register.regions)
    return len(load_responsibility(path, plans, register.indicators))


_COUNTS: dict[InputKind, Callable[[Path, Register], int]] = {
    InputKind.PLAN: _targets,
    InputKind.INDICATORS: lambda path, _register: len(load_indicators(path)),
    InputKind.REGIONS: lambda path, _register: len(load_regions(path)),
    InputKind.OVERRIDES: _own_values,
    InputKind.RESPONSIBILITY: _departments,
    InputKind.OBSERVATIONS: lambda path, register: len(load_observations(path, register).table),
}
