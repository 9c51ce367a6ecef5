"""How the command line speaks: sentences in both languages, on stderr."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

from sxresearch.errors import SxError
from sxresearch.language import say
from sxresearch.terms import Language


def both(key: str, between: str = "\n", **values: str) -> str:
    """A sentence in both languages, Chinese first."""
    return between.join(say(key, language, **values) for language in Language)


def console() -> Console:
    """The console for messages; made when needed, because tests exchange stderr."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def tell(key: str, **values: str) -> None:
    """One message in both languages."""
    console().print(escape(both(key, **values)))


def show_faults(problem: SxError) -> None:
    """Every fault as a numbered sentence, Chinese first and English below."""
    lines = []
    for number, fault in enumerate(problem.faults, start=1):
        chinese, english = (fault.sentence(language) for language in Language)
        lines += [f"{number}. {chinese}", f"   {english}"]
    console().print(escape("\n".join(lines)))


def speak_plainly() -> None:
    """Let a name that the output's encoding lacks (redirected on a Chinese Windows: GBK) be escaped, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def working(key: str) -> Iterator[None]:
    """Say what is being done, with a moving sign as long as it takes."""
    with console().status(escape(both(key, " / "))):
        yield
