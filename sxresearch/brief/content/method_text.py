"""How a brief is made, in plain words: the paragraphs, and the track record in place of the general remark on it."""

from collections.abc import Iterator

from sxresearch.brief.content.panel_record import RecordText
from sxresearch.language import say
from sxresearch.terms import Language

RECORD = "record"
METHOD = ("question", "projection", "evidence", "counts", "status", "misses", RECORD, "limits")
"""Paragraphs in their order: ``brief-method-<name>`` is the heading, ``brief-method-<name>-text`` the text."""


def method_paragraphs(record: RecordText | None, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and sentences of every paragraph; the panel's own record speaks for itself where there is one."""
    for name in METHOD:
        own = record.sentences if record and name is RECORD else ()
        yield name, own or (say(f"brief-method-{name}-text", language),)
