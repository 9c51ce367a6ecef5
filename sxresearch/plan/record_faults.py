"""From YAML data to valid records, or to a bilingual fault for every part that is not as required."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.schema import BROKEN
from sxresearch.plan.yaml_text import Document, Place

Model = TypeVar("Model", bound=BaseModel)

_KEYS = {"missing": "key-missing", "extra_forbidden": "key-unknown"}
_LIMITS = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}
_FORMS = {
    "string_type": "form-text",
    "string_too_short": "form-text",
    "string_pattern_mismatch": "form-pattern",
    "int_type": "form-whole",
    "int_parsing": "form-whole",
    "int_from_float": "form-whole",
    "float_type": "form-number",
    "float_parsing": "form-number",
    "finite_number": "form-number",
    "bool_type": "form-yes-no",
    "bool_parsing": "form-yes-no",
    "tuple_type": "form-list",
    "too_short": "form-longer-list",
    "too_long": "form-shorter-list",
    "model_type": "form-mapping",
    "model_attributes_type": "form-mapping",
}
"""What pydantic calls a fault of form, to the fault sentence that says so in both languages."""


def one_record(document: Document, model: type[Model]) -> Model:
    """The whole document as one record.

    Raises
    ------
    BadPlan
        With every fault, if the document is no mapping or not as ``model`` requires.
    """
    if not isinstance(document.data, dict):
        raise BadPlan.of("yaml-mapping-expected", document.where())
    try:
        return model.model_validate(document.data)
    except ValidationError as problem:
        raise BadPlan(_faults(document, (), problem)) from problem


def each_record(document: Document, model: type[Model]) -> tuple[dict[Place, Model], list[Fault]]:
    """The items of a document that is a list: the valid records by their place, and the faults of the others.

    Raises
    ------
    BadPlan
        If the document is no list.
    """
    if not isinstance(document.data, list):
        raise BadPlan.of("yaml-list-expected", document.where())
    items: dict[Place, Model] = {}
    faults: list[Fault] = []
    for position, data in enumerate(document.data):
        try:
            items[(position,)] = model.model_validate(data)
        except ValidationError as problem:
            faults += _faults(document, (position,), problem)
    return items, faults


def _faults(document: Document, prefix: Place, problem: ValidationError) -> list[Fault]:
    details = problem.errors()
    found = [fault for detail in details if not _follows(detail, details) for fault in _fault(document, prefix, detail)]
    return _first_of_each_place(found)


def _follows(detail: Mapping[str, Any], details: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a list is only called too short because an item of it is refused."""
    place = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(place)] == place != other["loc"] for other in details
    )


def _first_of_each_place(faults: Iterable[Fault]) -> list[Fault]:
    """One fault per sentence and place: a value of two permitted forms is refused once, not once per form."""
    return list({(fault.where, fault.zh): fault for fault in faults}.values())


def _fault(document: Document, prefix: Place, detail: Mapping[str, Any]) -> Iterator[Fault]:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing" and isinstance(detail["loc"][-1], int):  # the next item of a list of fixed length
        detail, kind = {**detail, "loc": detail["loc"][:-1]}, "too_short"
    place = _inside(document, (*prefix, *detail["loc"]), grows=kind == "missing")
    where, last = document.where(place), str(place[-1]) if place else "/"
    found = _short(detail.get("input"))
    if kind == BROKEN:
        yield from (Fault.of(key, where, **values) for key, values in context["faults"])
    elif kind in _KEYS:
        yield Fault.of(_KEYS[kind], where, key=last)
    elif kind == "literal_error" and len(place) < len((*prefix, *detail["loc"])):
        return  # one of several permitted forms: the fault of the other form names the place
    elif kind in ("enum", "literal_error"):
        yield Fault.of("value-vocabulary", where, key=last, found=found, expected=str(context["expected"]))
    elif kind in _LIMITS:
        yield Fault.of(f"form-{_LIMITS[kind]}", where, key=last, found=found, limit=f"{context[_LIMITS[kind]]:g}")
    elif kind in _FORMS:
        yield Fault.of(_FORMS[kind], where, key=last, found=found, pattern=str(context.get("pattern", "")))
    else:
        yield Fault.of("value-form", where, key=last, found=found, expected=detail["msg"])


def _inside(document: Document, place: Place, *, grows: bool) -> Place:
    """``place`` without the steps that name one of several permitted forms, not a part of the file."""
    steps = len(place) - 1 if grows else len(place)
    while steps > 0 and place[:steps] not in document.lines:
        steps -= 1
    return (*place[:steps], place[-1]) if grows else place[:steps]


def _short(value: object, most: int = 60) -> str:
    text = "…" if isinstance(value, dict | list) else str(value)
    return text if len(text) <= most else text[: most - 1] + "…"
