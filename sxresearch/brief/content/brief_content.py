"""Everything a brief says, as values: text, tables and charts are made from this and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.track_record.withholding import withheld
from sxresearch.assessment.verdict import Assessment
from sxresearch.assessment.year_before import YearBefore
from sxresearch.brief.content.answer.four_answers import FourAnswers, four_answers
from sxresearch.brief.content.answer.priorities import is_in_doubt
from sxresearch.brief.content.chart_panels import ChartPanel, panels
from sxresearch.brief.content.comparison.scenario_rows import WhatIf, what_ifs
from sxresearch.brief.content.data_findings import DataFinding, findings
from sxresearch.brief.content.gaps import GapRow, gap_rows
from sxresearch.brief.content.headline import AnswerCounts, count, counted, counted_apart, headline_data
from sxresearch.brief.content.one_sided_record import corrected_number, with_correction
from sxresearch.brief.content.panel_record import RecordText, record_text
from sxresearch.brief.content.provenance import Provenance, provenance
from sxresearch.brief.content.quality_years import QualityLine, judged_table, quality_lines
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.brief.content.since.changed_answers import SinceYearBefore, since_year_before
from sxresearch.brief.content.subject import PublishedRegions, Subject
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.target_rows import target_rows
from sxresearch.brief.content.warning_list import Alert, alerts, unflagged_warnings
from sxresearch.brief.content.wording import asked_language
from sxresearch.errors import BadParameter
from sxresearch.language import say, word
from sxresearch.monitoring.quality.summary.dimensions import tallied
from sxresearch.plan.catalogue import Plan, PlanField
from sxresearch.terms import Language

RECORD = "record"
METHOD = ("question", "projection", "evidence", "counts", "status", "misses", RECORD, "limits")
"""Paragraphs in their order: ``brief-method-<name>`` is the heading, ``brief-method-<name>-text`` the text."""


@dataclass(frozen=True)
class FieldPart:
    """One field of a plan: its measurable targets, the charts of those named in ``charted``, its checklist items."""

    plan: Plan
    field: PlanField
    title: str
    rows: tuple[TargetRow, ...]
    panels: tuple[ChartPanel, ...]
    charted: tuple[str, ...] = ()
    checklist: tuple[TargetRow, ...] = ()

    @property
    def in_doubt(self) -> tuple[ChartPanel, ...]:
        """Charts of targets that can still go either way, or that are off course without a probability."""
        return tuple(panel for panel, doubtful in self._by_doubt() if doubtful)

    @property
    def other_panels(self) -> tuple[ChartPanel, ...]:
        """All other charts."""
        return tuple(panel for panel, doubtful in self._by_doubt() if not doubtful)

    def _by_doubt(self) -> Iterator[tuple[ChartPanel, bool]]:
        names = {row.place.target.id for row in self.rows if is_in_doubt(row)}
        for panel, target in zip(self.panels, self.charted, strict=True):
            yield panel, target in names

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """What the answers of this field hang on, each sentence once, in the order of the targets."""
        return tuple(dict.fromkeys(sentence for row in self.rows for sentence in _beside_reason(row)))

    def marks(self, row: TargetRow) -> list[int]:
        """The numbers, from 1, of the sentences among ``readings`` that concern a target of this field."""
        return [1 + self.readings.index(sentence) for sentence in _beside_reason(row)]


def _beside_reason(row: TargetRow) -> list[str]:
    """What the reason of a target that can't be assessed, which stands in the table, does not say already."""
    said = "" if row.is_assessable else row.reason
    return [sentence for sentence in row.readings if sentence not in said]


