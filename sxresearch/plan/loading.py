"""From YAML files to valid plans and indicators, or to a list of everything that is wrong."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.checks import plan_faults, register_faults
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Regions
from sxresearch.plan.yaml_text import Document, Place, read_yaml

Model = TypeVar("Model", bound=BaseModel)


def load_indicators(path: Path) -> Indicators:
    """Read the indicator register.

    Raises
    ------
    BadPlan
        With every fault: unknown keys, missing keys, values out of their vocabulary,
        ids or names used twice.
    """
    document = read_yaml(path)
    if not isinstance(document.data, list):
        raise BadPlan.of("yaml-list-expected", document.where())
    items, faults = _each(document, Indicator, ((position,) for position in range(len(document.data))))
    faults += register_faults(items, document)
    if faults:
        raise BadPlan(faults)
    return Indicators(by_id={item.id: item for item in items.values()})


def load_plan(path: Path, indicators: Indicators, regions: Regions) -> Plan:
    """Read one plan file and check it against the register and the region list.

    Raises
    ------
    BadPlan
        With every fault found, each with the file, line and path inside it.
    """
    document = read_yaml(path)
    if not isinstance(document.data, dict):
        raise BadPlan.of("yaml-mapping-expected", document.where())
    plan = _one(document, Plan)
    faults = list(plan_faults(plan, document, indicators, regions))
    if faults:
        raise BadPlan(faults)
    return plan


def load_plans(folder: Path, indicators: Indicators, regions: Regions) -> tuple[Plan, ...]:
    """All plans of a folder, by file name; faults of all files are reported together."""
    paths = sorted(folder.glob("*.yaml"))
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


def _one(document: Document, model: type[Model]) -> Model:
    try:
        return model.model_validate(document.data)
    except ValidationError as problem:
        raise BadPlan(_faults(document, (), problem)) from problem


def _each(
    document: Document, model: type[Model], places: Iterable[Place]
) -> tuple[dict[Place, Model], list[Fault]]:
    items: dict[Place, Model] = {}
    faults: list[Fault] = []
    for place in places:
        try:
            items[place] = model.model_validate(document.data[place[0]])
        except ValidationError as problem:
            faults += _faults(document, place, problem)
    return items, faults


def _faults(document: Document, prefix: Place, problem: ValidationError) -> list[Fault]:
    return [_fault(document, prefix, detail) for detail in problem.errors()]


_KEYS = {"missing": "key-missing", "extra_forbidden": "key-unknown", "enum": "value-vocabulary"}


def _fault(document: Document, prefix: Place, detail: Mapping[str, Any]) -> Fault:
    place = (*prefix, *detail["loc"])
    last = str(place[-1]) if place else ""
    context = detail.get("ctx", {})
    found = _short(detail.get("input"))
    kind = detail["type"]
    if kind == "enum":
        return Fault.of("value-vocabulary", document.where(place), key=last, found=found, expected=str(context["expected"]))
    if kind in _KEYS:
        return Fault.of(_KEYS[kind], document.where(place), key=last)
    message = detail["msg"].removeprefix("Value error, ")
    return Fault.of("value-form", document.where(place), key=last or "/", found=found, expected=message)


def _short(value: object, most: int = 60) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) <= most else text[: most - 1] + "…"
