"""Checking input files of every kind; what a file is shows in its ending and content."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

import pandas as pd

from sxresearch.assessment.inputs import bound_targets, load_register
from sxresearch.errors import BadParameter, Fault, SxError
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Severity, Spot, grouped, refusals
from sxresearch.monitoring.intake.figures import Figures, read_figures
from sxresearch.monitoring.intake.folders import TABLE_ENDINGS, skipped_files, table_files
from sxresearch.monitoring.intake.unused_figures import unused_figures
from sxresearch.monitoring.ledger.actions import load_actions
from sxresearch.monitoring.ledger.judgements import load_judgements
from sxresearch.monitoring.observations import judged
from sxresearch.paths import ACTIONS, DATA, JUDGEMENTS, PLANS
from sxresearch.plan.loading import OWN_INDICATORS, load_indicators, load_plan, load_plans
from sxresearch.plan.overrides import load_overrides
from sxresearch.plan.regions import load_regions
from sxresearch.plan.responsibility import load_responsibility
from sxresearch.plan.yaml_text import YAML_ENDINGS, read_yaml, yaml_files

_HOUSE_REGISTER = DATA / "indicators.yaml"
_NO_DATA = (".py", ".ipynb", ".md")
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
    JUDGEMENTS = "judgements"
    ACTIONS = "actions"


_LEDGERS = {JUDGEMENTS.name: InputKind.JUDGEMENTS, ACTIONS.name: InputKind.ACTIONS}


@dataclass(frozen=True)
class Checked:
    """A file without faults: what it is and how much it holds (targets, indicators, regions or rows)."""

    path: Path
    kind: InputKind
    count: int


@dataclass(frozen=True)
class Check:
    """What a look at input files gave: files in order, figures if there were any, findings on them, and faults.

    ``figures`` are those of all files together, ``table`` what would be used of them, with what holds each figure;
    ``findings`` are theirs, those of the rules of plausibility, and what no target uses.
    """

    checked: tuple[Checked, ...]
    register: Register
    figures: Figures | None = None
    table: pd.DataFrame | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()


def look_into(paths: Iterable[Path], plans: Path | None = None) -> Check:
    """Check files, and the plans and data files inside folders; data files are seen together.

    Figures are checked against the register with what the plan folder ``plans`` adds to it (the toolkit's own if
    none); plans against what the folder they lie in adds.
    """
    paths = list(paths)
    files = [file for path in paths for file in _inside(path)]
    checked: dict[Path, Checked] = {}
    faults: list[Fault] = []
    registers = _Registers(plans)
    register = registers.of_figures()
    tables: list[Path] = []
    for file in files:
        try:
            kind = _kind(file)
            if kind is InputKind.OBSERVATIONS:
                tables.append(file)
            else:
                checked[file] = Checked(file, kind, _COUNTS[kind](file, registers.of(file, kind)))
        except SxError as problem:
            faults += problem.faults
    figures = read_figures(tables, register) if tables else None
    if figures:
        faults += figures.faults
        counts = {source.path: source.rows for source in figures.sources}
        checked |= {
            file: Checked(file, InputKind.OBSERVATIONS, counts[str(file)]) for file in tables if str(file) in counts
        }
    order = tuple(checked[file] for file in dict.fromkeys(files) if file in checked)
    if figures is None:
        return Check(order, register, faults=tuple(dict.fromkeys(faults)))
    table, doubts = judged(figures, register, date.today())
    faults += [finding.fault() for finding in refusals(doubts)]
    unused = _unused(figures, register, plans or PLANS)
    findings = grouped([*_passed_over(paths), *figures.findings, *doubts, *unused])
    return Check(order, register, figures, table, findings, tuple(dict.fromkeys(faults)))


def _passed_over(paths: Iterable[Path]) -> Iterator[Finding]:
    """The lock files in folders: of other files a folder may hold what it likes."""
    skipped = [item.path for path in paths if path.is_dir() for item in skipped_files(path) if item.lock]
    if skipped:
        yield Finding.of("skipped", Severity.NOTE, [Spot(str(path)) for path in skipped])


def _unused(figures: Figures, register: Register, folder: Path) -> list[Finding]:
    if figures.table.empty:
        return []
    try:
        plans = load_plans(folder, register.indicators, register.regions)
    except SxError:
        return []  # the plans are at fault, and are told when they are checked
    targets = [target for plan in plans for _, _, target in plan.places()]
    used = {name for target in targets for name in (target.indicator, target.second_indicator) if name}
    return unused_figures(figures.table, used, register)


@dataclass
class _Registers:
    """The register that holds for a file; each is read once."""

    plans: Path | None
    read: dict[Path, Register] = field(default_factory=dict)

    def of_figures(self) -> Register:
        """With what the chosen plan folder adds."""
        return self._with(self.plans)

    def of(self, file: Path, kind: InputKind) -> Register:
        """With what the folder of a plan, or else the chosen plan folder, adds."""
        folder = file.parent if kind in (InputKind.PLAN, InputKind.INDICATORS, InputKind.OVERRIDES) else self.plans
        return self._with(folder)

    def _with(self, folder: Path | None) -> Register:
        if folder is None or folder.resolve() == DATA or not (folder / OWN_INDICATORS).exists():
            folder = PLANS
        if folder not in self.read:
            self.read[folder] = load_register(folder)
        return self.read[folder]


def _inside(path: Path) -> list[Path]:
    if not path.is_dir() or path.name == _OVERRIDES:
        return [path]
    plans = [item for item in path.iterdir() if _is_plan(item)]
    try:
        found = sorted([*table_files(path).tables, *plans], key=Path.as_posix)
    except SxError:
        found = sorted(plans, key=Path.as_posix)
    own_values = path / _OVERRIDES
    return ([*found, own_values] if yaml_files(own_values) else found) or [path]


def _is_plan(path: Path) -> bool:
    """Whether a YAML file inside a folder looks like a plan (other YAML files may lie beside it)."""
    if path.suffix.lower() not in YAML_ENDINGS:
        return False
    try:
        data = read_yaml(path).data
    except SxError:
        return True  # so that its fault is reported
    return isinstance(data, list) or (isinstance(data, dict) and "fields" in data)


def _kind(path: Path) -> InputKind:
    ending = path.suffix.lower()
    if not path.exists():
        raise BadParameter.of("file-missing", str(path))
    if path.name == _OVERRIDES and path.is_dir():
        return InputKind.OVERRIDES
    if ending in YAML_ENDINGS:
        return InputKind.INDICATORS if isinstance(read_yaml(path).data, list) else InputKind.PLAN
    if path.name == _RESPONSIBILITY:
        return InputKind.RESPONSIBILITY
    if path.name in _LEDGERS:
        return _LEDGERS[path.name]
    if path.name == _REGION_LIST:
        return InputKind.REGIONS
    if path.is_file() and ending not in _NO_DATA:
        return InputKind.OBSERVATIONS
    raise BadParameter.of("nothing-to-check", str(path), expected=" ".join(TABLE_ENDINGS))


def _targets(path: Path, register: Register) -> int:
    return sum(1 for _ in load_plan(path, register.indicators, register.regions).places())


def _own_values(folder: Path, register: Register) -> int:
    """Regional values are checked against the plans that stand above their folder."""
    plans = load_plans(folder.parent, register.indicators, register.regions)
    return len(load_overrides(folder, plans, register.indicators, register.regions))


def _judged(path: Path, register: Register) -> int:
    plans = load_plans(PLANS, register.indicators, register.regions)
    return len(load_judgements(path, bound_targets(plans, register.regions), register))


def _agreed(path: Path, register: Register) -> int:
    plans = load_plans(PLANS, register.indicators, register.regions)
    return len(load_actions(path, bound_targets(plans, register.regions), register))


def _departments(path: Path, register: Register) -> int:
    plans = load_plans(PLANS, register.indicators, register.regions)
    return len(load_responsibility(path, plans, register.indicators, register.regions))


def _indicators(path: Path, _register: Register) -> int:
    """A file of that name in a folder of plans adds to the register, and is checked together with it."""
    adds = path.name == OWN_INDICATORS and path.resolve() != _HOUSE_REGISTER
    if not adds:
        return len(load_indicators(path))
    return len(load_indicators(_HOUSE_REGISTER, path)) - len(load_indicators(_HOUSE_REGISTER))


_COUNTS: dict[InputKind, Callable[[Path, Register], int]] = {
    InputKind.PLAN: _targets,
    InputKind.INDICATORS: _indicators,
    InputKind.REGIONS: lambda path, _register: len(load_regions(path)),
    InputKind.OVERRIDES: _own_values,
    InputKind.RESPONSIBILITY: _departments,
    InputKind.JUDGEMENTS: _judged,
    InputKind.ACTIONS: _agreed,
}
