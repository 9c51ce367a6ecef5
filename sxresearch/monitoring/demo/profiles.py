"""Profiles of the demonstration data: where a made-up indicator starts, ends and how it moves."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import Field, PositiveFloat, ValidationError
from scipy.special import expit, logit

from sxresearch.errors import BadPlan, Fault
from sxresearch.plan.indicators import Indicator
from sxresearch.plan.schema import Number, Record, Year
from sxresearch.plan.yaml_text import Document, read_yaml
from sxresearch.terms import Group, Unit

FIRST_YEAR, LAST_YEAR = 2010, 2023
YEARS = np.arange(FIRST_YEAR, LAST_YEAR + 1)

Exposure = Literal[
    "children_0_17", "children_0_4", "committee_members", "communities", "congress_delegates", "employed_persons",
    "insured_persons", "live_births", "older_women", "party_members", "population", "pregnant_women", "pupils_junior",
    "pupils_kindergarten", "pupils_primary", "pupils_senior", "rural_households", "schools", "teachers",
    "urban_employed", "villages", "women_15_64", "women_all",
]  # fmt: skip


class Profile(Record):
    """How one indicator is made up; spreads, shocks and offsets are on the working scale."""

    start: Number = Field(alias="from", description="provincial level in 2010, in the indicator's unit")
    end: Number = Field(alias="to", description="provincial level in 2023, in the indicator's unit")
    spread: PositiveFloat = Field(description="standard deviation between cities")
    walk: PositiveFloat = Field(description="standard deviation of a city's yearly innovation")
    shock: Number = Field(default=0.0, description="common disturbance of 2020-2022, signed as it moves the value")
    groups: dict[Group, Number] = Field(default_factory=dict, description="offset of each group but the total")
    exposure: Exposure | None = Field(default=None, description="what the denominators count; none: no counts")
    first_year: Year = FIRST_YEAR
    elections: tuple[Year, ...] = Field(default=(), description="years in which a step indicator may move")
    jumps: dict[Year, Number] = Field(default_factory=dict, description="level jump from the year of a redefinition on")


class PathScale(StrEnum):
    """The scale on which an indicator is made up."""

    LOGIT = "logit"
    LOG = "log"
    IDENTITY = "identity"


def scale_of(indicator: Indicator) -> PathScale:
    """Logit for quantities with two bounds, identity for years, log for the rest."""
    if indicator.unit in (Unit.YEARS, Unit.YEARS_OF_AGE):
        return PathScale.IDENTITY
    return PathScale.LOGIT if indicator.bounded else PathScale.LOG


def to_working(value: float, indicator: Indicator) -> float:
    """A value in the indicator's unit on its working scale."""
    match scale_of(indicator):
        case PathScale.LOGIT:
            low, high = _bounds(indicator)
            return float(logit((value - low) / (high - low)))
        case PathScale.LOG:
            return float(np.log(value))
        case PathScale.IDENTITY:
            return value


def to_unit(working: np.ndarray, indicator: Indicator) -> np.ndarray:
    """Values on the working scale back in the indicator's unit; same shape."""
    level: np.ndarray = working
    match scale_of(indicator):
        case PathScale.LOGIT:
            low, high = _bounds(indicator)
            level = low + (high - low) * expit(working)
        case PathScale.LOG:
            level = np.exp(working)
    return level


def _bounds(indicator: Indicator) -> tuple[float, float]:
    if indicator.lower is None or indicator.upper is None:
        raise ValueError(f"{indicator.id} has no two bounds")
    return indicator.lower, indicator.upper


def load_profiles(path: Path) -> dict[str, Profile]:
    """Read the profiles, by indicator id.

    Raises
    ------
    BadPlan
        With every profile that is not as required.
    """
    document = read_yaml(path)
    if not isinstance(document.data, dict):
        raise BadPlan.of("yaml-mapping-expected", document.where())
    profiles: dict[str, Profile] = {}
    faults: list[Fault] = []
    for name, data in document.data.items():
        try:
            profiles[name] = Profile.model_validate(data)
        except ValidationError as problem:
            faults += _faults(document, name, problem)
    if faults:
        raise BadPlan(faults)
    return profiles


def _faults(document: Document, name: str, problem: ValidationError) -> list[Fault]:
    return [
        Fault.of(
            "value-form",
            document.where((name, *detail["loc"])),
            key=".".join(map(str, detail["loc"])) or name,
            found=str(detail["input"])[:60],
            expected=detail["msg"],
        )
        for detail in problem.errors()
    ]
