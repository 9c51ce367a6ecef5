"""What the yearbook says, as values: every indicator of a plan by region, group and year, with its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.brief.content.wording import mark
from sxresearch.errors import BadParameter
from sxresearch.language import say, word
from sxresearch.language.numbers import figure, own_decimals
from sxresearch.monitoring.contract import HELD
from sxresearch.monitoring.privacy.suppression import SUPPRESSED
from sxresearch.plan.catalogue import Plan, PlanField
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.regions import Region
from sxresearch.terms import Basis, Group, Language, ObservationStatus

YEARS_BACK = 4
"""The table shows the year and at least so many before it; from the base year on, if that lies further back."""

MARKS = ("preliminary", "revised", "held", "derived", "secondary", "synthetic")
"""Marks behind a figure, in this order: ``yearbook-mark-<name>`` is the sign, ``yearbook-legend-<name>`` says it."""


@dataclass(frozen=True)
class YearbookFigure:
    """One figure in the indicator's unit with its marks; without a value it is not published."""

    value: float | None
    decimals: int
    marks: tuple[str, ...] = ()

    def sign(self, language: Language) -> str:
        """The marks as they stand behind the figure."""
        return "".join(say(f"yearbook-mark-{name}", language) for name in self.marks)

    def text(self, language: Language) -> str:
        """The figure as it is printed."""
        if self.value is None:
            return say("brief-suppressed", language)
        return figure(self.value, self.decimals) + self.sign(language)


