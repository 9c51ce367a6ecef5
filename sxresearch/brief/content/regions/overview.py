"""Everything that the overview says, as values: many regions at once, none of them ranked."""

from collections.abc import Iterable, Mapping, Sequence
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
from sxresearch.brief.content.since.changed_answers import SinceOfRegions, since_of_regions
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
class WholeRun:
    """All regions of a run of which an overview names only some: what its sums are made of.

    ``matrix`` has every target, and those departments that answer for one in a named region.
    """

    verdicts: pd.DataFrame
    matrix: Matrix
    changes: Changes | None
    synthetic: bool


@dataclass(frozen=True)
class OverviewContent:
    """The regions of an overview in the order of the region list, and what it compares them with.

    ``focus`` is the region whose peers the plots compare; ``before`` the verdicts of an earlier run; ``links`` region
    code to the address of its brief, relative to the page; ``internal`` says that small counts are shown; ``since``
    tells what changed since the year before, where there is one, ``corrected`` the number of misses as a record that
    errs on one side would correct it; ``lead`` stands before everything else, where there is something to say first;
    ``whole`` has the regions of a large run, of which ``members`` are only some.
    """

    title: str
    members: tuple[RegionVerdicts, ...]
    focus: RegionVerdicts
    before: pd.DataFrame | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    internal: bool = False
    since: SinceOfRegions | None = None
    corrected: Mapping[str, float] = field(default_factory=dict)
    lead: str = ""
    whole: WholeRun | None = None

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.focus.subject.language

    @property
    def as_of(self) -> int:
        """The last data year used."""
        return int(self.verdicts["as_of"].max()) if self.whole else max(one.subject.as_of for one in self.members)

    @property
    def synthetic(self) -> bool:
        """Whether any region's figures are synthetic."""
        return self.whole.synthetic if self.whole else any(member.subject.synthetic for member in self.members)

    @cached_property
    def matrix(self) -> Matrix:
        """All measurable targets against all regions."""
        return self.whole.matrix if self.whole else matrix(self.members)

    @cached_property
    def verdicts(self) -> pd.DataFrame:
        """The verdicts of all regions, with the level of each; ``apart`` where the document is counted apart.

        A region's own department bears the region's name.
        """
        return self.whole.verdicts if self.whole else pd.concat(map(verdicts_of, self.members), ignore_index=True)

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
    def changes(self) -> Changes | None:
        """What changed since the earlier run."""
        if self.whole:
            return self.whole.changes
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
        if self.whole and by is SummaryBy.DEPARTMENT:  # those of the counties are thousands
            verdicts = verdicts[verdicts["department"].isna() | verdicts["department"].isin(self.matrix.departments)]
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
            "regions": len(self.matrix.regions),
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


def verdicts_of(member: RegionVerdicts) -> pd.DataFrame:
    """The verdicts of one region, see :attr:`OverviewContent.verdicts`."""
    table = member.subject.assessment.verdicts.assign(level=member.region.level.value)
    apart = {row.place.target.id for row in counted_apart(member.rows)}
    named = {row.place.target.id: department_of(row) or None for row in member.rows}
    return table.assign(apart=table["target"].isin(apart), department=table["target"].map(named))


def silent_regions(records: Mapping[str, TrackRecord]) -> set[str]:
    """The regions whose record speaks against probabilities."""
    return {region for region, record in records.items() if record.withhold}


def corrected_misses(shown: Iterable[RegionVerdicts], records: Mapping[str, TrackRecord]) -> dict[str, float]:
    """Region code to the misses as its record corrects them, where that errs on one side."""
    found = {
        member.region.code: corrected_number(records[member.region.code], member.counts, counted(member.rows))
        for member in shown
        if member.region.code in records
    }
    return {region: number for region, number in found.items() if number is not None}


def beside_history(
    content: OverviewContent, before: YearBefore, records: Mapping[str, TrackRecord], inputs: Inputs
) -> OverviewContent:
    """The same overview with the answers of a year before, and the misses as the regions' ``records`` correct them."""
    told = ((member.subject, member.rows) for member in content.members)
    silent = silent_regions(records)
    since = since_of_regions(told, before, inputs, withheld=silent, internal=content.internal)
    return replace(content, since=since, corrected=corrected_misses(content.members, records))
