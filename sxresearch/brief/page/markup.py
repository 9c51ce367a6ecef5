"""HTML from templates: everything that comes from data is escaped, nothing is pasted together by hand."""

from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sxresearch.language import say, word
from sxresearch.safe_text import visible
from sxresearch.terms import Language


@dataclass(frozen=True)
class Fragment:
    """A piece of a page; a notebook shows it, the exporter copies it.

    ``data`` holds further representations by MIME type, for programs that read the notebook.
    """

    html: str = field(repr=False)
    data: dict[str, Any] = field(default_factory=dict, repr=False)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": self.html, **self.data}


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


def render(template: str, language: Language, **values: Any) -> str:
    """The template filled in; inside it ``t`` speaks from the catalogue and ``w`` gives the word for a fixed value."""
    return (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(t=partial(_say, language), w=partial(_word, language), language=language.value, **values)
    )


def _say(language: Language, key: str, **values: str | int) -> str:
    return say(f"brief-{key}", language, **values)


def _word(language: Language, family: str, member: str) -> str:
    return word(family, member, language)