@dataclass(frozen=True)
class YearbookLine:
    """One region and group: its figures by year (none where there is none), and where they come from."""

    region: Region
    group: Group
    figures: tuple[YearbookFigure | None, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class YearbookTable:
    """One indicator over all regions and groups, in the order of the region list."""

    indicator: Indicator
    lines: tuple[YearbookLine, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the table, once."""
        return tuple(dict.fromkeys(source for line in self.lines for source in line.sources))


@dataclass(frozen=True)
class YearbookField:
    """One field of the plan: its indicators with figures, and those that nobody has reported."""

    field: PlanField
    tables: tuple[YearbookTable, ...]
    unreported: tuple[Indicator, ...]


@dataclass(frozen=True)
class Yearbook:
    """The tables of one plan up to one year."""

    plan: Plan
    year: int
    years: tuple[int, ...]
    fields: tuple[YearbookField, ...]
    language: Language
    internal: bool
    synthetic: bool

    @property
    def title(self) -> str:
        """What stands on its cover."""
        return say(
            "yearbook-title", self.language, plan=self.plan.title.in_language(self.language), year=str(self.year)
        )

    @property
    def mark(self) -> str:
        """The marks of internal use and of synthetic figures, empty where neither applies."""
        return mark(internal=self.internal, synthetic=self.synthetic)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """Every sign with its meaning."""
        signs = [(say(f"yearbook-mark-{name}", self.language), name) for name in MARKS]
        signs += [
            (say("brief-suppressed", self.language), "suppressed"),
            (say("yearbook-empty", self.language), "none"),
        ]
        return tuple((sign, say(f"yearbook-legend-{name}", self.language)) for sign, name in signs)


def yearbooks(inputs: Inputs, year: int, language: Language, *, internal: bool = False) -> tuple[Yearbook, ...]:
    """One book for each plan of ``inputs`` that has a figure; documents counted apart only if no other has.

    Raises
    ------
    BadParameter
        If there are no figures of ``year``.
    """
    shown = (inputs if internal else inputs.published).observations.table
    known = set(inputs.observations.table["year"].astype(int))
    if year not in known:
        raise BadParameter.of(
            "year-outside-data", "", name="YEAR", found=str(year), first=str(min(known)), last=str(max(known))
        )
    plans = [plan for plan in inputs.plans if not plan.counted_apart] or inputs.plans
    found = (_book(inputs, plan, shown, year=year, language=language, internal=internal) for plan in plans)
    return tuple(book for book in found if any(field.tables for field in book.fields))


def _book(
    inputs: Inputs, plan: Plan, table: pd.DataFrame, *, year: int, language: Language, internal: bool
) -> Yearbook:
    years = tuple(range(min(plan.baseline_year, year - YEARS_BACK), year + 1))
    mine = table["region"].isin(plan.binds(inputs.regions)) & table["indicator"].isin(_indicators(plan))
    rows = table[mine & table["year"].isin(years)]
    tables = {str(name): _table(inputs, part, years) for name, part in rows.groupby("indicator", sort=False)}
    seen: set[str] = set()
    fields = []
    for field in plan.fields:
        names = [name for name in _of_field(field) if name not in seen]
        seen.update(names)
        fields.append(
            YearbookField(
                field,
                tuple(tables[name] for name in names if name in tables),
                tuple(inputs.indicators[name] for name in names if name not in tables),
            )
        )
    synthetic = bool((rows["basis"] == Basis.SYNTHETIC).any())
    return Yearbook(plan, year, years, tuple(fields), language, internal, synthetic)


def _indicators(plan: Plan) -> set[str]:
    return {name for field in plan.fields for name in _of_field(field)}


def _of_field(field: PlanField) -> Iterator[str]:
    """Every indicator that a target of the field names, in their order, once."""
    targets = (target for goal in field.goals for target in goal.targets)
    both = (name for item in targets for name in (item.indicator, item.second_indicator) if name)
    yield from dict.fromkeys(both)


def _table(inputs: Inputs, rows: pd.DataFrame, years: Sequence[int]) -> YearbookTable:
    indicator = inputs.indicators[str(rows["indicator"].iloc[0])]
    place = {region.code: number for number, region in enumerate(inputs.regions)}
    groups = list(Group)
    lines = [
        (place[str(code)], groups.index(Group(str(group))), _line(inputs, indicator, part, years))
        for (code, group), part in rows.groupby(["region", "group"], sort=False)
    ]
    return YearbookTable(indicator, tuple(line for *_, line in sorted(lines, key=lambda item: item[:2])))


def _line(inputs: Inputs, indicator: Indicator, rows: pd.DataFrame, years: Sequence[int]) -> YearbookLine:
    by_year = {int(row.year): row for row in rows.itertuples(index=False)}
    figures = tuple(_figure(indicator, by_year[year]) if year in by_year else None for year in years)
    first = next(iter(by_year.values()))
    used = [row for row in rows.sort_values("year").itertuples() if _figure(indicator, row) is not None]
    return YearbookLine(
        inputs.regions[str(first.region)],
        Group(str(first.group)),
        figures,
        tuple(dict.fromkeys(str(row.source) for row in used)),
    )


def _figure(indicator: Indicator, row: Any) -> YearbookFigure | None:
    if getattr(row, SUPPRESSED, False):
        return YearbookFigure(None, indicator.decimals)
    if pd.isna(row.value):
        return None
    value = float(row.value)
    return YearbookFigure(value, own_decimals(value, indicator.decimals), tuple(_marks(row)))


def _marks(row: Any) -> Iterator[str]:
    applies = {
        "preliminary": row.status == ObservationStatus.PRELIMINARY,
        "revised": row.status == ObservationStatus.REVISED,
        "held": bool(getattr(row, HELD, "")),
        **{basis.value: row.basis == basis for basis in (Basis.DERIVED, Basis.SECONDARY, Basis.SYNTHETIC)},
    }
    return (name for name in MARKS if applies[name])


def explanation(indicator: Indicator, language: Language) -> str:
    """What an indicator is: definition, numerator over denominator, redefinitions, who answers for it."""
    parts = [indicator.definition.in_language(language)]
    if indicator.numerator and indicator.denominator:
        words = {"numerator": indicator.numerator, "denominator": indicator.denominator}
        parts.append(
            say("yearbook-ratio", language, **{key: item.in_language(language) for key, item in words.items()})
        )
    for found in indicator.breaks:
        parts.append(
            say("brief-finding-since", language, year=str(found.year), reason=found.reason.in_language(language))
        )
    if indicator.department:
        parts.append(say("yearbook-department", language, department=indicator.department))
    return say("yearbook-sentence-gap", language).join(parts)


def heading(indicator: Indicator, language: Language) -> str:
    """An indicator's name with its unit."""
    unit = word("unit", indicator.unit, language).strip()
    name = indicator.name.in_language(language)
    return say("yearbook-indicator", language, name=name, unit=unit) if unit else name
