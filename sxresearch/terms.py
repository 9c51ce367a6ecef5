"""The closed vocabularies that every part of the toolkit shares.

An enumeration lives here when more than one sub-package uses it. The values are
what stands in data files and in the verdict table; what a reader sees is looked
up in the message catalogue (:mod:`sxresearch.language`).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

SEED = 20251231
"""Of all random numbers: the same input gives the same probabilities on every machine, run after run."""

COVERAGES: Mapping[str, float] = MappingProxyType({"50": 0.50, "80": 0.80, "95": 0.95})
"""The prediction intervals that are given: ending of their columns (``lower80``, ``covered80``) to coverage."""


class Better(StrEnum):
    """Which direction of an indicator is an improvement."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"


class Measure(StrEnum):
    """What kind of quantity an indicator is; decides the scale and the model."""

    SHARE = "share"
    RATE = "rate"
    MEAN = "mean"
    STEP = "step"


class Unit(StrEnum):
    """Unit in which an indicator is published."""

    PERCENT = "percent"
    PER_MILLE = "per_mille"
    PER_10K = "per_10k"
    PER_100K = "per_100k"
    YEARS_OF_AGE = "years_of_age"
    YEARS = "years"
    MINUTES_PER_DAY = "minutes_per_day"
    PERSONS = "persons"
    TEN_THOUSAND_PERSONS = "ten_thousand_persons"
    HUNDRED_MILLION_PERSONS = "hundred_million_persons"
    PER_1000_POPULATION = "per_1000_population"
    PER_1000_CHILDREN = "per_1000_children"
    RATIO = "ratio"
    POINTS = "points"
    NUMBER = "number"
    TEN_THOUSAND = "ten_thousand"
    CASES = "cases"
    TEN_THOUSAND_CASES = "ten_thousand_cases"
    TEN_THOUSAND_PERSON_TIMES = "ten_thousand_person_times"


AMOUNTS = frozenset(
    {
        Unit.PERSONS,
        Unit.TEN_THOUSAND_PERSONS,
        Unit.HUNDRED_MILLION_PERSONS,
        Unit.NUMBER,
        Unit.TEN_THOUSAND,
        Unit.CASES,
        Unit.TEN_THOUSAND_CASES,
        Unit.TEN_THOUSAND_PERSON_TIMES,
    }
)
"""Units of amounts, which grow with the size of a region: levels of regions say nothing about one another."""


class Countable(StrEnum):
    """What the counts behind an indicator are counts of: small ones of persons are not published."""

    PERSONS = "persons"
    PLACES_FOR_PERSONS = "places_for_persons"
    """Things over persons: childcare places over residents."""
    NO_PERSONS = "no_persons"
    """Things over things: villages, schools, days."""


class Group(StrEnum):
    """Population group an observation or a target speaks of."""

    TOTAL = "total"
    URBAN = "urban"
    RURAL = "rural"
    FEMALE = "female"
    MALE = "male"


GROUP_PAIRS = ((Group.URBAN, Group.RURAL), (Group.FEMALE, Group.MALE))
"""Groups that make up the total, two by two."""


class Level(StrEnum):
    """Administrative level of a region, from the top down."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Basis(StrEnum):
    """Where an observed value comes from."""

    PRINTED = "printed"
    DERIVED = "derived"
    SECONDARY = "secondary"
    SYNTHETIC = "synthetic"


class ObservationStatus(StrEnum):
    """How settled an observed value is."""

    FINAL = "final"
    PRELIMINARY = "preliminary"
    REVISED = "revised"


class GoalKind(StrEnum):
    """What a main goal can be judged by."""

    QUANTITATIVE = "quantitative"
    DIRECTIONAL = "directional"
    QUALITATIVE = "qualitative"


class RuleKind(StrEnum):
    """The forms in which the plans state a target (docs/catalogue.md counts them)."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    AROUND = "around"
    KEEP_AT_LEAST = "keep_at_least"
    KEEP_AROUND = "keep_around"
    EVERY_UNIT_AT_LEAST = "every_unit_at_least"
    REDUCE_FROM_BASE = "reduce_from_base"
    INCREASE = "increase"
    DECREASE = "decrease"
    SLOW_DOWN = "slow_down"
    NARROW_GAP = "narrow_gap"
    NOT_BELOW = "not_below"
    ASSIGNED = "assigned"
    QUALITATIVE = "qualitative"


class BatchExtra(StrEnum):
    """What a batch makes beside the briefs."""

    REPORT = "report"


class EvaluationKind(StrEnum):
    """The two evaluations that a plan asks for."""

    MIDTERM = "midterm"
    FINAL = "final"


class Status(StrEnum):
    """Answer to "will the target be met?"; exhaustive and exclusive."""

    MET = "met"
    MISSED = "missed"
    LIKELY = "likely"
    RATHER_LIKELY = "rather_likely"
    UNCERTAIN = "uncertain"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very_unlikely"
    NOT_ASSESSABLE = "not_assessable"


class Flag(StrEnum):
    """The warning column: is the target likely to be missed?"""

    NONE = "none"
    WATCH = "watch"
    URGENT = "urgent"


class EvidenceGrade(StrEnum):
    """How much observed evidence stands behind a probability."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    FULL = "full"


class Disclosure(StrEnum):
    """Whether the numbers of a verdict may be published."""

    PUBLIC = "public"
    SUPPRESSED = "suppressed"
    """Taken out: small counts stand behind them."""
    INTERNAL = "internal"
    """Shown in full and not for publication, or not looked at yet."""


class WarningKind(StrEnum):
    """Warnings stand apart from the status; each has its own rule."""

    HARD_TO_REACH = "hard_to_reach"
    FLOOR_BROKEN = "floor_broken"
    OFF_COURSE = "off_course"
    VOLATILE = "volatile"
    WORSENING = "worsening"
    STALLED = "stalled"
    GAP_WIDENING = "gap_widening"
    STALE = "stale"
    DEFINITION_BREAK = "definition_break"
    THIN_EVIDENCE = "thin_evidence"
    DATA_QUALITY = "data_quality"


class Ledger(StrEnum):
    """What people keep beside the figures: their judgements, and the actions that they agreed on."""

    JUDGEMENTS = "judgements"
    ACTIONS = "actions"


class Language(StrEnum):
    """Language of everything a reader sees."""

    ZH = "zh"
    EN = "en"
