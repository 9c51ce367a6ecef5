"""The sections of the page on data quality, each a fragment that one notebook cell shows, and the list of them."""

from typing import Any

from sxresearch.brief.content.headline import MIME_TYPE
from sxresearch.brief.page.markup import Fragment, Section, render
from sxresearch.brief.quality.contents import QualityContent
from sxresearch.monitoring.quality.summary.dimensions import DIMENSIONS


def _part(name: str, content: QualityContent, **values: Any) -> Fragment:
    return Fragment(render(f"quality_{name}", content.language, content=content, dimensions=DIMENSIONS, **values))


def quality_years(content: QualityContent) -> Fragment:
    """What this is, and one line per year."""
    page = _part("years", content)
    return Fragment(page.html, {MIME_TYPE: {**content.headline, "sections": list(ANCHORS)}})


def quality_breakdown(content: QualityContent) -> Fragment:
    """The same by region, department and indicator: the longest last, thousands of regions would hide the others."""
    tables = (("region", content.by_region), ("department", content.by_department), ("indicator", content.by_indicator))
    return _part("breakdown", content, tables=sorted(tables, key=lambda table: len(table[1])))


def quality_effects(content: QualityContent) -> Fragment:
    """The findings that matter most, and what they do to the verdicts."""
    return _part("effects", content)


def quality_revisions(content: QualityContent) -> Fragment:
    """What was reported differently before."""
    return _part("revisions", content)


SECTIONS = (
    Section("quality-years", quality_years),
    Section("quality-breakdown", quality_breakdown),
    Section("quality-effects", quality_effects),
    Section("quality-revisions", quality_revisions),
)
ANCHORS = tuple(section.anchor for section in SECTIONS)
