"""The sections of the overview, each a fragment that one notebook cell shows, and the list of them."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from sxresearch.assessment.status import FROM_BEST, StatusGroup
from sxresearch.brief.charts.overview_charts import draw_funnels, draw_intervals, finding_of
from sxresearch.brief.content.comparison.tile_maps import tile_maps
from sxresearch.brief.content.headline import COUNTED, MIME_TYPE, ranged
from sxresearch.brief.content.regions.matrix import Cell, Matrix, choices
from sxresearch.brief.content.regions.overview import OverviewContent, SummaryBy
from sxresearch.brief.content.regions.peers import PeerGroup
from sxresearch.brief.content.target_row import SYMBOLS
from sxresearch.brief.page.markup import Fragment, Section, render
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING
from sxresearch.terms import Language


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

    values = {"choices": choices(cells), "links": links, "symbols": SYMBOLS, "inside": partial(_inside, cells.language)}
    return render("overview_matrix", cells.language, cells=cells, **values)


def _inside(language: Language, cell: Cell) -> Markup:
    return _verdict(language, cell.symbol, cell.word, "" if cell.p is None else cell.probability)


@lru_cache(maxsize=2_048)
def _verdict(language: Language, symbol: str, word: str, probability: str) -> Markup:
    """A verdict in a cell: there are many cells, and few verdicts that differ."""
    return Markup(render("matrix_cell", language, symbol=symbol, word=word, probability=probability))


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


def group_title(group: PeerGroup) -> str:
    """The regions that are compared: their parent, their level, how many."""
    first = group.members[0]
    language, regions = first.subject.language, first.subject.inputs.regions
    parent = regions[first.region.parent].title(language) if first.region.parent else ""
    level = word("level", first.region.level, language)
    return say("brief-overview-peer-group", language, parent=parent, level=level, count=str(len(group.members)))


def overview_peers(content: OverviewContent) -> Fragment:
    """Every region beside its peers."""
    return _part("peers", content, group_title=group_title)


def overview_changes(content: OverviewContent) -> Fragment:
    """What changed since the year before, and since the earlier run."""
    language = content.language
    pairs = [
        say("brief-overview-year-to-year", language, before=str(old), now=str(new))
        for old, new in (content.since.years if content.since else ())
    ]
    years = say("brief-list-separator", language).join(pairs)
    return _part("changes", content, changes=content.changes, years=years)


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
