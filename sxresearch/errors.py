"""What the reader can fix: one exception base, each kind with its exit code.

A :class:`Fault` is one sentence in both languages that says what was expected,
what was found, where, and what to do. All faults of an input are reported at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sxresearch.language import say
from sxresearch.terms import Language

EXIT_DONE = 0
EXIT_DONE_WITH_FAILURES = 1
EXIT_USAGE = 2
EXIT_BAD_INPUT = 3


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands, and the sentence in both languages."""

    where: str
    zh: str
    en: str

    @classmethod
    def of(cls, key: str, where: str, /, **values: str | int) -> "Fault":
        """The fault ``fault-<key>`` of the catalogue at the place ``where``."""
        return cls(where, *(say(f"fault-{key}", language, **values) for language in Language))

    def sentence(self, language: Language) -> str:
        """``sentence (where)`` in one language."""
        text = self.zh if language is Language.ZH else self.en
        return f"{text} ({self.where})" if self.where else text

    def __str__(self) -> str:
        return f"{self.sentence(Language.ZH)}\n  {self.en}"


class SxError(Exception):
    """Something the reader of the message can fix; shown without a traceback."""

    exit_code = EXIT_BAD_INPUT

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type["SxError"], tuple[tuple[Fault, ...]]]:
        """Sent from another process it arrives with its faults."""
        return type(self), (self.faults,)

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows, and papermill repeats, in place of a traceback: the sentences alone."""
        return str(self).splitlines()

    @classmethod
    def of(cls, key: str, where: str = "", /, **values: str | int) -> Self:
        """An error with the single fault ``key``."""
        return cls([Fault.of(key, where, **values)])


class BadPlan(SxError):
    """A plan file, indicator register or region list breaks its contract."""


class BadObservations(SxError):
    """Monitoring data break the table contract."""


class BadParameter(SxError):
    """A parameter of a command or notebook can't be used."""


class BatchBusy(SxError):
    """Another run is writing into the same folder."""
