"""Tile maps: the cities of the province as tiles of one size, each about where it lies, one map for each target.

No boundary is drawn and none is needed: a tile says which city, and its place helps to find it. A small city is as easy
to see as a large one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sxresearch.assessment.status import BAD, GOOD
from sxresearch.brief.content.chart_panels import chart_anchor
from sxresearch.brief.content.comparison.pull import pulling
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.language import say
from sxresearch.terms import Language, Status

_TILES = """
.      140600 140200
.      140900 .
141100 140100 140300
141000 140700 140400
140800 .      140500
"""
POSITIONS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        code: (row, column)
        for row, line in enumerate(_TILES.strip().splitlines(), start=1)
        for column, code in enumerate(line.split(), start=1)
        if code.isdigit()
    }
)
"""City code to row and column of its tile, from the north and from the west: places are approximate."""


@dataclass(frozen=True)
class Tile:
    """One city on the map of one target: its status, and in ``words`` the probability where there is one.

    ``anchor`` leads to the target's chart in the city's brief, or is empty.
    """

    code: str
    name: str
    row: int
    column: int
    status: Status
    symbol: str
    word: str
    words: str
    anchor: str


@dataclass(frozen=True)
class TileMap:
    """One target over the cities; ``finding`` says the map in words, ``pull`` who weighs on the province's figure."""

    title: str
    aim: str
    tiles: tuple[Tile, ...]
    finding: str
    pull: str = ""


def tile_maps(cities: Sequence[RegionVerdicts], whole: RegionVerdicts | None = None) -> tuple[TileMap, ...]:
    """A map for each target that is not met or likely everywhere, in the plans' order; none without mapped cities.

    With ``whole``, the province, each map says which cities weigh on its figure.
    """
    mapped = [member for member in cities if member.region.code in POSITIONS]
    return tuple(_maps(mapped, whole)) if len(mapped) > 1 else ()


def _maps(cities: Sequence[RegionVerdicts], whole: RegionVerdicts | None) -> Iterator[TileMap]:
    first: dict[str, TargetRow] = {}
    for member in cities:
        for row in member.rows:
            if not row.is_checklist:
                first.setdefault(row.place.target.id, row)
    for target, row in first.items():
        held = [(member, member.by_target[target]) for member in cities if target in member.by_target]
        statuses = [one.status for _, one in held]
        if any(status not in GOOD and status is not Status.NOT_ASSESSABLE for status in statuses):
            own = whole.by_target.get(target) if whole else None
            pull = pulling(own, [one for _, one in held]) if own else ""
            tiles = tuple(_tile(member, one) for member, one in held)
            yield TileMap(row.title, row.aim, tiles, _finding(held, row.subject.language), pull)


def _tile(member: RegionVerdicts, row: TargetRow) -> Tile:
    place = POSITIONS[member.region.code]
    words = row.probability if row.p is not None or row.suppressed else ""
    return Tile(
        member.region.code, member.name, *place, row.status, row.symbol, row.status_word, words, chart_anchor(row)
    )


def _finding(held: Sequence[tuple[RegionVerdicts, TargetRow]], language: Language) -> str:
    """Which cities are in doubt and which are worse off than that, by name."""
    between = say("brief-list-separator", language)
    bad = between.join(member.name for member, row in held if row.status in BAD)
    good, open_ = (sum(row.status in group for _, row in held) for group in (GOOD, (Status.UNCERTAIN,)))
    if all(row.status in BAD for _, row in held):
        return say("brief-tiles-finding-all", language, of=str(len(held)))
    key = "brief-tiles-finding" if bad else "brief-tiles-finding-none"
    values = {"bad": bad} if bad else {}
    return say(key, language, good=str(good), open=str(open_), of=str(len(held)), **values)
