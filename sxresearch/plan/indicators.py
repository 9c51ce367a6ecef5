"""Indicators: what is measured, in which unit, within which bounds, and which way is better."""

from math import inf
from typing import Self

from pydantic import Field, model_validator

from sxresearch.plan.schema import Identifier, NonEmpty, Number, Problem, Record, Words, Year, broken
from sxresearch.terms import Better, Countable, Group, Measure, Unit

SHARE_FACTORS = {Unit.PERCENT: 1e2, Unit.PER_MILLE: 1e3, Unit.PER_10K: 1e4, Unit.PER_100K: 1e5}
"""By unit, what a numerator over its denominator is multiplied by."""


class Break(Record):
    """A redefinition: ``year`` is the first year on the new definition."""

    year: Year
    reason: Words


class Indicator(Record):
    """One indicator of the register; where nothing else is said its counts are of persons or cases."""

    id: Identifier
    name: Words
    aliases: tuple[NonEmpty, ...] = ()
    former_ids: tuple[Identifier, ...] = ()
    definition: Words
    unit: Unit
    lower: Number | None = None
    upper: Number | None = None
    plausible: tuple[Number, Number] | None = None
    decimals: int = Field(ge=0, le=4, strict=True)
    better: Better
    measure: Measure
    numerator: Words | None = None
    denominator: Words | None = None
    counts: Countable = Countable.PERSONS
    groups: tuple[Group, ...] = (Group.TOTAL,)
    breaks: tuple[Break, ...] = ()
    department: NonEmpty | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        problems: list[Problem] = []
        if self.lower is not None and self.upper is not None and self.lower >= self.upper:
            problems.append(("bounds-order", {"low": f"{self.lower:g}", "high": f"{self.upper:g}"}))
        if self.plausible is not None and not self._range_in_order(*self.plausible):
            problems.append(("plausible-order", {"low": f"{self.plausible[0]:g}", "high": f"{self.plausible[1]:g}"}))
        if (self.numerator is None) != (self.denominator is None):
            problems.append(("half-ratio", {}))
        if not self.groups or len(set(self.groups)) != len(self.groups):
            problems.append(("groups-once", {}))
        if problems:
            raise broken(problems)
        return self

    def _range_in_order(self, low: float, high: float) -> bool:
        """Whether a range ascends and lies inside the bounds."""
        floor, ceiling = (-inf if self.lower is None else self.lower), (inf if self.upper is None else self.upper)
        return floor <= low < high <= ceiling

    @property
    def plausible_range(self) -> tuple[float, float]:
        """Lowest and highest figure that a region may have; outside it a figure is a slip. The bounds by default."""
        if self.plausible is not None:
            return self.plausible
        return (-inf if self.lower is None else self.lower), (inf if self.upper is None else self.upper)

    @property
    def bounded(self) -> bool:
        """Whether values have both a floor and a ceiling."""
        return self.lower is not None and self.upper is not None

    @property
    def factor(self) -> float | None:
        """What numerator / denominator is multiplied by to give the unit; none for other quantities."""
        return SHARE_FACTORS.get(self.unit) if self.denominator is not None else None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name under which a data file may speak of it, each once."""
        return tuple(dict.fromkeys((self.id, self.name.zh, self.name.en, *self.aliases)))

    def break_after(self, year: int) -> Break | None:
        """The first declared redefinition later than ``year``, or none."""
        later = [mark for mark in self.breaks if mark.year > year]
        return min(later, key=lambda mark: mark.year) if later else None


class Indicators(Record):
    """The register: every indicator by its id."""

    by_id: dict[str, Indicator]

    def __contains__(self, key: object) -> bool:
        return key in self.by_id

    def __getitem__(self, key: str) -> Indicator:
        return self.by_id[key]

    def __len__(self) -> int:
        return len(self.by_id)

    def former_ids(self) -> dict[str, str]:
        """Ids under which plans written for an earlier register may ask for an indicator, to the id of today."""
        return {former: item.id for item in self.by_id.values() for former in item.former_ids}

    def spellings(self) -> dict[str, str]:
        """Every name under which a data file may speak of an indicator, to its id."""
        return {spelling: item.id for item in self.by_id.values() for spelling in item.spellings}
