"""HTML from templates: everything that comes from data is escaped, nothing is pasted together by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from sxresearch.language import say, word
from sxresearch.language.numbers import number_range
from sxresearch.safe_text import visible
from sxresearch.terms import Language


class InBothLanguages(Protocol):
    """Words of a data file."""

    def in_language(self, language: Language, /) -> str:
        """The words in ``language``."""


@dataclass(frozen=True)
class Fragment:
    """A piece of a page; a notebook shows it, the exporter copies it.

    ``data`` holds further representations by MIME type, for programs that read the notebook.
    """

    html: str = field(repr=False)
    data: dict[str, Any] = field(default_factory=dict, repr=False)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": self.html, **self.data}


@dataclass(frozen=True)
class Section:
    """A section of a page: ``anchor`` leads to it and names its heading, ``make`` gives it of the page's content.

    The list of a page's sections is what notebook, navigation and page without a notebook are held to. An ``annex`` is
    folded at first and printed on request only.
    """

    anchor: str
    make: Callable[[Any], Fragment]
    annex: bool = False


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sxresearch.brief.page", "templates"),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_all() -> None:
    """Read and compile every template now, so that processes forked from this one need not."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def render(template: str, language: Language, **values: Any) -> str:
    """The template filled in; inside it ``t`` speaks from the catalogue, ``w`` gives the word for a fixed value,
    ``local`` the words of a data file, and ``between`` a range of numbers.
    """
    spoken = {"t": partial(_say, language), "w": partial(_word, language), "local": partial(_local, language)}
    spoken["between"] = partial(_between, language)
    return _environment().get_template(f"{template}.html.j2").render(**spoken, language=language.value, **values)


def _say(language: Language, key: str, **values: str | int) -> str:
    return say(f"brief-{key}", language, **values)


def _local(language: Language, words: InBothLanguages) -> str:
    return words.in_language(language)


def _between(language: Language, low: float, high: float) -> str:
    return number_range(str(low), str(high), language)


def _word(language: Language, family: str, member: str) -> str:
    return word(family, member, language)
