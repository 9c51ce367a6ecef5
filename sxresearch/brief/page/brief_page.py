"""The brief as a page without a notebook: the same sections, the same bytes as the exported notebook."""

from pathlib import Path

from sxresearch.brief.content.brief_content import BriefContent
from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.sections import ANCHORS, SECTIONS


def write_brief(content: BriefContent, out: Path) -> Path:
    """Write the brief of one region to ``out`` (.html)."""
    shown = [without_addresses(section.make(content).html) for section in SECTIONS]
    write_page(
        page_values(content.title, content.language, shown, content.synthetic, ANCHORS, internal=content.internal), out
    )
    return out
