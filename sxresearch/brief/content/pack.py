"""What is taken to a meeting, as values: a region's report, a province with its cities, or one department's targets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.brief_content import BriefContent, brief_content
from sxresearch.brief.content.regions.departments import Duty
from sxresearch.brief.content.regions.matrix import Matrix, matrix
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.brief.content.wording import mark
from sxresearch.errors import BadParameter
from sxresearch.language import say
from sxresearch.terms import Language, Status


class PackKind(StrEnum):
    """What a pack is about."""

    REGION = "region"
    FAMILY = "family"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Pack:
    """The contents of one Word file and one Excel file.

    ``main`` is described in full, with charts; ``members`` are all regions in it, ``main`` among them.
    ``department`` is empty except for a department's pack, whose contents hold its targets only; ``lead`` then says in
    one sentence what it answers for, over all its regions.
    """

    kind: PackKind
    title: str
    main: BriefContent
    members: tuple[RegionVerdicts, ...]
    department: str = ""
    lead: str = ""

    @property
    def language(self) -> Language:
        """The language of every text."""
        return self.main.language

    @property
    def synthetic(self) -> bool:
        """Whether any region's figures are synthetic."""
        return any(member.subject.synthetic for member in self.members)

    @property
    def internal(self) -> bool:
        """Whether small counts are shown, so that it is not for publication."""
        return self.main.internal

    @property
    def mark(self) -> str:
        """The marks of internal use and of synthetic figures in both languages, empty where neither applies."""
        return mark(internal=self.internal, synthetic=self.synthetic)

    @property
    def several(self) -> bool:
        """Whether more than one region takes part."""
        return len(self.members) > 1

    @cached_property
    def matrix(self) -> Matrix:
        """All targets of the pack against its regions."""
        return matrix(self.members)


def region_pack(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    lang: str = "zh",
    record: TrackRecord | None = None,
    internal: bool = False,
) -> Pack:
    """The pack of one region; ``record`` is the track record of its panel, ``internal`` as for its brief.

    Raises
    ------
    BadParameter
        If the assessment has no verdict on the region, or the language is not one of ours.
    """
    content = brief_content(inputs, assessment, region, lang, record, internal)
    title = say("pack-title", content.language, region=content.subject.region.title(content.language))
    return Pack(PackKind.REGION, title, content, (RegionVerdicts(content.subject, content.rows),))


def family_pack(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    lang: str = "zh",
    record: TrackRecord | None = None,
    internal: bool = False,
) -> Pack:
    """The pack of a region with the regions directly below it, as far as the assessment has verdicts on them.

    Raises
    ------
    BadParameter
        As for one region.
    """
    alone = region_pack(inputs, assessment, region, lang, record, internal)
    below = [item.code for item in inputs.regions if item.parent == region]
    all_members = members(inputs, assessment, alone.language, [region, *below], internal=internal)
    if len(all_members) == 1:
        return alone
    title = say("pack-title-family", alone.language, region=alone.main.subject.region.title(alone.language))
    return replace(alone, kind=PackKind.FAMILY, title=title, members=all_members)


def department_pack(
    inputs: Inputs,
    assessment: Assessment,
    department: str,
    lang: str = "zh",
    region: str | None = None,
    internal: bool = False,
) -> Pack:
    """The pack of one responsible department: over all regions, or in one.

    Described in full is the region in which most of the department's targets can be assessed.

    Raises
    ------
    BadParameter
        If no target (of the region) names the department, with the departments that are named; or if several regions
        have their own department of that name and none of them is chosen.
    """
    several = inputs.responsibility.only_in(department)
    if region is None and len(several) > 1:
        names = _listed([f"{code} {inputs.regions[code].name}" for code in several])
        raise BadParameter.of("pack-department-several", department=department, regions=names)
    verdicts = assessment.verdicts if region is None else assessment.verdicts[assessment.verdicts["region"] == region]
    own = verdicts[verdicts["department"] == department]
    if own.empty:
        named = sorted(set(verdicts["department"].dropna()))
        raise BadParameter.of("pack-department-unknown", department=department, known=_listed(named))
    fans = assessment.fans[assessment.fans["target"].isin(set(own["target"]))]
    narrowed = Assessment(own.reset_index(drop=True), fans.reset_index(drop=True))
    main = brief_content(inputs, narrowed, _leading_region(own, inputs), lang, internal=internal)
    several_own = inputs.responsibility.only_in(department)
    place = "" if region is None and not several_own else main.subject.region.title(main.language)
    key = "pack-title-department-of" if place else "pack-title-department"
    title = say(key, main.language, department=department, region=place)
    shown = members(inputs, narrowed, main.language, internal=internal)
    rows = tuple(row for member in shown for row in member.rows if not row.is_checklist)
    lead = Duty(department, rows).lead if rows else ""
    return Pack(PackKind.DEPARTMENT, title, main, shown, department, lead)


def _leading_region(verdicts: pd.DataFrame, inputs: Inputs) -> str:
    """The region with most targets that can be assessed; of several the first of the region list."""
    known = verdicts[verdicts["status"] != Status.NOT_ASSESSABLE.value]
    count = Counter(known["region"])
    judged = set(verdicts["region"])
    return max((item.code for item in inputs.regions if item.code in judged), key=lambda code: count[code])


def _listed(names: Sequence[str]) -> str:
    return "、".join(names) or "–"
