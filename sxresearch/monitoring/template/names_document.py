"""The allowed names as a document: columns, words, indicators, regions. Chinese first, with the English beside it.

One Markdown text; the same register gives the same text.
"""

from collections.abc import Iterable, Iterator, Sequence

from sxresearch.language import say
from sxresearch.monitoring.contract import REQUIRED
from sxresearch.monitoring.template.names import LISTED, Names, cell_word, cell_words, column_names
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Language


def names_markdown(indicators: Indicators, regions: Regions) -> str:
    """Every name that a data file may use, as Markdown."""
    lines = [f"# {_both('title')}", ""]
    for language in Language:
        lines += [say("names-note", language), ""]
    lines += _section("columns", ("name", "others", "english", "needed"), map(_column, column_names()))
    for column in LISTED:
        lines += _section(column, ("name", "others", "english"), map(_word, cell_words(column)))
    heads = ("name", "aliases", "unit", "groups", "english", "department")
    lines += _section("indicator", heads, map(_indicator, indicators.by_id.values()))
    ambiguous = {region.name for region in regions} - regions.by_name().keys()
    lines += _section("region", ("code", "name", "english", "note"), (_region(item, ambiguous) for item in regions))
    return "\n".join(lines).rstrip() + "\n"


def _both(key: str) -> str:
    return " / ".join(say(f"names-{key}", language) for language in Language)


def _section(key: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield from (f"## {_both(f'section-{key}')}", "")
    yield _row(_both(f"head-{head}") for head in heads)
    yield _row([":--"] * len(heads))
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _column(item: Names) -> list[str]:
    return [item.first, "、".join(item.others), f"`{item.member}`", _both("yes") if item.member in REQUIRED else ""]


def _word(item: Names) -> list[str]:
    return [item.first, "、".join(item.others), f"`{item.member}`"]


def _indicator(item: Indicator) -> list[str]:
    return [
        item.name.zh,
        "、".join(item.aliases),
        cell_word("unit", item.unit.value),
        "、".join(cell_word("group", group.value) for group in item.groups),
        f"{item.name.en} `{item.id}`",
        item.department or "",
    ]


def _region(item: Region, ambiguous: set[str]) -> list[str]:
    return [item.code, item.name, item.name_en, _both("code-only") if item.name in ambiguous else ""]
