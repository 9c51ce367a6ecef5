"""Everything that the overview says, as values: many regions at once, none of them ranked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.rates import attainment
from sxresearch.assessment.stored_verdicts import load_verdicts
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.headline import counted, counted_apart
from sxresearch.brief.content.intervals import IntervalPlot, interval_plots
from sxresearch.brief.content.one_sided_record import corrected_number
from sxresearch.brief.content.regions.changes import Changes, changes
from sxresearch.brief.content.regions.funnels import Funnel, attainment_funnel, rate_funnels
from sxresearch.brief.content.regions.matrix import Matrix, department_of, matrix
from sxresearch.brief.content.regions.peers import PeerGroup, peer_groups, peers_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.brief.content.since.changed_answers import ChangedAnswer, SinceYearBefore, since_year_before
from sxresearch.brief.content.since.moves import Move, listed_place
from sxresearch.brief.content.wording import asked_language
from sxresearch.errors import BadParameter
from sxresearch.language import say, word
from sxresearch.terms import Language, Level


class SummaryBy(StrEnum):
    """What the targets are summed up by, in the order of the page."""

    PLAN = "plan"
    FIELD = "field"
    LEVEL = "level"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class SummaryRow:
    """Targets of one plan, field, level or department: counts and the shares of them, as ``attainment`` gives them."""

    name: str
    counts: Mapping[str, float]


@dataclass(frozen=True)
class OverviewContent:
    """The regions of an overview in the order of the region list, and what it compares them with.

    ``focus`` is the region whose peers the plots compare; ``before`` the verdicts of an earlier run; ``links`` region
    code to the address of its brief, relative to the page; ``internal`` says that small counts are shown; ``since`` has
    the answers of a year before by region, ``corrected`` the number of misses as a record that errs on one side would
    correct it; ``lead`` stands before everything else, where there is something to say first.
    """

    title: str
    members: tuple[RegionVerdicts, ...]
    focus: RegionVerdicts
    before: pd.DataFrame | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    internal: bool = False
    since: Mapping[str, SinceYearBefore] = field(default_factory=dict)
    corrected: Mapping[str, float] = field(default_factory=dict)
    lead: str = ""

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.focus.subject.language

    @property
    def as_of(self) -> int:
        """The last data year used."""
        return max(member.subject.as_of for member in self.members)

    @property
    def synthetic(self) -> bool:
        """Whether any region's figures are synthetic."""
        return any(member.subject.synthetic for member in self.members)

    @cached_property
    def matrix(self) -> Matrix:
        """All measurable targets against all regions."""
        return matrix(self.members)

    @cached_property
    def verdicts(self) -> pd.DataFrame:
        """The verdicts of all regions, with the level of each; ``apart`` where the document is counted apart.

        A region's own department bears the region's name.
        """
        parts = []
        for member in self.members:
            table = member.subject.assessment.verdicts.assign(level=member.region.level.value)
            apart = {row.place.target.id for row in counted_apart(member.rows)}
            named = {row.place.target.id: department_of(row) or None for row in member.rows}
            parts.append(table.assign(apart=table["target"].isin(apart), department=table["target"].map(named)))
        return pd.concat(parts, ignore_index=True)

    @cached_property
    def peers(self) -> tuple[RegionVerdicts, ...]:
        """The focus and its peers in the order of the region list: whom the plots compare."""
        wanted = {self.focus.region.code, *(peer.region.code for peer in peers_of(self.focus, self.members))}
        return tuple(member for member in self.members if member.region.code in wanted)

    @cached_property
    def groups(self) -> tuple[PeerGroup, ...]:
        """Every region beside its peers."""
        return peer_groups(self.members)

    @cached_property
    def changed_answers(self) -> tuple[ChangedAnswer, ...]:
        """What changed since the year before, over all regions: the worse first, larger steps before smaller."""
        found = (item for one in self.since.values() for item in one.listed)
        return tuple(sorted(found, key=lambda item: listed_place(item.move, item.step)))

    @cached_property
    def moves(self) -> Mapping[Move, int]:
        """How many answers of all regions went which way since the year before."""
        found = sum((Counter(one.moves) for one in self.since.values()), Counter())
        return {move: found[move] for move in Move if found[move]}

    @property
    def years_compared(self) -> tuple[tuple[int, int], ...]:
        """The last data years of the answers that are compared: the year before and the latest."""
        return tuple(sorted({(one.before.as_of, one.now.as_of) for one in self.since.values()}))

    @cached_property
    def changes(self) -> Changes | None:
        """What changed since the earlier run."""
        return None if self.before is None or self.before.empty else changes(self.before, self.members)

    @cached_property
    def funnels(self) -> tuple[Funnel, ...]:
        """The share attained, and the rates of rare events."""
        first = attainment_funnel(self.peers)
        return (*((first,) if first else ()), *rate_funnels(self.peers))

    @cached_property
    def intervals(self) -> tuple[IntervalPlot, ...]:
        """The targets that most peers will probably miss, region by region."""
        return interval_plots(self.peers)

    def summary(self, by: SummaryBy) -> tuple[SummaryRow, ...]:
        """Counts and shares by plan, field, level or department, in the order of the verdicts.

        What spans plans leaves out the documents that are counted apart.
        """
        of_one_plan = by in (SummaryBy.PLAN, SummaryBy.FIELD)
        verdicts = self.verdicts if of_one_plan else self.verdicts[~self.verdicts["apart"]]
        keys = ["plan", "field"] if by is SummaryBy.FIELD else [by.value]
        table = attainment(verdicts, keys)
        return tuple(
            SummaryRow(self._name(by, key if isinstance(key, tuple) else (key,)), row.to_dict())
            for key, row in table.iterrows()
            if row["total"]
        )

    def _name(self, by: SummaryBy, key: tuple[Any, ...]) -> str:
        if by is SummaryBy.LEVEL:
            return word("level", str(key[0]), self.language)
        if by is SummaryBy.DEPARTMENT:
            return str(key[0]) or say("brief-overview-no-department", self.language)
        places = [row.place for row in self.matrix.rows if row.place.plan.id == key[0]]
        if by is SummaryBy.PLAN:
            title = places[0].plan.title.in_language(self.language)
            aside = set(self.verdicts.loc[self.verdicts["plan"] == key[0], "apart"]) == {True}
            return say("brief-overview-plan-apart", self.language, plan=title) if aside else title
        return next(place.field.title.in_language(self.language) for place in places if place.field.id == key[1])

    @property
    def headline(self) -> dict[str, Any]:
        """What the exporter needs to make a page of it."""
        return {
            "title": self.title,
            "language": self.language.value,
            "synthetic": self.synthetic,
            "internal": self.internal,
            "regions": len(self.members),
            "as_of": self.as_of,
        }