@dataclass(frozen=True)
class BriefContent:
    """What one brief says, in one language.

    ``rows`` are all verdicts in the plans' order; ``checklist`` those that no number decides;
    ``counts``, ``alerts`` and ``unflagged_warnings`` leave out the documents that are counted apart;
    ``alerts`` the flagged ones by urgency, ``alerts_apart`` those of these documents; ``unflagged_warnings`` those with
    another warning about the indicator;
    ``record`` is none where no track record was asked for; ``withheld`` says that it forbids probabilities;
    ``quality`` has one line per year on the data; ``internal`` says that small counts are shown, and that the brief is
    not for publication. ``what_ifs`` are the chances along other paces; ``parts`` the regions that a province is made
    of, where the assessment holds their verdicts.
    """

    subject: Subject
    title: str
    subtitle: str
    counts: AnswerCounts
    rows: tuple[TargetRow, ...]
    alerts: tuple[Alert, ...]
    alerts_apart: tuple[Alert, ...]
    unflagged_warnings: tuple[TargetRow, ...]
    fields: tuple[FieldPart, ...]
    checklist: tuple[TargetRow, ...]
    gaps: tuple[GapRow, ...]
    findings: tuple[DataFinding, ...]
    quality: tuple[QualityLine, ...]
    provenance: Provenance
    record: RecordText | None = None
    withheld: bool = False
    internal: bool = False
    since: SinceYearBefore | None = None
    corrected_misses: float | None = None
    what_ifs: tuple[WhatIf, ...] = ()
    parts: tuple[RegionVerdicts, ...] = ()

    @property
    def counted(self) -> tuple[TargetRow, ...]:
        """The rows that the headline counts."""
        return counted(self.rows)

    @property
    def suppressed(self) -> int:
        """How many of the counted targets rest on small counts, so that their numbers are not published."""
        return sum(row.suppressed for row in self.counted)

    @property
    def years(self) -> tuple[int, ...]:
        """The target years of what the headline counts, ascending."""
        return _years(self.counted)

    @property
    def plan_counts(self) -> tuple[tuple[Plan, AnswerCounts], ...]:
        """Each plan with its own counts."""
        own = ((plan, [row for row in self.rows if row.place.plan is plan]) for plan in self.subject.plans)
        return tuple((plan, count(rows)) for plan, rows in own)

    @cached_property
    def answers(self) -> FourAnswers:
        """The four answers in words."""
        return four_answers(self.counts, self.counted, self.alerts, self.record, self.years, self.language)

    @property
    def language(self) -> Language:
        """The language of every text in here."""
        return self.subject.language

    @property
    def synthetic(self) -> bool:
        """Whether the brief must carry the mark of synthetic figures."""
        return self.subject.synthetic

    @property
    def headline(self) -> dict[str, Any]:
        """What the index shows of this brief."""
        region = self.subject.region
        return headline_data(
            self.counts,
            region=region.code,
            name=region.title(self.language),
            level=region.level.value,
            language=self.language.value,
            title=self.title,
            plans=[plan.id for plan in self.subject.plans],
            as_of=self.subject.as_of,
            target_years=list(self.years),
            synthetic=self.synthetic,
            withheld=self.withheld,
            internal=self.internal,
            corrected_misses=None if self.corrected_misses is None else round(self.corrected_misses, 3),
        )


def brief_content(
    inputs: Inputs,
    assessment: Assessment,
    region: str,
    lang: str = "zh",
    record: TrackRecord | None = None,
    internal: bool = False,
) -> BriefContent:
    """What the brief of ``region`` says.

    Parameters
    ----------
    region
        Six-digit code; the assessment must hold its verdicts.
    lang
        ``zh`` or ``en``.
    record
        Track record of the region's panel; where it says ``withhold``, the brief gives no probabilities.
    internal
        Whether small counts of counties are shown; the brief is marked 内部资料 then.

    Raises
    ------
    BadParameter
        If the assessment has no verdict on the region, or the language is not one of ours.
    """
    language = asked_language(lang)
    mine = assessment.of_region(region)
    if mine.verdicts.empty:
        raise BadParameter.of("brief-no-verdicts", region=region)
    shown = withheld(mine, record) if record else mine
    subject = PublishedRegions(inputs, shown, language, internal=internal).subject(inputs.regions[region])
    parts = _parts(inputs, assessment, subject, record, internal=internal)
    content = replace(_content(subject, target_rows(subject)), internal=internal, parts=parts)
    if record is None:
        return content
    said = with_correction(record_text(record, language), record, content.counts, content.counted, language)
    corrected = corrected_number(record, content.counts, content.counted)
    return replace(content, record=said, withheld=record.withhold, corrected_misses=corrected)


