"""What a careful reader notices in the figures of an office: one finding for each cause, with every place of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from sxresearch.errors import Fault
from sxresearch.language import Text, say
from sxresearch.terms import Language

FIRST_PLACES = 3
"""So many places of a cause are named in a line; all of them stand in the workbook of findings."""

Words: TypeAlias = str | Text
"""What fills a sentence: the reader's own word, or the same word in both languages."""


class Severity(StrEnum):
    """What follows from a finding, gravest first."""

    REFUSE = "refuse"
    HOLD = "hold"
    NOTE = "note"


@dataclass(frozen=True)
class Key:
    """The figure a finding is about: codes of region, indicator and group, and the year."""

    region: str
    indicator: str
    group: str
    year: int


@dataclass(frozen=True)
class Spot:
    """One place of a finding.

    ``cell`` is written as spreadsheets do (``D12``), ``line`` counts from 1 (0 where there is none); ``detail`` says
    what stands there; ``key`` names the figure, where it is one.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0
    detail: Words = ""
    key: Key | None = None

    def within_sheet(self, language: Language) -> str:
        """The cell or line with what stands there."""
        place = self.cell or (say("finding-at-line", language, line=str(self.line)) if self.line else "")
        detail = in_language(self.detail, language)
        return say("finding-place-detail", language, place=place, detail=detail) if place and detail else place + detail


@dataclass(frozen=True)
class Finding:
    """One cause, with its places in the order of reading.

    ``more`` counts further places that are not listed (of notes only, where thousands of cells are alike).
    ``rule`` names the sentence ``finding-<rule>`` of the catalogue and ``finding-<rule>-do``, what to do about it;
    ``values`` fill both. Findings with equal rule, severity and values are the same cause (:func:`grouped`).
    """

    rule: str
    severity: Severity
    spots: tuple[Spot, ...]
    values: tuple[tuple[str, Words], ...] = ()
    more: int = 0

    def __post_init__(self) -> None:
        if not self.spots:
            raise ValueError(f"a finding without a place: {self.rule}")

    @classmethod
    def of(cls, rule: str, severity: Severity, spots: Spot | Iterable[Spot], /, **values: Words) -> "Finding":
        """The finding ``rule`` at one place or several."""
        return cls(rule, severity, (spots,) if isinstance(spots, Spot) else tuple(spots), tuple(values.items()))

    @property
    def count(self) -> int:
        """How often the cause was met."""
        return len(self.spots) + self.more

    @property
    def files(self) -> tuple[str, ...]:
        """The files it was met in, each once."""
        return tuple(dict.fromkeys(spot.file for spot in self.spots))

    def sentence(self, language: Language) -> str:
        """What was expected and what was found."""
        return say(f"finding-{self.rule}", language, **self._filled(language))

    def action(self, language: Language) -> str:
        """What to do about it."""
        return say(f"finding-{self.rule}-do", language, **self._filled(language))

    def places(self, language: Language, first: int = FIRST_PLACES) -> str:
        """The first places, by file and sheet, and how many there are."""
        shown: dict[tuple[str, str], list[str]] = {}
        for spot in self.spots[:first]:
            shown.setdefault((spot.file, spot.sheet), []).append(spot.within_sheet(language))
        comma = say("finding-comma", language)
        named = say("finding-semicolon", language).join(
            _of_sheet(file, sheet, comma.join(filter(None, inside)), language)
            for (file, sheet), inside in shown.items()
        )
        if self.count <= first:
            return named
        return say("finding-and-more", language, places=named, count=f"{self.count:,}")

    def line(self, language: Language) -> str:
        """Sentence, places and what to do, in one line."""
        return say(
            "finding-line",
            language,
            sentence=self.sentence(language),
            places=self.places(language),
            action=self.action(language),
        )

    def fault(self) -> Fault:
        """The finding as a fault, for those who can only go on or stop."""
        zh, en = (self.line(language) for language in (Language.ZH, Language.EN))
        return Fault("", zh, en)

    def _filled(self, language: Language) -> dict[str, str]:
        filled = {name: in_language(value, language) for name, value in self.values}
        return {"count": f"{self.count:,}", **filled}


def in_language(words: Words, language: Language) -> str:
    """Words in ``language``; the reader's own word stays as it is."""
    return words if isinstance(words, str) else words.in_language(language)


def grouped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each cause once, gravest first, else in the order of reading; equal places once."""
    causes: dict[tuple, Finding] = {}
    spots: dict[tuple, dict[Spot, None]] = {}
    more: dict[tuple, int] = {}
    for finding in findings:
        cause = (finding.severity, finding.rule, finding.values)
        causes.setdefault(cause, finding)
        spots.setdefault(cause, {}).update(dict.fromkeys(finding.spots))
        more[cause] = more.get(cause, 0) + finding.more
    order = list(Severity)
    whole = [replace(finding, spots=tuple(spots[cause]), more=more[cause]) for cause, finding in causes.items()]
    return tuple(sorted(whole, key=lambda finding: order.index(finding.severity)))


def refusals(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings for which nothing of their files is taken."""
    return tuple(finding for finding in findings if finding.severity is Severity.REFUSE)


def _of_sheet(file: str, sheet: str, inside: str, language: Language) -> str:
    named = say("finding-sheet", language, file=file, sheet=sheet) if sheet else file
    return say("finding-place", language, where=named, inside=inside) if inside else named
