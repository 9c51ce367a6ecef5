"""What each department answers for: its targets over all regions, those in trouble first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sxresearch.assessment.miss_counts import OpenTarget, miss_count
from sxresearch.assessment.status import DECIDED, StatusGroup, group_of
from sxresearch.brief.content.headline import counted, ranged
from sxresearch.brief.content.regions.matrix import department_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.language import say
from sxresearch.terms import Flag, Language

_ORDER = {Flag.URGENT: 0, Flag.WATCH: 1, Flag.NONE: 2}


@dataclass(frozen=True)
class Duty:
    """A department and the targets that it answers for, each in each region: the urgent first, then by chance."""

    department: str
    rows: tuple[TargetRow, ...]

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.rows[0].subject.language

    @property
    def lead(self) -> str:
        """What it answers for and how that stands, in one sentence."""
        open_ = [(row, row.chance) for row in self.rows if row.status not in DECIDED and row.chance is not None]
        missed = sum(group_of(row.status) is StatusGroup.MISSED for row in self.rows)
        chances = [
            OpenTarget(row.subject.region.code, str(row.place.target.indicator), chance) for row, chance in open_
        ]
        misses = miss_count(missed, chances)
        return say(
            "pack-department-lead", self.language, department=self.department,
            targets=str(len({row.place.target.id for row in self.rows})),
            regions=str(len({row.subject.region.code for row in self.rows})), total=str(len(self.rows)),
            assessable=str(sum(row.is_assessable for row in self.rows)),
            misses=ranged(misses.expected, misses.low, misses.high, self.language),
            met_now=str(sum(row.met_now is True for row in self.rows)),
            urgent=str(self._flagged(Flag.URGENT)), watch=str(self._flagged(Flag.WATCH)),
        )  # fmt: skip

    def _flagged(self, flag: Flag) -> int:
        return sum(row.flag is flag for row in self.rows)


@dataclass(frozen=True)
class DepartmentsContent:
    """The page of all departments; ``links`` has region code to the address of its brief, relative to the page.

    ``lead`` says which regions are left out, where some are.
    """

    title: str
    duties: tuple[Duty, ...]
    links: Mapping[str, str]
    synthetic: bool
    internal: bool
    lead: str = ""

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.duties[0].language


def departments_content(
    shown: Sequence[RegionVerdicts], regions: int, links: Mapping[str, str], *, internal: bool
) -> DepartmentsContent | None:
    """What the departments answer for in the regions shown, of ``regions`` in the run; none where none is named."""
    found = duties(shown)
    if not found:
        return None
    language = found[0].language
    title = say("brief-departments-title", language)
    lead = ""
    if regions > len(shown):
        lead = say("brief-departments-many", language, regions=str(regions), named=str(len(shown)))
    return DepartmentsContent(title, found, links, any(m.subject.synthetic for m in shown), internal, lead)


def duties(shown: Sequence[RegionVerdicts]) -> tuple[Duty, ...]:
    """Every department that is named, by name; a region's own bears the region's name."""
    found: dict[str, list[TargetRow]] = {}
    for member in shown:
        for row in counted(member.rows):
            if not row.is_checklist and (name := department_of(row)):
                found.setdefault(name, []).append(row)
    return tuple(Duty(name, tuple(sorted(found[name], key=_urgency))) for name in sorted(found))


def _urgency(row: TargetRow) -> tuple[int, float]:
    return _ORDER[row.flag], 1.0 if row.chance is None else row.chance