def beside_year_before(content: BriefContent, before: YearBefore, inputs: Inputs) -> BriefContent:
    """The same brief with the answers of a year before; ``inputs`` are those that were judged."""
    subject = content.subject
    silent = {subject.region.code} if content.withheld else set()
    found = since_year_before(
        [(subject, content.rows)], before, inputs, withheld=silent, internal=content.internal
    )  # fmt: skip
    return replace(content, since=found.get(subject.region.code))


def _parts(
    inputs: Inputs, assessment: Assessment, subject: Subject, record: TrackRecord | None, *, internal: bool
) -> tuple[RegionVerdicts, ...]:  # fmt: skip
    """What the assessment says of the regions that this one is made of; the record of one panel holds for them all."""
    codes = [region.code for region in subject.neighbours.parts if region.code in assessment.regions]
    if not codes:
        return ()
    judged = assessment.of_regions(codes)
    return members(inputs, withheld(judged, record) if record else judged, subject.language, codes, internal=internal)


def _content(subject: Subject, rows: tuple[TargetRow, ...]) -> BriefContent:
    language, name = subject.language, subject.region.title(subject.language)
    shown = counted(rows)
    separator = say("brief-list-separator", language)
    return BriefContent(
        subject=subject,
        title=say("brief-title", language, region=name),
        subtitle=say(
            "brief-subtitle",
            language,
            plans=separator.join(plan.title.in_language(language) for plan in subject.leading_plans),
            level=word("level", subject.region.level, language),
            as_of=str(subject.as_of),
            years=separator.join(map(str, _years(shown))),
        ),
        counts=count(shown),
        rows=rows,
        alerts=alerts(subject, shown),
        alerts_apart=alerts(subject, counted_apart(rows)),
        unflagged_warnings=unflagged_warnings(shown),
        fields=tuple(_fields(subject, rows)),
        checklist=tuple(row for row in rows if row.is_checklist),
        gaps=gap_rows(subject, rows),
        findings=findings(subject, rows),
        quality=_quality(subject),
        provenance=provenance(subject),
        what_ifs=what_ifs(subject, rows),
    )


def _quality(subject: Subject) -> tuple[QualityLine, ...]:
    """One line per year on the figures that the plans ask of the region."""
    table = subject.inputs.observations.table
    mine = table[table["region"] == subject.region.code]
    judged = judged_table(mine, subject.leading_plans, [subject.region.code], subject.as_of)
    return quality_lines(tallied(judged, "year"))


def _years(rows: Sequence[TargetRow]) -> tuple[int, ...]:
    return tuple(sorted({int(row.row.target_year) for row in rows}))


def _fields(subject: Subject, rows: Sequence[TargetRow]) -> list[FieldPart]:
    measurable = [row for row in rows if not row.is_checklist]
    drawn = panels(subject, measurable)
    parts = []
    for plan in subject.plans:
        for field in plan.fields:
            own = tuple(row for row in measurable if row.place.plan is plan and row.place.field is field)
            charted = tuple(row.place.target.id for row in own if row.place.target.id in drawn)
            charts = tuple(drawn[target] for target in charted)
            listed = tuple(
                row for row in rows if row.is_checklist and row.place.plan is plan and row.place.field is field
            )
            title = field.title.in_language(subject.language)
            if own or listed:
                parts.append(FieldPart(plan, field, title, own, charts, charted, listed))
    return parts


def method_paragraphs(record: RecordText | None, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and sentences of every paragraph; the panel's own record speaks for itself where there is one."""
    for name in METHOD:
        own = record.sentences if record and name is RECORD else ()
        yield name, own or (say(f"brief-method-{name}-text", language),)
