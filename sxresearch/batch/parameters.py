"""What a run is asked for: which regions, which years. Unusable wishes are refused before anything is executed."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter, Fault
from sxresearch.paths import OBSERVATIONS, PLANS
from sxresearch.terms import Language, Level

ALL = "all"
LEVEL_WORDS = {"province": Level.PROVINCE, "cities": Level.CITY, "counties": Level.COUNTY}
REGION_WORDS = (ALL, *LEVEL_WORDS)
_CODE = re.compile(r"\d{6}")
_BETWEEN_WORDS = re.compile(r"[\s,，、]+")


@dataclass(frozen=True)
class Parameters:
    """What every brief of a run shares; the region comes on top. None leaves the notebook's default.

    ``stores`` are the monitoring stores of which some of the ``observations`` are snapshots; they change nothing.
    ``internal`` asks for small counts of counties to be shown, and for the mark 内部资料 on every page.
    """

    plans: str | None = None
    observations: tuple[str, ...] | None = None
    as_of: int | None = None
    target_year: int | None = None
    lang: Language = Language.ZH
    plan_ids: tuple[str, ...] | None = None
    stores: tuple[str, ...] = ()
    internal: bool = False

    @property
    def read_paths(self) -> tuple[Path | str, ...]:
        """The plans and figures that a run reads."""
        return (self.plans or PLANS, *(self.observations or OBSERVATIONS))

    def given(self) -> dict[str, Any]:
        """Name and value as the notebook takes them, of those that differ from its default."""
        values = {
            "plans": self.plans,
            "observations": list(self.observations) if self.observations else None,
            "as_of": self.as_of,
            "target_year": self.target_year,
            "lang": self.lang.value,
            "plan_ids": list(self.plan_ids) if self.plan_ids else None,
            "internal": self.internal or None,
        }
        return {name: value for name, value in values.items() if value is not None}


def settle(words: Iterable[str], parameters: Parameters, inputs: Inputs) -> tuple[str, ...]:
    """The regions that are meant, once regions and years are found usable.

    Raises
    ------
    BadParameter
        With every fault of both.
    """
    faults: list[Fault] = []
    codes: tuple[str, ...] = ()
    try:
        codes = chosen_regions(words, inputs)
    except BadParameter as problem:
        faults += problem.faults
    faults += year_faults(parameters.as_of, parameters.target_year, inputs)
    if faults:
        raise BadParameter(faults)
    return codes


def without_data(words: Iterable[str], inputs: Inputs) -> tuple[str, ...]:
    """The regions among ``words``, given by their codes, that a plan binds but no figure is known of."""
    asked = set(_single(words))
    return tuple(code for code in _blank(inputs) if code in asked)


def passed_over(words: Iterable[str], inputs: Inputs) -> int:
    """How many regions that a plan binds the words leave out because no figure is known of them."""
    levels = {LEVEL_WORDS.get(word) for word in _single(words)}
    everywhere = ALL in set(_single(words))
    return sum(everywhere or inputs.regions[code].level in levels for code in _blank(inputs))


def _blank(inputs: Inputs) -> list[str]:
    bound = {code for plan in inputs.plans for code in plan.binds(inputs.regions)}
    known = set(inputs.regions_with_data())
    return [region.code for region in inputs.regions if region.code in bound - known]


def words_without(words: Iterable[str], codes: Collection[str]) -> list[str]:
    """The words, one by one, without these codes."""
    return [word for word in _single(words) if word not in codes]


def _single(words: Iterable[str]) -> list[str]:
    return [part for text in words for part in _BETWEEN_WORDS.split(text) if part]


def chosen_regions(words: Iterable[str], inputs: Inputs) -> tuple[str, ...]:
    """Region codes for ``all``, ``province``, ``cities``, ``counties`` or codes, in the order of the region list.

    Several may stand in one word, with commas between. A code must have a plan and data; the words mean those that do.

    Raises
    ------
    BadParameter
        With every word that means no usable region.
    """
    ready = inputs.regions_with_data()
    bound = frozenset(code for plan in inputs.plans for code in plan.binds(inputs.regions))
    chosen: set[str] = set()
    faults: list[Fault] = []
    for word in _single(words):
        found = _meant(word, ready, inputs)
        chosen |= found
        if not found:
            faults.append(_why_none(word, bound, inputs))
    if faults:
        raise BadParameter(faults)
    return tuple(code for code in ready if code in chosen)


def _meant(word: str, ready: Sequence[str], inputs: Inputs) -> set[str]:
    if word == ALL:
        return set(ready)
    if word in LEVEL_WORDS:
        return {code for code in ready if inputs.regions[code].level is LEVEL_WORDS[word]}
    return {word} & set(ready)


def _why_none(word: str, bound: Collection[str], inputs: Inputs) -> Fault:
    if word in REGION_WORDS:
        return Fault.of("region-none-of-level", "", word=word)
    if not _CODE.fullmatch(word):
        return Fault.of("region-word", "", word=word, expected=" ".join(REGION_WORDS))
    return unusable_region(word, bound, inputs)


def unusable_region(code: str, bound: Collection[str], inputs: Inputs) -> Fault:
    """Why there is no answer on a region: not in the list, bound by no plan, or without data."""
    if code not in inputs.regions:
        return Fault.of("region-unknown", "", code=str(code))
    key = "region-without-data" if code in bound else "region-without-plan"
    return Fault.of(key, "", code=code, name=inputs.regions[code].name)


def check_years(as_of: int | None, target_year: int | None, inputs: Inputs) -> None:
    """Refuse years that the data (``as_of``) or the plans (``target_year``) do not reach."""
    faults = list(year_faults(as_of, target_year, inputs))
    if faults:
        raise BadParameter(faults)


def year_faults(
    as_of: int | None, target_year: int | None, inputs: Inputs, names: tuple[str, str] = ("--as-of", "--target-year")
) -> Iterator[Fault]:
    """What is wrong with the years; ``names`` is what their reader calls them."""
    first, last = inputs.extent.years()
    if as_of is not None and not first <= as_of <= last:
        yield _year_fault("year-outside-data", names[0], as_of, (first, last))
    end = max(plan.period[1] for plan in inputs.plans)
    if target_year is not None and not first <= target_year <= end:
        yield _year_fault("target-year-outside-plans", names[1], target_year, (first, end))


def _year_fault(key: str, option: str, found: int, span: tuple[int, int]) -> Fault:
    return Fault.of(key, "", name=option, found=str(found), first=str(span[0]), last=str(span[1]))
