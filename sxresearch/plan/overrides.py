"""Values that a city or county plan sets in place of the province's.

Each file of ``data/plans/overrides`` gives one region's values for one plan. A value holds for that
region alone: not for the counties of a city, nor for the cities of the province.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.catalogue import Plan, Target
from sxresearch.plan.checks import value_faults
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.record_faults import one_record
from sxresearch.plan.regions import Regions
from sxresearch.plan.schema import NonEmpty, Number, Record, RegionCode, TargetId
from sxresearch.plan.yaml_text import Document, read_yaml, yaml_files


class OverrideValue(Record):
    """The value of one target; ``strict`` only where the region's text differs from the province's in that."""

    target: TargetId
    value: Number
    strict: bool | None = None


class OverrideFile(Record):
    """What one region's own plan sets."""

    plan: NonEmpty
    region: RegionCode
    document: NonEmpty
    values: tuple[OverrideValue, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Override:
    """One region's value for one target, and the document that sets it."""

    value: float
    strict: bool | None
    document: str


@dataclass(frozen=True)
class Overrides:
    """All regional values, by target id and region code."""

    by_place: Mapping[tuple[str, str], Override] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.by_place)

    def get(self, target_id: str, region: str) -> Override | None:
        """What ``region`` itself sets for the target, or none."""
        return self.by_place.get((target_id, region))

    def value_for(self, target_id: str, region: str) -> float | None:
        """The value that ``region`` itself sets for the target, or none."""
        found = self.get(target_id, region)
        return None if found is None else found.value

    def values(self, target: Target, regions: Sequence[str]) -> NDArray[np.float64]:
        """The value that holds in each region: its own, else the plan's; NaN where neither gives one."""
        planned = np.nan if target.value is None else target.value
        own = (self.value_for(target.id, region) for region in regions)
        return np.array([planned if value is None else value for value in own], dtype=float)

    def strict(self, target: Target, regions: Sequence[str]) -> NDArray[np.bool_]:
        """Whether the value itself fails in each region: as the region says, else as the plan says."""
        own = (self.get(target.id, region) for region in regions)
        return np.array(
            [target.strict if item is None or item.strict is None else item.strict for item in own], dtype=bool
        )


def load_overrides(folder: Path, plans: Iterable[Plan], indicators: Indicators, regions: Regions) -> Overrides:
    """All YAML files of a folder; none if the folder is missing or holds no such file.

    Raises
    ------
    BadPlan
        With every fault found: unknown plans, targets and regions, regions that the plan does not bind,
        rules without a value, values beyond the indicator's bounds, values given twice.
    """
    by_id = {plan.id: plan for plan in plans}
    given: dict[tuple[str, str], tuple[Override, str]] = {}
    faults: list[Fault] = []
    for path in yaml_files(folder):
        try:
            document = read_yaml(path)
            content = one_record(document, OverrideFile)
        except BadPlan as problem:
            faults += problem.faults
            continue
        found = list(_place_faults(content, document, by_id, regions))
        faults += found
        if not found:
            faults += _take(content, document, by_id[content.plan], indicators, given)
    if faults:
        raise BadPlan(faults)
    return Overrides({place: override for place, (override, _) in given.items()})


def _place_faults(
    content: OverrideFile, document: Document, plans: Mapping[str, Plan], regions: Regions
) -> Iterator[Fault]:
    at_region = document.where(("region",))
    if content.plan not in plans:
        known = ", ".join(plans)
        yield Fault.of("override-plan-unknown", document.where(("plan",)), id=content.plan, known=known)
    if content.region not in regions:
        yield Fault.of("region-unknown", at_region, code=content.region)
    elif content.plan in plans and content.region not in plans[content.plan].binds(regions):
        yield Fault.of("override-region-unbound", at_region, plan=content.plan, code=content.region)


def _take(
    content: OverrideFile,
    document: Document,
    plan: Plan,
    indicators: Indicators,
    given: dict[tuple[str, str], tuple[Override, str]],
) -> Iterator[Fault]:
    """Put the values of one file into ``given``; what can't be taken is a fault."""
    targets = {target.id: target for _, _, target in plan.places()}
    for position, item in enumerate(content.values):
        where = document.where(("values", position, "target"))
        place = (item.target, content.region)
        if item.target not in targets:
            yield Fault.of("override-target-unknown", where, plan=plan.id, id=item.target)
        elif place in given:
            other = given[place][1]
            yield Fault.of("override-twice", where, code=content.region, id=item.target, other=other)
        else:
            yield from _value_faults(item, targets[item.target], document, position, indicators)
            given[place] = (Override(item.value, item.strict, content.document), where)


def _value_faults(
    item: OverrideValue, target: Target, document: Document, position: int, indicators: Indicators
) -> Iterator[Fault]:
    where = document.where(("values", position, "value"))
    if not target.grammar.numeric or target.indicator is None:
        yield Fault.of("override-rule", where, id=target.id, rule=target.rule)
        return
    yield from value_faults(target, item.value, indicators[target.indicator], where)
    if item.strict is not None and not target.grammar.takes_strict:
        yield Fault.of(
            "override-strict", document.where(("values", position, "strict")), id=target.id, rule=target.rule
        )
