"""The parts of the overview, each a fragment that one notebook cell shows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sxresearch.brief.charts.overview_charts import draw_funnels, draw_intervals, finding_of
from sxresearch.brief.content.headline import MIME_TYPE
from sxresearch.brief.content.matrix import Matrix, choices
from sxresearch.brief.content.overview import GROUPINGS, SECTIONS, OverviewContent
from sxresearch.brief.content.peers import good_of
from sxresearch.brief.content.region_verdicts import local
from sxresearch.brief.content.target_rows import SYMBOLS
from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.language.numbers import MISSING, figure
from sxresearch.plan.schema import Words

MOST_CHANGES = 60  # verdicts listed as changed; the counts cover all


def _part(name: str, content: OverviewContent, **values: Any) -> Fragment:
    def in_language(words: Words) -> str:
        return local(words, content.language)

    html = render(f"overview_{name}", content.language, content=content, local=in_language, share=share, **values)
    return Fragment(html)


def share(part: float, whole: float) -> str:
    """A part of a whole with its denominator: 33/56 (59%)."""
    return f"{part:.0f}/{whole:.0f} ({100 * part / whole:.0f}%)" if whole else MISSING


def overview_answer(content: OverviewContent) -> Fragment:
    """Part 1: what this is, and the counts of every region with a link to its brief."""
    lines = [(member, *good_of([row for row in member.rows if not row.is_checklist])) for member in content.members]
    page = _part("answer", content, lines=lines, figure=figure)
    return Fragment(page.html, {MIME_TYPE: content.headline})


def matrix_part(cells: Matrix, links: Mapping[str, str]) -> str:
    """The section with the matrix, its filters, and links from the regions to their briefs."""

    def in_language(words: Words) -> str:
        return local(words, cells.language)

    values = {"choices": choices(cells), "links": links, "symbols": SYMBOLS}
    return render("overview_matrix", cells.language, cells=cells, local=in_language, **values)


def overview_matrix(content: OverviewContent) -> Fragment:
    """Part 2: every target against every region."""
    return Fragment(matrix_part(content.matrix, content.links))


def overview_summary(content: OverviewContent) -> Fragment:
    """Part 3: attainment by plan, field, level and responsible department."""
    return _part("summary", content, groups=[(by, content.summary(by)) for by in GROUPINGS], figure=figure)


def overview_spread(content: OverviewContent) -> Fragment:
    """Part 4: funnels and intervals in place of a ranking."""
    # our own drawings may pass unescaped: ElementTree escaped the names inside them
    funnels = [Markup(svg) for svg in draw_funnels(content.funnels, content.language)]
    intervals = [Markup(svg) for svg in draw_intervals(content.intervals)]
    findings = [finding_of(item, content.language) for item in content.funnels]
    return _part("spread", content, funnels=funnels, intervals=intervals, findings=findings)


def overview_peers(content: OverviewContent) -> Fragment:
    """Part 5: one region beside its peers."""
    return _part("peers", content, comparison=content.comparison)


def overview_changes(content: OverviewContent) -> Fragment:
    """Part 6: what changed since the earlier run."""
    return _part("changes", content, changes=content.changes, most=MOST_CHANGES)


PARTS = (overview_answer, overview_matrix, overview_summary, overview_spread, overview_peers, overview_changes)


def write_overview(content: OverviewContent, out: Path) -> Path:
    """Write the overview as a page of its own, without a notebook."""
    shown = [without_addresses(part(content).html) for part in PARTS]
    write_page(page_values(content.title, content.language, shown, content.synthetic, SECTIONS), out, movable=True)
    return out
