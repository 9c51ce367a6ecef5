"""One message catalogue for every sentence a reader sees, Chinese first.

The sentences stand in Fluent files (``zh/*.ftl``, ``en/*.ftl``), one file per
sub-package, so that a translator edits text and not code. Both languages hold
the same messages with the same placeholders; a test keeps it so.

Syntax of the files: https://projectfluent.org/fluent/guide/
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Placeable, TextElement, VariableReference

from sxresearch.terms import Language

_HEAD = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)
_LOCALES = {Language.ZH: "zh-CN", Language.EN: "en-GB"}


class MissingMessage(KeyError):
    """A sentence was asked for that the catalogue does not hold (a defect of ours)."""


@dataclass(frozen=True)
class Text:
    """The same words in both languages, as they stand in a data file."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """The words in ``language``."""
        return self.zh if language is Language.ZH else self.en


@cache
def _sources(language: Language) -> dict[str, str]:
    """Key to the lines of its message: a message is parsed when it is first said, not all when the first one is."""
    folder = files("sxresearch.language") / language.value
    found: dict[str, str] = {}
    for part in folder.iterdir():
        if part.name.endswith(".ftl"):
            text = part.read_text(encoding="utf-8")
            heads = list(_HEAD.finditer(text))
            ends = [*(head.start() for head in heads[1:]), len(text)]
            found |= {head[1]: text[head.start() : end] for head, end in zip(heads, ends, strict=True)}
    return found


@cache
def _bundle(language: Language) -> FluentBundle:
    return FluentBundle([_LOCALES[language]], use_isolating=False)


@cache
def _pattern(key: str, language: Language) -> Any:
    """What stands behind a key, as Fluent reads it."""
    source = _sources(language).get(key)
    if source is None:
        raise MissingMessage(f"no message {key!r} in language {language!r}")
    bundle = _bundle(language)
    bundle.add_resource(FluentResource(source))
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingMessage(f"message {key!r} has no text in language {language!r}")
    return pattern


@cache
def _template(key: str, language: Language) -> tuple[str, frozenset[str]] | None:
    """A message of nothing but words and placeholders, for :meth:`str.format_map`, and the placeholders' names.

    Filling such a template takes a tenth of the time, and an assessment of a nation says millions of sentences.
    """
    pattern = _pattern(key, language)
    parts = [_part(element) for element in getattr(pattern, "elements", [pattern])]
    if not all(parts):
        return None
    words, names = zip(*parts, strict=True)
    return "".join(words), frozenset(filter(None, names))


def _part(element: Any) -> tuple[str, str] | None:
    """One element of a pattern: its piece of the template and the placeholder in it, none for what is neither."""
    if isinstance(element, TextElement):
        return element.value.replace("{", "{{").replace("}", "}}"), ""
    if isinstance(element, Placeable) and isinstance(element.expression, VariableReference):
        name = element.expression.id.name
        return f"{{{name}}}", name
    return None


def say(key: str, language: Language, /, **values: str | int) -> str:
    """The sentence ``key`` in ``language`` with its placeholders filled.

    Numbers must arrive as finished strings: how a number is written is decided in
    one place (:mod:`sxresearch.language.numbers`), not in the catalogue.

    Raises
    ------
    MissingMessage
        If the catalogue has no such message or a placeholder was not given.
    """
    language = Language(language)
    template = _template(key, language)
    if template and all(isinstance(value, str) for value in values.values()):
        text, names = template
        if names <= values.keys():
            return text.format_map(values)
    text, errors = _bundle(language).format_pattern(_pattern(key, language), values)
    if errors:
        raise MissingMessage(f"message {key!r} in language {language!r}: {errors}")
    return str(text)


def read_all(language: Language) -> None:
    """Read every message of a language now, so that processes forked from this one need not."""
    for key in _sources(language):
        _template(key, language)


@cache
def word(family: str, member: str, language: Language) -> str:
    """The reader's word for a member of an enumeration, e.g. ``("status", "likely")``."""
    return say(f"{family}-{member}".replace("_", "-"), language)
