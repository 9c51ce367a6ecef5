"""Columns of the Excel sheets: what each holds, how wide it is, and how its numbers are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sxresearch.brief.content.regions.matrix import department_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.warning_list import measures_of
from sxresearch.brief.content.wording import known, number, stated
from sxresearch.language import say, word
from sxresearch.plan.indicators import Indicator


class CellKind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    WHOLE = "whole"  # years, counts
    LEVEL = "level"  # a value in the indicator's unit
    GOAL = "goal"  # the same, with the decimals of the plan
    CHANGE = "change"  # a signed change in the indicator's unit
    CHANCE = "chance"  # a probability, four decimals
    SHARE = "share"  # a share of a whole, as whole percents


@dataclass(frozen=True)
class SheetLine:
    """One target of one region, as a row of a sheet."""

    member: RegionVerdicts
    row: TargetRow

    @property
    def indicator(self) -> Indicator | None:
        """The indicator whose unit the numbers have."""
        series = self.member.subject.first_series(self.row.place.target)
        return series.indicator if series else None


@dataclass(frozen=True)
class Column:
    """``key`` is looked up as ``pack-col-<key>``; ``width`` in characters; ``read`` gives text, number or none."""

    key: str
    kind: CellKind
    width: int
    read: Callable[[SheetLine], Any]


def _cell(name: str) -> Callable[[SheetLine], float | None]:
    return lambda line: number(getattr(line.row.row, name))


def _projection(name: str) -> Callable[[SheetLine], float | None]:
    """A column of the projection; empty where the brief shows none (the table projects one side of a gap only)."""
    return lambda line: None if line.row.outlook is None else number(getattr(line.row.row, name))


def _yes_no(line: SheetLine) -> str:
    answer = line.row.met_now
    return "" if answer is None else say("pack-yes" if answer else "pack-no", line.member.subject.language)


def _synthetic(line: SheetLine) -> str:
    return say("pack-yes", line.member.subject.language) if line.row.row.synthetic else ""


def _unit(line: SheetLine) -> str:
    indicator = line.indicator
    return word("unit", indicator.unit, line.member.subject.language).strip() if indicator else ""


REGION = Column("region", CellKind.TEXT, 10, lambda line: line.member.name)
CODE = Column("code", CellKind.TEXT, 9, lambda line: line.member.region.code)
PLAN = Column(
    "plan", CellKind.TEXT, 26, lambda line: line.row.place.plan.title.in_language(line.member.subject.language)
)
FIELD = Column(
    "field", CellKind.TEXT, 18, lambda line: line.row.place.field.title.in_language(line.member.subject.language)
)
GOAL = Column("goal", CellKind.WHOLE, 8, lambda line: line.row.place.goal.number)
TARGET = Column("target", CellKind.TEXT, 34, lambda line: line.row.title)
IDENTIFIER = Column("id", CellKind.TEXT, 30, lambda line: line.row.place.target.id)
AIM = Column("aim", CellKind.TEXT, 24, lambda line: line.row.aim)
UNIT = Column("unit", CellKind.TEXT, 8, _unit)
LATEST_YEAR = Column("latest-year", CellKind.WHOLE, 9, _cell("latest_year"))
LATEST = Column("latest", CellKind.LEVEL, 11, _cell("latest_value"))
PROJECTED = Column("projected", CellKind.LEVEL, 11, _projection("projected"))
LIMITS = tuple(
    Column(name, CellKind.LEVEL, 11, _projection(name))
    for name in ("lower50", "upper50", "lower80", "upper80", "lower95", "upper95")
)
CHANCE = Column("chance", CellKind.TEXT, 10, lambda line: line.row.probability)
P = Column("p", CellKind.CHANCE, 12, lambda line: line.row.p)
STATUS = Column("status", CellKind.TEXT, 14, lambda line: f"{line.row.symbol} {line.row.status_word}")
FLAG = Column("flag", CellKind.TEXT, 9, lambda line: word("flag", line.row.flag, line.member.subject.language))
WARNINGS = Column("warnings", CellKind.TEXT, 20, lambda line: line.row.warning_words)
REQUIRED = Column("required", CellKind.CHANGE, 13, _cell("required_change_per_year"))
OBSERVED = Column("observed", CellKind.CHANGE, 13, _cell("observed_change_per_year"))
GRADE = Column("grade", CellKind.TEXT, 8, lambda line: line.row.grade_word)
DEPARTMENT = Column("department", CellKind.TEXT, 18, lambda line: department_of(line.row))
MEASURES = Column("measures", CellKind.TEXT, 44, lambda line: "\n".join(measures_of(line.member.subject, line.row)))

VERDICTS = (
    REGION, CODE, PLAN, FIELD, GOAL, TARGET, AIM,
    Column("target-value", CellKind.GOAL, 11, _cell("target_value")),
    Column("target-year", CellKind.WHOLE, 9, _cell("target_year")),
    UNIT, LATEST_YEAR, LATEST, Column("met-now", CellKind.TEXT, 9, _yes_no),
    Column("progress", CellKind.SHARE, 10, _cell("progress")),
    Column("time", CellKind.SHARE, 10, _cell("time_elapsed")), PROJECTED, *LIMITS, CHANCE, P,
    Column("underlying", CellKind.CHANCE, 12, _cell("p_underlying")),
    Column("every-year", CellKind.CHANCE, 12, _cell("p_every_year")),
    STATUS, FLAG, WARNINGS, REQUIRED, OBSERVED, Column("shortfall", CellKind.CHANGE, 11, _cell("shortfall")),
    GRADE, Column("points", CellKind.WHOLE, 9, _cell("n_points")), DEPARTMENT,
    Column("synthetic", CellKind.TEXT, 10, _synthetic),
    Column("reading", CellKind.TEXT, 40, lambda line: "\n".join(line.row.readings)),
    Column("reason", CellKind.TEXT, 60, lambda line: line.row.reason), IDENTIFIER,
)  # fmt: skip
"""Everything that a verdict says."""

OF_A_FIELD = (
    REGION, GOAL, TARGET, AIM, UNIT, LATEST_YEAR, LATEST, PROJECTED, LIMITS[2], LIMITS[3], CHANCE, P, STATUS, GRADE,
    WARNINGS,
)  # fmt: skip
"""The columns before the yearly figures on the sheet of a field."""


def number_format(column: Column, line: SheetLine) -> str:
    """The spreadsheet's format of a number, with the unit behind it; empty for texts."""
    if column.kind is CellKind.TEXT:
        return ""
    if column.kind is CellKind.SHARE:
        return "0%"
    if column.kind is CellKind.WHOLE or line.indicator is None:
        return "0"
    if column.kind is CellKind.CHANCE:
        return "0.0000"
    decimals = line.indicator.decimals
    if column.kind is CellKind.CHANGE:
        pattern = _pattern(decimals + 1)
        return f"+{pattern};-{pattern};{pattern}"
    value = column.read(line)
    if column.kind is CellKind.GOAL and known(value):
        decimals = max(min(stated(value), 4), 0) if stated(value) <= decimals else decimals
    return level_format(line.indicator, line.member, decimals)


def level_format(indicator: Indicator, member: RegionVerdicts, decimals: int | None = None) -> str:
    """A value in the indicator's unit, with the unit's symbol behind it."""
    symbol = word("unit", indicator.unit, member.subject.language).replace('"', "")
    pattern = _pattern(indicator.decimals if decimals is None else decimals)
    return f'{pattern}"{symbol}"' if symbol else pattern


def _pattern(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"
