"""From an executed notebook to one self-contained page: code hidden, font embedded, no address anywhere."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode

from sxresearch.brief.charts.fonts import embedded, lacking, shared_characters
from sxresearch.brief.charts.palette import COLOURS, css_variables
from sxresearch.brief.content.headline import read_headline
from sxresearch.brief.content.wording import mark
from sxresearch.brief.page.folding import folded
from sxresearch.brief.page.page_script import page_script
from sxresearch.brief.page.sections import ONE_PAGE_MIME_TYPE
from sxresearch.errors import Fault, SxError
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.safe_text import listed, visible
from sxresearch.terms import Language

CELL_TAG = "brief"
"""Cells with this tag are shown in the brief; the others are for whoever opens the notebook."""

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LATIN_PUNCTUATION = frozenset("‘’“”·…")
"""Full width in the Chinese font; in a page of another language the reader's own font sets them."""

_TEXTS = ("skip", "contents", "annexes", "annexes-note", "annexes-print", "top")
"""What the page itself says around its sections."""

_SECTION = re.compile(r'<h2 id="([^"]+)"')
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))
_HTML_LANGUAGE = {Language.ZH: "zh-CN", Language.EN: "en"}


class _PageExporter(TemplateExporter):  # type: ignore[misc]  # nbconvert is untyped
    """nbconvert's exporter on the template in the folder ``export_template`` beside this file."""

    template_name = "export_template"
    file_extension = ".html"

    def __init__(self) -> None:
        super().__init__(extra_template_basedirs=[str(Path(__file__).parent)])


@lru_cache(maxsize=1)
def _exporter() -> _PageExporter:
    """One for all pages, so that their template is read and compiled once."""
    return _PageExporter()


class SectionsMissing(SxError):
    """A page lacks sections that its headline promises: a cell of the notebook was deleted or shows something else."""


def export_html(notebook: NotebookNode | Path, out: Path) -> Path:
    """Write the brief of an executed notebook to ``out``; the same notebook gives the same bytes.

    Raises
    ------
    LookupError
        If the notebook holds no headline: it was not executed to its end.
    SectionsMissing
        If a section that the headline promises did not come out; nothing is written then.
    """
    node = nbformat.read(notebook, as_version=4) if isinstance(notebook, Path) else notebook
    headline = read_headline(node)
    parts, sections = list(_parts(node)), tuple(headline.get("sections", ()))
    _refuse_missing(sections, parts)
    values = page_values(
        headline["title"],
        Language(headline["language"]),
        parts,
        headline["synthetic"],
        sections,
        annexes=frozenset(headline.get("annexes", ())),
        internal=bool(headline.get("internal")),
    )
    write_page(values, out, movable=bool(headline.get("movable")))
    return out


def export_one_page(notebook: NotebookNode | Path, out: Path) -> Path:
    """Write the one-page version, which an executed notebook carries beside its headline, to ``out``.

    Raises
    ------
    LookupError
        If the notebook holds none: it was not executed to its end.
    """
    node = nbformat.read(notebook, as_version=4) if isinstance(notebook, Path) else notebook
    headline, html = read_headline(node), _one_page(node)
    language, internal = Language(headline["language"]), bool(headline.get("internal"))
    values = page_values(
        headline["title"], language, [without_addresses(html)], headline["synthetic"], internal=internal
    )  # fmt: skip
    write_page({**values, "kind": "one-page"}, out)
    return out


def _one_page(notebook: Mapping[str, Any]) -> str:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            found = output.get("data", {}).get(ONE_PAGE_MIME_TYPE)
            if found is not None:
                return "".join(found)
    raise LookupError(f"no output of type {ONE_PAGE_MIME_TYPE} in the notebook")


def _refuse_missing(sections: tuple[str, ...], parts: list[str]) -> None:
    missing = [name for name in sections if not any(f'id="{name}"' in part for part in parts)]
    if missing:
        raise SectionsMissing([Fault("", *(_missing_text(missing, language) for language in Language))])


def _missing_text(missing: list[str], language: Language) -> str:
    names = say("brief-list-separator", language).join(say(f"brief-{name}-heading", language) for name in missing)
    return say("fault-sections-missing", language, count=str(len(missing)), names=names)


def _parts(notebook: Mapping[str, Any]) -> Iterator[str]:
    """The HTML that the tagged cells show, in order."""
    for cell in notebook["cells"]:
        if CELL_TAG not in cell.get("metadata", {}).get("tags", ()):
            continue
        for output in cell.get("outputs", ()):
            html = output.get("data", {}).get("text/html")
            if html is not None:
                yield without_addresses("".join(html))


def without_addresses(html: str) -> str:
    """Addresses in source notes lose their scheme: they stay readable, but nothing can follow or load them."""
    return _ADDRESS.sub("", html)


def page_values(
    title: str,
    language: Language,
    parts: list[str],
    synthetic: bool,
    sections: tuple[str, ...] = (),
    *,
    annexes: frozenset[str] = frozenset(),
    internal: bool = False,
) -> dict[str, Any]:
    """What the page template needs; with ``annexes`` the sections fold, and these come last and closed."""
    texts = {name: say(f"brief-{name}", language) for name in _TEXTS}
    if annexes:
        parts = [folded(part, annex=_anchor(part) in annexes) for part in parts]
    marked = mark(internal=internal, synthetic=synthetic)
    headings = [(name, say(f"brief-{name}-heading", language)) for name in sections]
    said = frozenset("".join([title, marked, *texts.values(), *(text for _, text in headings), *parts]))
    foreign = lacking(said)
    note = say("brief-foreign", language, characters=listed(foreign)) if foreign else ""
    return {
        "lang": _HTML_LANGUAGE[language],
        "title": visible(title),
        "mark": marked,
        "sections": headings,
        "parts": [part for part in parts if _anchor(part) not in annexes],
        "annexes": [part for part in parts if _anchor(part) in annexes],
        "font": embedded(_to_embed(said | frozenset(note), language)),
        "foreign": note,
        "texts": texts,
        "kind": "",
        "take": {name: say(f"brief-take-{name}", language) for name in ("csv", "picture")},
    }


def _anchor(part: str) -> str:
    """The anchor of a section's heading; empty where a part has none."""
    found = _SECTION.search(part)
    return found[1] if found else ""


def _to_embed(said: frozenset[str], language: Language) -> frozenset[str]:
    """Chinese pages carry all characters of the house: one more font takes a second to make, 65 kB a page do not."""
    printable = frozenset(item for item in said if item.isprintable())
    if language is Language.ZH:
        return printable | shared_characters()
    return (printable | _ALWAYS) - _LATIN_PUNCTUATION


def write_page(values: dict[str, Any], out: Path, *, movable: bool = False) -> None:
    """Render the page and move it into place: a reader never meets half a file.

    With ``movable`` its matrix can be sorted and filtered.
    """
    look = {"variables": css_variables(), "colours": COLOURS}
    page = {**values, **look, "script": page_script(movable=movable)}
    text, _ = _exporter().from_notebook_node(nbformat.v4.new_notebook(), resources={"page": page})
    publish_bytes(out, text.encode("utf-8"))
