"""The brief as a page without a notebook: the same sections, the same bytes as the exported notebook."""

from pathlib import Path

from sxresearch.brief.content.brief_content import BriefContent
from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.sections import ANCHORS, ANNEXES, SECTIONS, one_page


def write_brief(content: BriefContent, out: Path) -> Path:
    """Write the brief of one region to ``out`` (.html)."""
    shown = [without_addresses(section.make(content).html) for section in SECTIONS]
    values = page_values(
        content.title, content.language, shown, content.synthetic, ANCHORS, annexes=ANNEXES, internal=content.internal
    )
    write_page(values, out)
    return out


def write_one_page(content: BriefContent, out: Path) -> Path:
    """Write the one-page version for leaders to ``out`` (.html): one sheet of A4."""
    values = page_values(
        content.title,
        content.language,
        [without_addresses(one_page(content).html)],
        content.synthetic,
        internal=content.internal,
    )
    write_page({**values, "kind": "one-page"}, out)
    return out
