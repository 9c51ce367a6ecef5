"""What the entry sheet checks while it is being filled: drop-downs, limits of each indicator, what a figure lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sxresearch.monitoring.contract import FIRST_YEAR
from sxresearch.monitoring.template.entry_columns import POSITION, column_letter
from sxresearch.monitoring.template.form import Form
from sxresearch.monitoring.template.names import cell_word, column_name
from sxresearch.monitoring.template.sheet_words import zh
from sxresearch.monitoring.template.styles import Styles
from sxresearch.plan.indicators import Indicator

Lists = Mapping[str, str]
"""Column key to the range of cells that holds its allowed names."""

_LONGEST_TEXT, _LONGEST_TITLE = 255, 32  # characters of a message beside a cell (Excel)
_LACKING = ("year", "status", "basis", "source")
"""Columns that a row with a figure must have filled."""


@dataclass(frozen=True)
class EntryChecks:
    """The checks of ``form`` on ``sheet``: rows 1 to ``last``, of which those after the form's are spare."""

    sheet: Any
    form: Form
    styles: Styles
    lists: Lists
    last: int

    def write(self) -> None:
        """Put every check on the sheet."""
        first_spare = len(self.form.entries) + 1
        for key in ("status", "basis"):
            self._choice(1, key)
        for key in ("region", "indicator", "group", "unit"):
            self._choice(first_spare, key)
        self._check(1, self.last, "year", year_check(max(self.form.years)))
        for first, last, indicator in self._blocks():
            self._check(first, last, "value", value_check(indicator))
            for key, rule in count_checks(indicator).items():
                self._check(first, last, key, rule)
        for key in _LACKING:
            self._colour([(1, self.last)], (key, key), lacking(key))
        for (factor, decimals), blocks in self._with_counts().items():
            formula = contradiction(blocks[0][0] + 1, factor, decimals)
            self._colour(blocks, ("value", "denominator"), formula)

    def _blocks(self) -> Iterator[tuple[int, int, Indicator]]:
        """First and last row of each indicator."""
        numbered = enumerate(self.form.entries, start=1)
        for _, rows in groupby(numbered, key=lambda item: item[1].indicator.id):
            block = list(rows)
            yield block[0][0], block[-1][0], block[0][1].indicator

    def _with_counts(self) -> dict[tuple[float, int], list[tuple[int, int]]]:
        """First and last rows of the indicators whose value follows from counts, by factor and decimals."""
        found: dict[tuple[float, int], list[tuple[int, int]]] = {}
        for first, last, indicator in self._blocks():
            if indicator.factor is not None:
                found.setdefault((indicator.factor, indicator.decimals), []).append((first, last))
        return found

    def _choice(self, first: int, key: str) -> None:
        self._check(first, self.last, key, {"validate": "list", "source": self.lists[key], **_error("list")})

    def _check(self, first: int, last: int, key: str, rule: Mapping[str, Any]) -> None:
        self.sheet.data_validation(first, POSITION[key], last, POSITION[key], dict(rule))

    def _colour(self, blocks: Sequence[tuple[int, int]], keys: tuple[str, str], formula: str) -> None:
        """One rule for all blocks of rows; XlsxWriter looks every formula through at length."""
        left, right = map(column_letter, keys)
        several = " ".join(f"{left}{first + 1}:{right}{last + 1}" for first, last in blocks)
        rule = {"type": "formula", "criteria": formula, "format": self.styles.alarm, "multi_range": several}
        self.sheet.conditional_format(blocks[0][0], POSITION[keys[0]], blocks[0][1], POSITION[keys[1]], rule)


def year_check(latest: int) -> dict[str, Any]:
    """Years up to the latest that the form asks for."""
    limits = {"validate": "integer", "criteria": "between", "minimum": FIRST_YEAR, "maximum": latest}
    return {**limits, **_error("year", first=str(FIRST_YEAR), last=str(latest))}


def value_check(indicator: Indicator) -> dict[str, Any]:
    """What is let pass as a value of the indicator, and what is told beside the cell."""
    unit = cell_word("unit", indicator.unit.value)
    span = _span(indicator.lower, indicator.upper)
    prompt = zh("prompt-value", unit=unit, span=span, definition=indicator.definition.zh)
    told = {**_prompt(indicator.name.zh, prompt), **_error("value", unit=unit, span=span)}
    return {"validate": "decimal", **_limits(indicator.lower, indicator.upper), **told}


def count_checks(indicator: Indicator) -> dict[str, dict[str, Any]]:
    """The same for numerator and denominator; none where the indicator has no counts."""
    counts = (("numerator", indicator.numerator), ("denominator", indicator.denominator))
    return {
        key: {
            "validate": "decimal",
            **_limits(0, None),
            **_prompt(column_name(key), zh("prompt-count", what=words.zh)),
            **_error("count"),
        }
        for key, words in counts
        if words is not None
    }


def lacking(key: str) -> str:
    """A formula for row 2 that is true where a row has a figure and nothing in column ``key``."""
    value, top = (f"${column_letter(name)}2" for name in ("value", "numerator"))
    return f'=AND(OR({value}<>"",{top}<>""),${column_letter(key)}2="")'


def contradiction(row: int, factor: float, decimals: int) -> str:
    """A formula for ``row``, true where value and numerator / denominator are further apart than rounding explains."""
    top, bottom, value = (f"${column_letter(name)}{row}" for name in ("numerator", "denominator", "value"))
    slack = 0.5 * 10**-decimals + 1e-9
    return (
        f"=AND(ISNUMBER({value}),ISNUMBER({top}),N({bottom})>0,"
        f"ABS(N({value})-N({top})/MAX(N({bottom}),1E-9)*{factor:.0f})>{slack:.9f})"
    )


def _limits(low: float | None, high: float | None) -> dict[str, Any]:
    if low is None:
        return {"criteria": "<=", "value": 1e12 if high is None else high}  # any number
    return (
        {"criteria": ">=", "value": low} if high is None else {"criteria": "between", "minimum": low, "maximum": high}
    )


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return zh("span-any") if high is None else zh("span-to", high=f"{high:g}")
    return zh("span-from", low=f"{low:g}") if high is None else zh("span-between", low=f"{low:g}", high=f"{high:g}")


def _prompt(title: str, text: str) -> dict[str, str]:
    return {"input_title": title[:_LONGEST_TITLE], "input_message": text[:_LONGEST_TEXT]}


def _error(key: str, **values: str) -> dict[str, str]:
    text = zh(f"error-{key}", **values)
    return {"error_title": zh("error-title"), "error_message": text[:_LONGEST_TEXT], "error_type": "stop"}
