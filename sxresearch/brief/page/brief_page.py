"""The brief as a page without a notebook: the same parts, the same bytes as the exported notebook."""

from pathlib import Path

from sxresearch.brief.content.brief_content import BriefContent
from sxresearch.brief.page import sections
from sxresearch.brief.page.export import SECTIONS, page_values, without_addresses, write_page

_PARTS = (
    sections.headline, sections.warning_table, sections.fan_charts, sections.gap_table, sections.data_findings,
    sections.method_notes, sections.source_notes,
)  # fmt: skip


def write_brief(content: BriefContent, out: Path) -> Path:
    """Write the brief of one region to ``out`` (.html)."""
    shown = [without_addresses(part(content).html) for part in _PARTS]
    write_page(page_values(content.title, content.language, shown, content.synthetic, SECTIONS), out)
    return out
