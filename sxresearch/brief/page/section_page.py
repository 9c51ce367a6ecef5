"""A page made of sections, without a notebook: overview and data quality, as their notebooks would export them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.markup import Section
from sxresearch.terms import Language


class PageContent(Protocol):
    """What a page says, as far as the page around its sections must know it."""

    @property
    def title(self) -> str:
        """Heading and name of the page."""

    @property
    def language(self) -> Language:
        """The language of every text."""

    @property
    def synthetic(self) -> bool:
        """Whether synthetic figures are in it."""

    @property
    def internal(self) -> bool:
        """Whether small counts are shown."""


def write_sections(content: PageContent, sections: Sequence[Section], out: Path, *, movable: bool = False) -> Path:
    """Write the page to ``out`` (.html), every section in its order; with ``movable`` its tables can be sorted."""
    shown = [without_addresses(section.make(content).html) for section in sections]
    anchors = tuple(section.anchor for section in sections)
    values = page_values(
        content.title, content.language, shown, content.synthetic, anchors, internal=content.internal
    )  # fmt: skip
    write_page(values, out, movable=movable)
    return out
