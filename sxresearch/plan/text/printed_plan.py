"""The printed text of the plans, cut into its fields, numbered goals and measures.

The text itself is not kept here; a reader gives the path of a plain-text copy, one
paragraph per item, as the government publishes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sxresearch.errors import BadPlan, Fault
from sxresearch.file_content import utf8_of

_PLAN = re.compile(r"[^。，；：（《]{4,40}(?:规划|纲要)")
_CHAPTER = re.compile(r"[一二三四五六七八九十]+、")
_FIELD = re.compile(r"（[一二三四五六七八九十]+）(?P<title>.+)")
_GLUED = re.compile(r"(?<=[。！；])(?=（[一二三四五六七八九十]+）[^。，；：]{2,20}$)")
"""Where a field's heading was glued to the end of the measure before it."""
_GOALS = re.compile(r"主要目标[:：]?")
_MEASURES = re.compile(r"策略措施[:：]?")
_ITEM = re.compile(r"(?P<number>\d+)\.(?P<words>.*)")
"""Only the first number and its point are the numbering: "5.5岁以下…" is item 5, "5岁以下…"."""


@dataclass(frozen=True)
class FieldText:
    """One field: its title, and the words of its goals and measures by number."""

    title: str
    goals: dict[int, str] = field(default_factory=dict)
    measures: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanText:
    """One plan: its title and its fields in order."""

    title: str
    fields: list[FieldText] = field(default_factory=list)


def read_plan_text(path: Path) -> tuple[PlanText, ...]:
    """The plans whose text stands in the file ``path``.

    Raises
    ------
    BadPlan
        If the file is missing or not UTF-8, holds no list of goals, or numbers its items with gaps.
    """
    return parse_plan_text(utf8_of(path, BadPlan), str(path))


def parse_plan_text(text: str, source: str = "") -> tuple[PlanText, ...]:
    """The plans in ``text``; ``source`` is named in faults.

    Raises
    ------
    BadPlan
        If the text holds no list of goals, or numbers its items with gaps.
    """
    reader = _Reader(source)
    for line, words in _paragraphs(text):
        reader.take(line, words)
    if not any(item.goals for plan in reader.plans for item in plan.fields):
        raise BadPlan.of("plan-text-empty", source)
    if reader.faults:
        raise BadPlan(reader.faults)
    return tuple(plan for plan in reader.plans if plan.fields)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for line, words in enumerate(text.splitlines(), start=1):
        for part in _GLUED.split(words.strip()):
            if part:
                yield line, part


class _Reader:
    """Where in the text we are: the plan, the heading seen last, and the list being read."""

    def __init__(self, source: str):
        self.source = source
        self.plans: list[PlanText] = []
        self.faults: list[Fault] = []
        self._heading = ""
        self._items: dict[int, str] | None = None

    def take(self, line: int, words: str) -> None:
        """One paragraph: a heading, an item of a list, or the rest of one."""
        if _PLAN.fullmatch(words):
            self.plans.append(PlanText(words))
            self._items = None
        elif _GOALS.fullmatch(words) and self.plans:
            self.plans[-1].fields.append(FieldText(self._heading))
            self._items = self.plans[-1].fields[-1].goals
        elif _MEASURES.fullmatch(words) and self._items is not None:
            self._items = self.plans[-1].fields[-1].measures
        elif heading := _FIELD.fullmatch(words):
            self._heading, self._items = heading["title"], None
        elif _CHAPTER.match(words):
            self._items = None
        elif self._items is not None:
            self._item(line, words, self._items)

    def _item(self, line: int, words: str, items: dict[int, str]) -> None:
        last = len(items)
        item = _ITEM.fullmatch(words)
        if item is None:
            if last:
                items[last] += words
            return
        if int(item["number"]) != last + 1:
            where = f"{self.source}:{line}"
            self.faults.append(Fault.of("plan-text-number", where, expected=str(last + 1), found=item["number"]))
        items[last + 1] = item["words"]
