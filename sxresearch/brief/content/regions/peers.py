"""One region beside its peers: the regions of the same level under the same parent."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sxresearch.assessment.status import BAD, GOOD
from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.headline import count
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_rows import TargetRow
from sxresearch.terms import Status


@dataclass(frozen=True)
class FieldComparison:
    """A field: the region's met or likely targets of those assessable; the peers' share as median and range."""

    title: str
    good: int
    assessable: int
    middle: float
    lowest: float
    highest: float

    @property
    def share(self) -> float:
        """The region's own share."""
        return self.good / self.assessable


@dataclass(frozen=True)
class TargetComparison:
    """A target on which the region stands apart; of ``judged`` peers ``good`` are met or likely."""

    row: TargetRow
    good: int
    bad: int
    judged: int


@dataclass(frozen=True)
class Comparison:
    """A region beside its peers: fields, targets where it lags behind most of them, and where it leads."""

    member: RegionVerdicts
    peers: tuple[RegionVerdicts, ...]
    fields: tuple[FieldComparison, ...]
    behind: tuple[TargetComparison, ...]
    ahead: tuple[TargetComparison, ...]


def peers_of(member: RegionVerdicts, everyone: Sequence[RegionVerdicts]) -> tuple[RegionVerdicts, ...]:
    """The others of the same level under the same parent."""
    own = member.region
    return tuple(
        other
        for other in everyone
        if other.region.code != own.code and (other.region.level, other.region.parent) == (own.level, own.parent)
    )


def compare(member: RegionVerdicts, everyone: Sequence[RegionVerdicts]) -> Comparison | None:
    """The comparison of a region with its peers; none with fewer than ENOUGH of them."""
    peers = peers_of(member, everyone)
    if len(peers) < ENOUGH:
        return None
    judged = [_target(row, peers) for row in member.rows if row.status in (*GOOD, *BAD)]
    apart = [item for item in judged if item.judged >= ENOUGH]
    return Comparison(
        member,
        peers,
        tuple(_fields(member, peers)),
        tuple(item for item in apart if item.row.status in BAD and 2 * item.good > item.judged),
        tuple(item for item in apart if item.row.status in GOOD and 2 * item.bad > item.judged),
    )


def _target(row: TargetRow, peers: Sequence[RegionVerdicts]) -> TargetComparison:
    others = [peer.by_target[row.place.target.id] for peer in peers if row.place.target.id in peer.by_target]
    status = [other.status for other in others if other.status is not Status.NOT_ASSESSABLE]
    return TargetComparison(row, sum(s in GOOD for s in status), sum(s in BAD for s in status), len(status))


def _fields(member: RegionVerdicts, peers: Sequence[RegionVerdicts]) -> list[FieldComparison]:
    found = []
    for key, rows in by_field(member).items():
        own = good_of(rows)
        shares = [good / of for peer in peers for good, of in [good_of(by_field(peer).get(key, []))] if of]
        if own[1] and shares:
            title = rows[0].place.field.title.in_language(member.subject.language)
            found.append(FieldComparison(title, *own, median(shares), min(shares), max(shares)))
    return found


def by_field(member: RegionVerdicts) -> dict[tuple[str, str], list[TargetRow]]:
    """Measurable targets by plan and field."""
    fields: dict[tuple[str, str], list[TargetRow]] = {}
    for row in member.rows:
        if not row.is_checklist:
            fields.setdefault((row.place.plan.id, row.place.field.id), []).append(row)
    return fields


def good_of(rows: Sequence[TargetRow]) -> tuple[int, int]:
    """Targets met or likely, and those that can be assessed at all."""
    counts = count(rows)
    return counts.good, counts.assessable