def overview_content(
    inputs: Inputs,
    assessment: Assessment,
    region: str | None = None,
    lang: str = "zh",
    *,
    previous: Path | str | None = None,
    briefs: str = "",
    internal: bool = False,
) -> OverviewContent:
    """What the overview of all assessed regions says.

    Parameters
    ----------
    region
        The region whose peers the plots compare; by default the first city.
    previous
        The stored verdicts of an earlier run (``verdicts.parquet``).
    briefs
        Folder of the briefs, relative to the page; they are called ``<region>.html``.
    internal
        Whether small counts of counties are shown; the page is marked 内部资料 then.

    Raises
    ------
    BadParameter
        If nothing was assessed, the region was not, or the earlier verdicts can't be read.
    """
    shown = members(inputs, assessment, asked_language(lang), internal=internal)
    if not shown or region not in {None, *(member.region.code for member in shown)}:
        raise BadParameter.of("brief-no-verdicts", region=region or "–")
    folder = f"{briefs.rstrip('/')}/" if briefs else ""
    return overview_of(
        shown,
        region=region,
        before=load_verdicts(Path(previous)) if previous else None,
        links={member.region.code: f"{folder}{member.region.code}.html" for member in shown},
        internal=internal,
    )


def overview_of(
    shown: Sequence[RegionVerdicts],
    *,
    title: str = "",
    lead: str = "",
    region: str | None = None,
    before: pd.DataFrame | None = None,
    links: Mapping[str, str] | None = None,
    internal: bool = False,
) -> OverviewContent:
    """The overview of regions whose verdicts are in words already."""
    cities = (member for member in shown if member.region.level is Level.CITY)
    focus = next((m for m in shown if m.region.code == region), None) or next(cities, shown[0])
    heading = title or say("brief-overview-title", focus.subject.language)
    return OverviewContent(heading, tuple(shown), focus, before, links or {}, internal, lead=lead)


def beside_history(
    content: OverviewContent, before: YearBefore, records: Mapping[str, TrackRecord], inputs: Inputs
) -> OverviewContent:
    """The same overview with the answers of a year before, and the misses as the regions' ``records`` correct them."""
    silent = {region for region, record in records.items() if record.withhold}
    told = [(member.subject, member.rows) for member in content.members]
    since = since_year_before(told, before, inputs, withheld=silent, internal=content.internal)
    found = {
        member.region.code: corrected_number(records[member.region.code], member.counts, counted(member.rows))
        for member in content.members
        if member.region.code in records
    }
    corrected = {region: number for region, number in found.items() if number is not None}
    return replace(content, since=since, corrected=corrected)
