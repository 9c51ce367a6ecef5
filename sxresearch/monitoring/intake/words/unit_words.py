"""Units as offices write them, and what one unit is in another."""

import re
from dataclasses import dataclass

from sxresearch.monitoring.intake.words.cells import folded
from sxresearch.monitoring.intake.words.vocabulary import UNITS
from sxresearch.plan.indicators import SHARE_FACTORS
from sxresearch.terms import Unit

_LABEL = re.compile(r"^(?:计量)?单位[:：]?")
_LABELLED = re.compile(r"单位[:：为]?([^()]+)\)?$")
_BRACKETED = re.compile(r"\(([^()]+)\)$")
_LABEL_ONLY = re.compile(r"^(?:计量|数据)?单位[:：].")
_COUNTS = {Unit.PERSONS: 1.0, Unit.TEN_THOUSAND_PERSONS: 1e-4, Unit.HUNDRED_MILLION_PERSONS: 1e-8}
_DIGITS = 12  # what a spreadsheet keeps without doubt
_FOLDED = {folded(word): unit for word, unit in UNITS.items()}
_LONGEST_FIRST = sorted(_FOLDED, key=len, reverse=True)
_BARE = frozenset(["%", "‰", "‱", "/10万", "1/10万", "/万", "1/万", "人/10万"])  # may follow a name without brackets


def unit_of(value: object) -> Unit | None:
    """The unit that a whole cell or bracket states; none where it states something else."""
    text = folded(value)
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1]
    return _FOLDED.get(_LABEL.sub("", text))


def unit_within(text: str) -> Unit | None:
    """The unit that a folded text states after the word for it: 主要指标(单位:%)."""
    found = _LABELLED.search(text)
    return _FOLDED.get(found[1]) if found else None


def share_unit_at_end(text: str) -> Unit | None:
    """A share's unit in brackets or bare at the end of a folded title (主要指标(‰), 各市死亡率‰); not a number's."""
    bracket = _BRACKETED.search(text)
    name, bare = unit_at_end(text)
    unit = _FOLDED.get(bracket[1]) if bracket else None if name[-1:].isdigit() else bare
    return unit if unit in SHARE_FACTORS else None


def labelled_without_unit(text: str) -> bool:
    """Whether a folded text is 单位:… with something behind it that is no known unit."""
    bare = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    return bool(_LABEL_ONLY.match(bare)) and unit_of(text) is None


def unit_at_end(name: str) -> tuple[str, Unit | None]:
    """A folded name without the unit written at its end (婴儿死亡率‰), and that unit."""
    for word in _LONGEST_FIRST:
        if word in _BARE and name.endswith(word) and len(name) > len(word):
            return name.removesuffix(word), _FOLDED[word]
    return name, None


@dataclass(frozen=True)
class Conversion:
    """From one unit into another, by a factor."""

    stated: Unit
    wanted: Unit

    @property
    def factor(self) -> float | None:
        """What a number in ``stated`` is multiplied by; none where the units measure different things."""
        for family in (SHARE_FACTORS, _COUNTS):
            if self.stated in family and self.wanted in family:
                return family[self.wanted] / family[self.stated]
        return 1.0 if self.stated == self.wanted else None


def scaled(number: float, factor: float) -> float:
    """A number times a factor, without the digits that arithmetic adds (.148 times 100 is 14.8)."""
    return float(f"{number * factor:.{_DIGITS}g}")
