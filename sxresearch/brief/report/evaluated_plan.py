"""One plan in one region, ready to be reported on: its verdicts, and those of its peers and of the region above."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sxresearch.assessment.disparity.disparity import Disparity, disparities
from sxresearch.assessment.effect.plan_effect import PlanEffect, effects
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.brief_content import BriefContent, FieldPart, brief_content
from sxresearch.brief.content.judged_targets import judged_targets
from sxresearch.brief.content.regions.peers import peers_of
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.errors import BadParameter, Fault
from sxresearch.monitoring.ledger.judgements import JudgementSource
from sxresearch.plan.catalogue import Plan, PlanField
from sxresearch.terms import Language


@dataclass(frozen=True)
class TargetOpinion:
    """What people said of a target: the department's own judgement and the panel's decision, as finished texts."""

    department: str = ""
    panel: str = ""


Opinions = Mapping[str, TargetOpinion]
"""Target id to what people said of it."""


@dataclass(frozen=True)
class EvaluatedPlan:
    """One plan in one region.

    ``content`` holds its verdicts alone, ``peers`` the regions of the same level under the same parent, ``above`` the
    region that they lie in, none where the assessment has no verdict on it.
    """

    plan: Plan
    content: BriefContent
    peers: tuple[RegionVerdicts, ...]
    above: RegionVerdicts | None
    opinions: Opinions = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.content.language

    @property
    def region_name(self) -> str:
        """The region's name."""
        return self.content.subject.region.title(self.language)

    @property
    def member(self) -> RegionVerdicts:
        """The region itself, as it is compared with others."""
        return RegionVerdicts(self.content.subject, self.content.rows)

    @property
    def measurable(self) -> tuple[TargetRow, ...]:
        """The targets that a number can judge."""
        return tuple(row for row in self.content.rows if not row.is_checklist)

    @cached_property
    def courses(self) -> tuple[PlanEffect, ...]:
        """Whether the course of each indicator changed when the plan began, by the figures that may be shown."""
        subject = self.content.subject
        return effects(subject.inputs, subject.region.code, subject.as_of, self.plan.period[0], internal=True)

    @cached_property
    def differences(self) -> tuple[Disparity, ...]:
        """How far the regions right below lie apart, indicator by indicator; none without parts that report."""
        subject = self.content.subject
        if not any(region.parent == subject.region.code for region in subject.inputs.regions):
            return ()
        return disparities(subject.inputs, subject.region.code, subject.as_of, internal=True)

    def part(self, item: PlanField) -> FieldPart:
        """A field with its targets, empty where none of them can be measured."""
        found = (part for part in self.content.fields if part.field is item)
        return next(found, FieldPart(self.plan, item, item.title.in_language(self.language), (), ()))


def plans_of(inputs: Inputs, region: str, wanted: Sequence[str] = ()) -> tuple[Plan, ...]:
    """The plans to report on: those named, else those that bind the region and are not counted apart.

    Raises
    ------
    BadParameter
        If no plan binds the region.
    """
    bound = [plan for plan in inputs.plans if region in plan.binds(inputs.regions)]
    found = [plan for plan in bound if plan.id in wanted] if wanted else [p for p in bound if not p.counted_apart]
    if not found:
        raise BadParameter.of("report-no-plan", "", code=region, name=inputs.regions[region].name)
    return tuple(found)


def evaluated_plan(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    plan: Plan,
    lang: str = "zh",
    record: TrackRecord | None = None,
    *,
    internal: bool = False,
    opinions: Opinions | None = None,
) -> EvaluatedPlan:
    """``region`` under ``plan``; ``assessment`` may hold other regions and plans too.

    Raises
    ------
    BadParameter
        If the assessment has no verdict on the region under this plan, or the language is not one of ours.
    """
    own = _of_plan(assessment, plan)
    narrowed = replace(inputs, plans=(plan,))
    content = brief_content(narrowed, own, region, lang, record, internal)
    above, same = _beside(narrowed, own, region, content.language, internal=internal)
    said = ledger_opinions(content.rows) if opinions is None else opinions
    return EvaluatedPlan(plan, content, same, above, said)


def ledger_opinions(rows: Iterable[TargetRow]) -> Opinions:
    """What the ledger of judgements holds of these targets: answer, who and when, reason and evidence."""
    found: dict[str, TargetOpinion] = {}
    for item in judged_targets(rows):
        said = "\n".join((item.answer, item.signed, item.judgement.reason, item.judgement.evidence))
        target = item.row.place.target.id
        known = found.get(target, TargetOpinion())
        mine = item.judgement.source is JudgementSource.DEPARTMENT
        found[target] = replace(known, department=said) if mine else replace(known, panel=said)
    return found


def _of_plan(assessment: Assessment, plan: Plan) -> Assessment:
    targets = {target.id for _, _, target in plan.places()}
    tables = (table[table["target"].isin(targets)] for table in (assessment.verdicts, assessment.fans))
    return Assessment(*(table.reset_index(drop=True) for table in tables))


def _beside(
    inputs: Inputs, assessment: Assessment, region: str, language: Language, *, internal: bool
) -> tuple[RegionVerdicts | None, tuple[RegionVerdicts, ...]]:
    own = inputs.regions[region]
    wanted = [item.code for item in inputs.regions if item.code in (region, own.parent) or item.parent == own.parent]
    found = members(inputs, assessment, language, wanted, internal=internal)
    me = next(member for member in found if member.region.code == region)
    above = next((member for member in found if member.region.code == own.parent), None)
    return above, peers_of(me, found)


def judged_with(inputs: Inputs, regions: Sequence[str]) -> tuple[str, ...]:
    """The regions and all that their reports compare them with, as far as they have data.

    Raises
    ------
    BadParameter
        If a region is not in the region list.
    """
    unknown = [code for code in regions if code not in inputs.regions]
    if unknown:
        raise BadParameter([Fault.of("region-unknown", "", code=code) for code in unknown])
    parents = {inputs.regions[code].parent for code in regions}
    return tuple(
        code
        for code in inputs.regions_with_data()
        if code in regions
        or code in parents
        or (inputs.regions[code].parent in parents and inputs.regions[code].parent)
    )
