"""The names that a data file may use, as a reader finds them: the first is the one that the template writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sxresearch.monitoring.contract import CHINESE_COLUMNS, CHINESE_WORDS

LISTED = ("group", "unit", "status", "basis")
"""Columns of the contract whose cells hold one of a few words."""


@dataclass(frozen=True)
class Names:
    """What one member of a vocabulary is called: ``first`` in the template, ``others`` are understood as well."""

    member: str
    first: str
    others: tuple[str, ...] = ()


def column_name(column: str) -> str:
    """The Chinese name of a column of the contract, as the template writes it."""
    return _COLUMNS[column].first


def cell_word(column: str, member: str) -> str:
    """The Chinese word for a member of one of the ``LISTED`` columns, as the template writes it."""
    return next(item.first for item in _WORDS[column] if item.member == member)


def column_names() -> tuple[Names, ...]:
    """Every column of the contract with its Chinese names."""
    return tuple(_COLUMNS.values())


def cell_words(column: str) -> tuple[Names, ...]:
    """The members of one of the ``LISTED`` columns with their Chinese words."""
    return _WORDS[column]


def _called(words: Mapping[str, str]) -> Iterator[Names]:
    for member in dict.fromkeys(words.values()):
        first, *others = (name for name, meant in words.items() if meant == member)
        yield Names(str(member), first, tuple(others))


_COLUMNS = {item.member: item for item in _called(CHINESE_COLUMNS)}
_WORDS = {column: tuple(_called(CHINESE_WORDS[column])) for column in LISTED}
