"""The brief as a page without a notebook: the same parts, the same bytes as the exported notebook."""

from pathlib import Path

from sxresearch.brief import parts
from sxresearch.brief.content import BriefContent
from sxresearch.brief.export import SECTIONS, page_values, without_addresses, write_page

_PARTS = (
    parts.headline, parts.warning_table, parts.fan_charts, parts.gap_table, parts.data_findings, parts.method_notes,
    parts.source_notes,
)  # fmt: skip


def write_brief(content: BriefContent, out: Path) -> Path:
    """Write the brief of one region to ``out`` (.html)."""
    shown = [without_addresses(part(content).html) for part in _PARTS]
    write_page(page_values(content.title, content.language, shown, content.synthetic, SECTIONS), out)
    return out
