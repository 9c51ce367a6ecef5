"""Several regions side by side: the worded verdicts of each, without charts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.headline import AnswerCounts, count, counted, counted_apart
from sxresearch.brief.content.subject import PublishedRegions, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.target_rows import target_rows
from sxresearch.brief.content.warning_list import Alert, alerts
from sxresearch.plan.regions import Region
from sxresearch.terms import Language


@dataclass(frozen=True)
class RegionVerdicts:
    """One region among others: its verdicts in words, in the plans' order."""

    subject: Subject
    rows: tuple[TargetRow, ...]

    @property
    def region(self) -> Region:
        """The region itself."""
        return self.subject.region

    @property
    def name(self) -> str:
        """The region's name in the language of the texts."""
        return self.region.title(self.subject.language)

    @cached_property
    def counts(self) -> AnswerCounts:
        """Its targets by answer."""
        return count(counted(self.rows))

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """Its warning list, most urgent first."""
        return alerts(self.subject, counted(self.rows))

    @cached_property
    def alerts_apart(self) -> tuple[Alert, ...]:
        """Warnings about documents that are counted apart."""
        return alerts(self.subject, counted_apart(self.rows))

    @cached_property
    def by_target(self) -> dict[str, TargetRow]:
        """Target id to its row."""
        return {row.place.target.id: row for row in self.rows}


def members(
    inputs: Inputs,
    assessment: Assessment,
    language: Language,
    regions: Iterable[str] | None = None,
    *,
    internal: bool = False,
) -> tuple[RegionVerdicts, ...]:
    """Every region that the assessment has verdicts on (of ``regions``, if given), in the order of the region list.

    Without ``internal`` small counts of counties are left out.
    """
    judged = set(assessment.verdicts["region"])
    wanted = judged if regions is None else judged & set(regions)
    published = PublishedRegions(inputs, assessment, language, internal=internal)
    return tuple(each_member(published, (region for region in inputs.regions if region.code in wanted)))


def each_member(published: PublishedRegions, regions: Iterable[Region]) -> Iterator[RegionVerdicts]:
    """The ``regions`` one after another, for who need not hold them all."""
    for region in regions:
        subject = published.subject(region)
        yield RegionVerdicts(subject, target_rows(subject))
