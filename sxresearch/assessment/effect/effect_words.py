"""The sentences about an effect: what was found, how sure, what the data could have shown, and what it is not."""

from collections.abc import Iterator
from dataclasses import dataclass

from sxresearch.assessment.effect.earlier_start import LEAD, StartEffect, StartFinding
from sxresearch.assessment.effect.plan_effect import ANSWERED, EffectEstimate, EffectFinding, PlanEffect
from sxresearch.assessment.effect.step_regression import FEWEST_BEFORE, FEWEST_SINCE
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, change, figure, quantity
from sxresearch.plan.indicators import Indicator
from sxresearch.terms import Language

_P_DECIMALS = 2


@dataclass(frozen=True)
class EffectWords:
    """The numbers of a :class:`PlanEffect` that has an answer, as a table shows them."""

    latest: str
    former: str
    distance: str
    detectable: str
    finding: str


def effect_words(found: PlanEffect, language: Language) -> EffectWords:
    """Latest figure, where the former course would have led, their distance, what could have been shown, the answer."""
    if found.distance is None:
        raise ValueError(f"there is no answer on {found.indicator.id} in {found.region}")
    indicator, size = found.indicator, MISSING
    if found.detectable is not None:
        size = change(found.detectable, indicator.unit, _decimals(indicator), language).removeprefix("+")
    distance = change(found.distance.value, indicator.unit, _decimals(indicator), language)
    return EffectWords(
        _amount(indicator, found.latest, language), _amount(indicator, found.former, language),
        _with_limits(indicator, distance, (found.distance.low, found.distance.high), language, short=True), size,
        say(f"effect-word-{found.finding.replace('_', '-')}", language),
    )  # fmt: skip


def effect_sentences(found: PlanEffect, language: Language) -> tuple[str, ...]:
    """What a reader is told of a :class:`PlanEffect`, a sentence each."""
    return tuple(_of_plan(found, language))


def start_sentences(found: StartEffect, language: Language) -> tuple[str, ...]:
    """What a reader is told of a :class:`StartEffect`, a sentence each."""
    return tuple(_of_start(found, language))


def _of_plan(found: PlanEffect, language: Language) -> Iterator[str]:
    counts = {"before": str(found.before), "since": str(found.since)}
    if found.finding is EffectFinding.TOO_FEW:
        yield say("effect-too-few", language, **counts, least_before=str(FEWEST_BEFORE), least_since=str(FEWEST_SINCE))
        return
    if found.finding not in ANSWERED or found.distance is None or found.level is None or found.slope is None:
        yield say("effect-still", language)
        return
    indicator = found.indicator
    yield say(
        "effect-numbers",
        language,
        year=str(found.last_year),
        began=str(found.began),
        latest=_amount(indicator, found.latest, language),
        former=_amount(indicator, found.former, language),
        distance=_apart(indicator, found.distance, language),
    )
    level, slope = (_apart(indicator, item, language) for item in (found.level, found.slope))
    yield say("effect-parts", language, level=level, slope=slope)
    if found.common is not None:
        common = _apart(indicator, found.common, language)
        yield say("effect-common", language, regions=str(found.regions), common=common)
    yield say(f"effect-{found.finding.replace('_', '-')}", language)
    yield _power(indicator, found.detectable, language)
    if found.few:
        yield say("effect-few", language, **counts)
    yield say("effect-description", language)


def _of_start(found: StartEffect, language: Language) -> Iterator[str]:
    counts = {"starters": str(found.starters), "others": str(found.others)}
    if found.finding is StartFinding.NO_COMPARISON or found.value is None or found.p is None or found.least_p is None:
        yield say("effect-start-no-comparison", language, **counts)
        return
    known = found.low is not None and found.high is not None
    value = change(found.value, found.indicator.unit, _decimals(found.indicator), language)
    if known:
        limits = sorted((found.low or 0.0, found.high or 0.0))
        value = _with_limits(found.indicator, value, (limits[0], limits[1]), language)
    yield say("effect-start-numbers", language, **counts, year=str(found.last_year), value=value)
    yield say(f"effect-start-{found.finding.replace('_', '-')}", language, p=_p(found.p), lead=str(LEAD))
    if not known:
        yield say("effect-start-no-interval", language, least=_p(found.least_p))
    yield _power(found.indicator, found.detectable, language)
    yield say("effect-start-description", language)


def _power(indicator: Indicator, detectable: float | None, language: Language) -> str:
    if detectable is None:
        return say("effect-power-none", language)
    size = change(detectable, indicator.unit, _decimals(indicator), language).removeprefix("+")
    return say("effect-power", language, size=size)


def _amount(indicator: Indicator, value: float | None, language: Language) -> str:
    return quantity(value, indicator.unit, indicator.decimals, language)


def _apart(indicator: Indicator, found: EffectEstimate, language: Language) -> str:
    """A difference with its 95 % interval."""
    value = change(found.value, indicator.unit, _decimals(indicator), language)
    return _with_limits(indicator, value, (found.low, found.high), language)


def _with_limits(
    indicator: Indicator, value: str, limits: tuple[float, float], language: Language, *, short: bool = False
) -> str:
    low, high = (figure(limit, _decimals(indicator)) for limit in limits)
    return say("effect-interval-short" if short else "effect-interval", language, value=value, low=low, high=high)


def _decimals(indicator: Indicator) -> int:
    return max(indicator.decimals, 1)


def _p(p: float) -> str:
    return figure(p, _P_DECIMALS if p >= 0.01 else 4)
