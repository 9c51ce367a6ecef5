"""One message catalogue for every sentence a reader sees, Chinese first.

The sentences stand in Fluent files (``zh/*.ftl``, ``en/*.ftl``), one file per
sub-package, so that a translator edits text and not code. Both languages hold
the same messages with the same placeholders; a test keeps it so.

Syntax of the files: https://projectfluent.org/fluent/guide/
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Placeable, TextElement, VariableReference

from sxresearch.terms import Language

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


@lru_cache(maxsize=len(Language))
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    folder = files("sxresearch.language") / language.value
    for part in sorted(folder.iterdir(), key=lambda item: item.name):
        if part.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(part.read_text(encoding="utf-8")))
    return bundle


@cache
def _template(key: str, language: Language) -> tuple[str, frozenset[str]] | None:
    """A message of nothing but words and placeholders, for :meth:`str.format_map`, and the placeholders' names.

    Filling such a template takes a tenth of the time, and an assessment of a nation says millions of sentences.
    """
    bundle = _bundle(Language(language))
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
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
    template = _template(key, language)
    if template and all(isinstance(value, str) for value in values.values()):
        text, names = template
        if names <= values.keys():
            return text.format_map(values)
    bundle = _bundle(Language(language))
    if not bundle.has_message(key):
        raise MissingMessage(f"no message {key!r} in language {language!r}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingMessage(f"message {key!r} has no text in language {language!r}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise MissingMessage(f"message {key!r} in language {language!r}: {errors}")
    return str(text)


def word(family: str, member: str, language: Language) -> str:
    """The reader's word for a member of an enumeration, e.g. ``("status", "likely")``."""
    return say(f"{family}-{member}".replace("_", "-"), language)
