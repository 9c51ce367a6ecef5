"""The sections of the overview, each a fragment that one notebook cell shows, and the list of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sxresearch.assessment.status import FROM_BEST, StatusGroup
from sxresearch.brief.charts.overview_charts import draw_funnels, draw_intervals, finding_of
from sxresearch.brief.content.comparison.tile_maps import tile_maps
from sxresearch.brief.content.headline import COUNTED, MIME_TYPE, ranged
from sxresearch.brief.content.regions.matrix import Matrix, choices
from sxresearch.brief.content.regions.overview import OverviewContent, SummaryBy
from sxresearch.brief.content.target_rows import SYMBOLS
from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.markup import Fragment, Section, render
from sxresearch.language.numbers import MISSING

MOST_CHANGES = 60  # verdicts listed as changed; the counts cover all


def _part(name: str, content: OverviewContent, **values: Any) -> Fragment:
    return Fragment(render(f"overview_{name}", content.language, content=content, share=share, **values))


def share(part: float, whole: float) -> str:
    """A part of a whole with its denominator: 33/56 (59%)."""
    return f"{part:.0f}/{whole:.0f} ({100 * part / whole:.0f}%)" if whole else MISSING


def overview_answer(content: OverviewContent) -> Fragment:
    """What this is, and the counts of every region with a link to its brief."""
    page = _part("answer", content, counted=COUNTED, ranged=ranged)
    return Fragment(page.html, {MIME_TYPE: {**content.headline, "sections": list(ANCHORS), "movable": True}})


def matrix_part(cells: Matrix, links: Mapping[str, str]) -> str:
    """The section with the matrix, its filters, and links from the regions to their briefs."""

    values = {"choices": choices(cells), "links": links, "symbols": SYMBOLS}
    return render("overview_matrix", cells.language, cells=cells, **values)


def overview_matrix(content: OverviewContent) -> Fragment:
    """Every target against every region."""
    return Fragment(matrix_part(content.matrix, content.links))


def overview_map(content: OverviewContent) -> Fragment:
    """The cities on a tile map, target by target."""
    return _part("map", content, maps=tile_maps(content.members))


def overview_summary(content: OverviewContent) -> Fragment:
    """Attainment by plan, field, level and responsible department."""
    columns = ("total", "assessable", *(group for group in FROM_BEST if group is not StatusGroup.NOT_ASSESSABLE))
    groups = [(by, content.summary(by)) for by in SummaryBy]
    return _part("summary", content, groups=groups, columns=columns, ranged=ranged)


def overview_spread(content: OverviewContent) -> Fragment:
    """Funnels and intervals in place of a ranking."""
    # our own drawings may pass unescaped: ElementTree escaped the names inside them
    funnels = [Markup(svg) for svg in draw_funnels(content.funnels, content.language)]
    intervals = [Markup(svg) for svg in draw_intervals(content.intervals)]
    findings = [finding_of(item, content.language) for item in content.funnels]
    return _part("spread", content, funnels=funnels, intervals=intervals, findings=findings)


def overview_peers(content: OverviewContent) -> Fragment:
    """One region beside its peers."""
    return _part("peers", content, comparison=content.comparison)


def overview_changes(content: OverviewContent) -> Fragment:
    """What changed since the earlier run."""
    return _part("changes", content, changes=content.changes, most=MOST_CHANGES)


SECTIONS = (
    Section("overview-answer", overview_answer),
    Section("overview-matrix", overview_matrix),
    Section("overview-map", overview_map),
    Section("overview-summary", overview_summary),
    Section("overview-spread", overview_spread),
    Section("overview-peers", overview_peers),
    Section("overview-changes", overview_changes),
)
ANCHORS = tuple(section.anchor for section in SECTIONS)


def write_overview(content: OverviewContent, out: Path) -> Path:
    """Write the overview as a page of its own, without a notebook."""
    shown = [without_addresses(section.make(content).html) for section in SECTIONS]
    write_page(
        page_values(content.title, content.language, shown, content.synthetic, ANCHORS, internal=content.internal),
        out,
        movable=True,
    )
    return out
