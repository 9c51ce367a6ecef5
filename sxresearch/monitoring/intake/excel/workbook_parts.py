"""The parts of an Excel workbook that its sheets lean on: list of sheets, shared texts, number formats.

Part names and elements: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import IO
from xml.parsers import expat

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.number_formats import NumberFormat, number_format
from sxresearch.monitoring.intake.formats.limits import CHUNK, Budget, Package

WORKBOOK, ROOT_RELATIONS = "xl/workbook.xml", "_rels/.rels"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class SheetEntry:
    """One sheet in the workbook's list: its title, the part that holds it, and whether it is shown."""

    name: str
    part: str
    visible: bool


@dataclass(frozen=True)
class Workbook:
    """What holds for all sheets of a workbook.

    ``stale``: the workbook asks to be calculated anew before its results are used; ``date1904``: its days are
    counted from 1904; ``formats``: the number format of every cell style, by its index.
    """

    sheets: tuple[SheetEntry, ...]
    formats: tuple[NumberFormat, ...]
    texts: tuple[str, ...]
    stale: bool
    date1904: bool


Attributes = Mapping[str, str]


def parse(
    stream: IO[bytes],
    path: str,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Feed an XML part to handlers of starts, ends and texts; element names arrive with any prefix.

    Raises
    ------
    BadObservations
        If the part is no well-formed XML, or declares a document type (none of these formats has one).
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text

    def refuse(*_: object) -> None:
        raise BadObservations.of("intake-damaged", path, problem="DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse
    try:
        while block := stream.read(CHUNK):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as problem:  # the latter two where its encoding is unknown
        raise BadObservations.of("intake-damaged", path, problem=str(problem)) from problem


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name[name.find(":") + 1 :]


def is_true(value: str | None) -> bool:
    """A truth value as XML schemas write it."""
    return value in ("1", "true", "on")


def workbook_of(package: Package, path: str, budget: Budget) -> Workbook:
    """The workbook's list of sheets, its number formats and shared texts."""
    part = _workbook_part(package, path)
    relations = related_parts(package, relations_part(part), path)
    entries: list[tuple[str, str, bool]] = []
    settings: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        kind, given = local(name), {local(key): value for key, value in attributes.items()}
        if kind == "sheet":
            entries.append((given.get("name", ""), given.get("id", ""), given.get("state", "visible") == "visible"))
        elif kind in ("workbookPr", "calcPr"):
            settings.update(given)

    with package.open(part) as stream:
        parse(stream, path, start)
    sheets = [
        SheetEntry(name, relations[key][1], shown)
        for name, key, shown in entries
        if key in relations and relations[key][0] == "worksheet"
    ]
    if not sheets:
        raise BadObservations.of("intake-no-sheet", path)
    named = dict(relations.values())
    return Workbook(
        tuple(sheets),
        _formats(package, named.get("styles", ""), path),
        _shared_texts(package, named.get("sharedStrings", ""), path, budget),
        is_true(settings.get("fullCalcOnLoad")) or settings.get("calcCompleted", "1") in ("0", "false"),
        is_true(settings.get("date1904")),
    )


def _workbook_part(package: Package, path: str) -> str:
    if ROOT_RELATIONS in package:
        for kind, target in related_parts(package, ROOT_RELATIONS, path).values():
            if kind == "officeDocument" and target in package:
                return target
    return WORKBOOK


def relations_part(part: str) -> str:
    """The part that lists what a part leans on."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related_parts(package: Package, part: str, path: str) -> dict[str, tuple[str, str]]:
    """Kind and target of every relation, by its id; targets as part names."""
    base = posixpath.dirname(posixpath.dirname(part))
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
            found[attributes.get("Id", "")] = (posixpath.basename(attributes.get("Type", "")), full)

    with package.open(part) as stream:
        parse(stream, path, start)
    return found


def _formats(package: Package, part: str, path: str) -> tuple[NumberFormat, ...]:
    """The number format of each entry of ``cellXfs``, which a cell's style points to; its font may strike it out."""
    codes: dict[int, str] = {}
    styles: list[tuple[int, int]] = []
    struck: list[bool] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "numFmt" and inside[-1:] == ["numFmts"]:
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif kind == "xf" and inside[-1:] == ["cellXfs"]:
            styles.append((_number(attributes.get("numFmtId")), _number(attributes.get("fontId"))))
        elif kind == "font" and inside[-1:] == ["fonts"]:
            struck.append(False)
        elif kind == "strike" and inside[-2:] == ["fonts", "font"]:
            struck[-1] = is_true(attributes.get("val", "1"))
        inside.append(kind)

    if part not in package:
        return ()
    with package.open(part) as stream:
        parse(stream, path, start, lambda _: inside.pop())
    shown = [(number_format(codes.get(code, ""), code), font) for code, font in styles]
    return tuple(replace(item, struck=True) if font < len(struck) and struck[font] else item for item, font in shown)


def _shared_texts(package: Package, part: str, path: str, budget: Budget) -> tuple[str, ...]:
    """The shared texts; runs of rich text are joined, phonetic readings left out."""
    texts: list[str] = []
    pieces: list[str] = []
    state = {"t": False, "phonetic": False}

    def start(name: str, _: Attributes) -> None:
        kind = local(name)
        if kind == "si":
            pieces.clear()
        elif kind == "rPh":
            state["phonetic"] = True
        elif kind == "t":
            state["t"] = not state["phonetic"]

    def end(name: str) -> None:
        kind = local(name)
        if kind == "t":
            state["t"] = False
        elif kind == "rPh":
            state["phonetic"] = False
        elif kind == "si":
            joined = unescaped("".join(pieces))
            budget.text(len(joined))
            texts.append(joined)

    def text(data: str) -> None:
        if state["t"]:
            pieces.append(data)

    if part not in package:
        return ()
    with package.open(part) as stream:
        parse(stream, path, start, end, text)
    return tuple(texts)


def unescaped(text: str) -> str:
    """A text with ``_x000D_`` and its like turned back into the letters they stand for (ECMA-376, ST_Xstring)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
