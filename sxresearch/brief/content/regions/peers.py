"""Every region beside its peers: the regions of the same level under the same parent."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sxresearch.assessment.status import BAD, GOOD
from sxresearch.brief.content.comparison.others_figures import ENOUGH
from sxresearch.brief.content.headline import count
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.terms import Status


@dataclass(frozen=True)
class TargetComparison:
    """A target on which a region stands apart; of ``judged`` peers ``good`` are met or likely."""

    row: TargetRow
    good: int
    bad: int
    judged: int


@dataclass(frozen=True)
class FieldShares:
    """A field over a group of peers: met or likely targets of those assessable, in the order of the group's regions."""

    title: str
    counts: tuple[tuple[int, int], ...]

    @property
    def middle(self) -> float | None:
        """The median of the shares; none where nothing can be assessed anywhere."""
        shares = [good / assessable for good, assessable in self.counts if assessable]
        return median(shares) if shares else None


@dataclass(frozen=True)
class PeerGroup:
    """Regions of one level under one parent: fields, and where each lags behind most of the others, or leads."""

    members: tuple[RegionVerdicts, ...]
    fields: tuple[FieldShares, ...]
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


def peer_groups(everyone: Sequence[RegionVerdicts]) -> tuple[PeerGroup, ...]:
    """All regions with ENOUGH peers, by level and parent in the order of the region list."""
    families: dict[tuple[str, str | None], list[RegionVerdicts]] = {}
    for member in everyone:
        families.setdefault((member.region.level.value, member.region.parent), []).append(member)
    return tuple(_group(tuple(members)) for members in families.values() if len(members) > ENOUGH)


def _group(members: tuple[RegionVerdicts, ...]) -> PeerGroup:
    apart = [standing_apart(member, [peer for peer in members if peer is not member]) for member in members]
    return PeerGroup(
        members,
        tuple(_fields(members)),
        tuple(item for behind, _ in apart for item in behind),
        tuple(item for _, ahead in apart for item in ahead),
    )


def standing_apart(
    member: RegionVerdicts, peers: Sequence[RegionVerdicts]
) -> tuple[tuple[TargetComparison, ...], tuple[TargetComparison, ...]]:
    """Targets on which a region lags behind most of its peers, and those on which it leads; of ENOUGH judged peers."""
    judged = [_target(row, peers) for row in member.rows if row.status in (*GOOD, *BAD)]
    apart = [item for item in judged if item.judged >= ENOUGH]
    return (
        tuple(item for item in apart if item.row.status in BAD and 2 * item.good > item.judged),
        tuple(item for item in apart if item.row.status in GOOD and 2 * item.bad > item.judged),
    )


def _target(row: TargetRow, peers: Sequence[RegionVerdicts]) -> TargetComparison:
    others = [peer.by_target[row.place.target.id] for peer in peers if row.place.target.id in peer.by_target]
    status = [other.status for other in others if other.status is not Status.NOT_ASSESSABLE]
    return TargetComparison(row, sum(s in GOOD for s in status), sum(s in BAD for s in status), len(status))


def _fields(members: Sequence[RegionVerdicts]) -> list[FieldShares]:
    """Every field that one of the regions is judged on, in the plans' order."""
    rows = [by_field(member) for member in members]
    keys = dict.fromkeys(key for found in rows for key in found)
    language = members[0].subject.language
    titles = {key: next(found[key] for found in rows if key in found)[0].place for key in keys}
    return [
        FieldShares(titles[key].field.title.in_language(language), tuple(_shares(found.get(key, ())) for found in rows))
        for key in keys
    ]


def _shares(rows: Sequence[TargetRow]) -> tuple[int, int]:
    return sum(row.status in GOOD for row in rows), sum(row.is_assessable for row in rows)


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
