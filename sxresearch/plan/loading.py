"""From YAML files to valid plans and indicators, or to a list of everything that is wrong."""

from collections.abc import Iterable
from pathlib import Path

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.catalogue import Goal, Plan, Target
from sxresearch.plan.checks import plan_faults, register_faults
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.record_faults import each_record, one_record
from sxresearch.plan.regions import Regions
from sxresearch.plan.yaml_text import read_yaml, yaml_files

OWN_INDICATORS = "indicators.yaml"
"""The file of a plan folder that adds indicators to the register; every other YAML file there is a plan."""


def load_indicators(path: Path, own: Path | None = None) -> Indicators:
    """Read the indicator register, and what ``own`` adds to it where that file exists.

    Raises
    ------
    BadPlan
        With every fault: unknown keys, missing keys, values out of their vocabulary,
        ids or names used twice, also between the two files.
    """
    items: list[Indicator] = []
    faults: list[Fault] = []
    for file in (path, *([own] if own is not None and own.exists() else [])):
        document = read_yaml(file)
        found, broken = each_record(document, Indicator)
        faults += [*broken, *register_faults(found, document, items)]
        items += found.values()
    if faults:
        raise BadPlan(faults)
    return Indicators(by_id={item.id: item for item in items})


def load_plan(path: Path, indicators: Indicators, regions: Regions) -> Plan:
    """Read one plan file and check it against the register and the region list.

    Raises
    ------
    BadPlan
        With every fault found, each with the file, line and path inside it.
    """
    document = read_yaml(path)
    plan = _with_ids_of_today(one_record(document, Plan), indicators)
    faults = list(plan_faults(plan, document, indicators, regions))
    if faults:
        raise BadPlan(faults)
    return plan


def _with_ids_of_today(plan: Plan, indicators: Indicators) -> Plan:
    """The plan with former ids of indicators replaced by those that the register has in their place."""
    former = indicators.former_ids()

    def renewed(target: Target) -> Target:
        named = {key: getattr(target, key) for key in ("indicator", "second_indicator")}
        return target.model_copy(update={key: former.get(name, name) for key, name in named.items()})

    def with_targets(goal: Goal) -> Goal:
        return goal.model_copy(update={"targets": tuple(map(renewed, goal.targets))})

    fields = (item.model_copy(update={"goals": tuple(map(with_targets, item.goals))}) for item in plan.fields)
    return plan.model_copy(update={"fields": tuple(fields)})


def load_plans(folder: Path, indicators: Indicators, regions: Regions) -> tuple[Plan, ...]:
    """All plans of a folder, by file name; faults of all files are reported together."""
    paths = [path for path in yaml_files(folder) if path.name != OWN_INDICATORS]
    if not paths:
        raise BadPlan.of("no-plans", str(folder))
    plans: list[Plan] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            plans.append(load_plan(path, indicators, regions))
        except BadPlan as problem:
            faults += problem.faults
    faults += _ids_twice(plans, folder)
    if faults:
        raise BadPlan(faults)
    return tuple(plans)


def _ids_twice(plans: Iterable[Plan], folder: Path) -> Iterable[Fault]:
    seen: set[str] = set()
    for plan in plans:
        for identifier in (plan.id, *(target.id for _, _, target in plan.places())):
            if identifier in seen:
                yield Fault.of("plan-id-twice", str(folder), id=identifier)
            seen.add(identifier)
