"""Where regions began a measure at different times: those that began against those that had not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sxresearch.assessment.effect.effect_panel import EffectPanel, effect_panel
from sxresearch.assessment.effect.permutation import NEVER, Exchanged, compare_starts
from sxresearch.assessment.effect.plan_effect import SHOWN_BELOW
from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.plan.indicators import Indicator
from sxresearch.projection.scale import Floats
from sxresearch.terms import Better, Group, Level

LEAD = 2
"""Years by which starts are put forward to see whether the starters had differed before."""
_FEWEST = 4  # regions; with fewer no exchange says anything


class StartFinding(StrEnum):
    """What the comparison says."""

    NO_COMPARISON = "no_comparison"  # too few regions with figures, or nobody left who had not begun
    NOT_SHOWN = "not_shown"
    DIFFERED_BEFORE = "differed_before"  # the starters had moved apart already: the comparison says nothing
    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"


@dataclass(frozen=True)
class StartEffect:
    """The answer: how much further those that began have come, in the indicator's unit at their latest mean.

    ``starters`` and ``others`` count regions; ``estimate`` has none as limits where exchanging the starts can't give a
    test at 5 %; ``least_p`` is the smallest p that this number of regions can give; ``before_p`` that of a start put
    :data:`LEAD` years forward, with figures before the true start only; ``detectable`` the smallest difference that
    would be seen in four cases of five (by the spread over exchanges).
    """

    indicator: Indicator
    group: Group
    finding: StartFinding
    starters: int
    others: int
    last_year: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    least_p: float | None = None
    before_p: float | None = None
    detectable: float | None = None


def start_effect(
    inputs: Inputs, indicator: str, began: Mapping[str, int], group: str = "total", as_of: int | None = None,
    *, internal: bool = False,
) -> StartEffect:  # fmt: skip
    """Compare the regions that began a measure with those of the same level that had not yet.

    Parameters
    ----------
    began
        First year of the measure by region code; all of one level. Regions of that level that are not named count
        as not begun.

    Raises
    ------
    BadParameter
        If indicator, group or a region is unknown, no region is named, or they are of several levels.
    """
    level = _level(inputs, began)
    series = effect_panel(inputs if internal else inputs.published, level, indicator, group, as_of)
    years, codes, z = _without_gaps(series)
    starts = np.array([began.get(code, NEVER) for code in codes])
    late = years[-1] if len(years) else 0
    first = years[0] if len(years) else 0
    starters = int(((starts <= late) & (starts > first)).sum())
    none = StartEffect(series.indicator, series.group, StartFinding.NO_COMPARISON, starters, len(codes) - starters)
    found = compare_starts(years, z, starts) if starters and len(codes) >= _FEWEST else None
    return none if found is None else _answer(series, none, found, _before(years, z, starts), z[starts <= late, -1])


def _level(inputs: Inputs, began: Mapping[str, int]) -> Level:
    levels = {inputs.region(code).level for code in began}
    if len(levels) != 1:
        raise BadParameter.of("effect-levels", "", found="、".join(sorted(levels)) or "–")
    return levels.pop()


def _without_gaps(series: EffectPanel) -> tuple[np.ndarray, tuple[str, ...], Floats]:
    """The longest run of latest years, and the regions with a figure in all of the years that most have."""
    if series.panel is None:
        return np.array([], dtype=int), (), np.empty((0, 0))
    seen = np.isfinite(series.panel.values)
    common = seen.mean(axis=0) > 0.5
    gaps = np.nonzero(~common)[0]
    first = gaps[-1] + 1 if len(gaps) else 0
    whole = np.asarray(seen[:, first:].all(axis=1))
    codes = tuple(code for code, kept in zip(series.panel.regions, whole, strict=True) if kept)
    return series.panel.years[first:], codes, series.panel.working[whole, first:]


def _before(years: np.ndarray, z: Floats, starts: np.ndarray) -> float | None:
    """p of the same comparison on the years before any start, with starts put forward."""
    early = years < starts.min()
    if early.sum() <= LEAD:
        return None
    found = compare_starts(years[early], z[:, early], np.where(starts < NEVER, years[early][-1] + 1 - LEAD, NEVER))
    return None if found is None else found.p


def _answer(
    series: EffectPanel, none: StartEffect, found: Exchanged, before_p: float | None, latest: Floats
) -> StartEffect:
    assert series.panel is not None  # something was compared
    scale, middle = series.panel.scale, float(np.mean(latest))

    def apart(change: float | None) -> float | None:
        return None if change is None else float(scale.back(middle) - scale.back(middle - change))

    value = apart(found.value)
    seen = apart((-1 if none.indicator.better is Better.LOWER else 1) * 2.8 * found.spread)
    return StartEffect(
        none.indicator, none.group, _finding(none.indicator, found, before_p), none.starters, none.others,
        int(series.panel.years[-1]), value, apart(found.low), apart(found.high), found.p, 1 / found.exchanges,
        before_p, None if seen is None else abs(seen),
    )  # fmt: skip


def _finding(indicator: Indicator, found: Exchanged, before_p: float | None) -> StartFinding:
    if found.p >= SHOWN_BELOW or found.value == 0:
        return StartFinding.NOT_SHOWN
    if before_p is not None and before_p < SHOWN_BELOW:
        return StartFinding.DIFFERED_BEFORE
    if indicator.better is Better.BAND:
        return StartFinding.CHANGED
    rising = indicator.better is Better.HIGHER
    return StartFinding.BETTER if (found.value > 0) == rising else StartFinding.WORSE
