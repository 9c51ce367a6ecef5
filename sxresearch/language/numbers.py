"""How numbers are written for a reader: 12.5/10万, 3.2‰, 92.0%."""

import math

import numpy as np
from numpy.typing import ArrayLike

from sxresearch.language import say, word
from sxresearch.terms import AMOUNTS, Language, Unit

MISSING = "–"
MORE_DECIMALS = 2  # beyond those of the register; further digits are the trace of a division
_SAME = 1e-9  # relative; printed decimals have no exact binary form
_TIGHT = {Unit.PERCENT, Unit.PER_MILLE, Unit.PER_10K, Unit.PER_100K}


def figure(value: float | None, decimals: int) -> str:
    """A plain number with ``decimals`` decimals and a true minus sign; a dash when missing."""
    if value is None or math.isnan(value):
        return MISSING
    text = f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.removeprefix("-")
    return text.replace("-", "−")


def quantity(value: float | None, unit: Unit, decimals: int, language: Language) -> str:
    """A number with its unit, as a reader of ``language`` writes it."""
    if value is None or math.isnan(value):
        return MISSING
    symbol = word("unit", unit, language)
    gap = "" if unit in _TIGHT or language is Language.ZH else " "
    return f"{plain(value, unit, decimals)}{gap}{symbol}"


def plain(value: float | None, unit: Unit, decimals: int) -> str:
    """A number without its unit; amounts (10500万人) end where their digits do, rates keep all ``decimals``."""
    text = figure(value, decimals)
    return text.rstrip("0").rstrip(".") if unit in AMOUNTS and "." in text else text


def change(value: float | None, unit: Unit, decimals: int, language: Language) -> str:
    """A signed yearly change; shares change in points, not in percent."""
    if value is None or math.isnan(value):
        return MISSING
    sign = "+" if round(value, decimals) > 0 else ""
    if unit is Unit.PERCENT:
        return f"{sign}{figure(value, decimals)} {word('unit', 'points', language)}"
    return sign + quantity(value, unit, decimals, language)


def number_range(low: str, high: str, language: Language) -> str:
    """From one number, or year, to another, with the sign that stands between them in ``language``."""
    return say("number-range", language, low=low, high=high)


def percent(probability: float | None, edges: tuple[float, ...] = (0.10, 0.33, 0.66, 0.90)) -> str:
    """A probability as a whole percent that never crosses an edge of the status bands.

    Never as 0 % or 100 %, not even where a computation gives just that: what is decided is said as a fact, in words.
    """
    if probability is None or math.isnan(probability):
        return MISSING
    shown = round(probability * 100)
    for edge in edges:
        if probability < edge <= shown / 100:
            shown = math.ceil(edge * 100) - 1
        if probability >= edge > shown / 100:
            shown = math.ceil(edge * 100)
    if shown == 0:
        return "<1%"
    if shown == 100:
        return ">99%"
    return f"{shown}%"


def share(value: float | None) -> str:
    """A share of a whole as a whole percent, below 0 and above 100 % too; a dash when missing."""
    return MISSING if value is None or math.isnan(value) else f"{figure(100 * value, 0)}%"


def is_finer(value: ArrayLike, decimals: int) -> np.ndarray:
    """Whether figures carry digits beyond ``decimals``; a missing one does not."""
    known = np.nan_to_num(np.asarray(value, dtype=float))
    return np.abs(known - np.round(known, decimals)) > _SAME * np.maximum(1.0, np.abs(known))


def own_decimals(value: float | None, decimals: int) -> int:
    """With how many decimals an observed figure is shown: as it was printed, ``decimals`` at least."""
    if value is None or math.isnan(value):
        return decimals
    slack = _SAME * max(1.0, abs(value))
    places = range(decimals, decimals + MORE_DECIMALS)
    return decimals + sum(abs(value - round(value, place)) > slack for place in places)  # as is_finer, for one figure
