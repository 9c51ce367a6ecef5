"""Differences among the regions below and among groups, and who reaches the targets: two sentences and a table each."""

from collections.abc import Iterator, Sequence

from sxresearch.assessment.disparity.attainment_shares import (
    AttainmentShare,
    GroupAttainment,
    attainment_shares,
    group_attainment,
)
from sxresearch.assessment.disparity.disparity import CHANCE_ABOVE, Disparity, DisparityTrend
from sxresearch.assessment.disparity.disparity_words import disparity_words, gap_summary
from sxresearch.assessment.disparity.group_gaps import group_gaps
from sxresearch.assessment.disparity.measures import DisparityMeasure
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import observed, series_name
from sxresearch.brief.report.blocks import (
    Block,
    GeneratedText,
    ReportCell,
    ReportHeading,
    ReportSentence,
    ReportTable,
    written,
)
from sxresearch.brief.report.evaluated_plan import EvaluatedPlan
from sxresearch.brief.report.sentence_sources import SentenceSource
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING
from sxresearch.terms import Group

_MEASURES = ("indicator", "year", "places", "difference", "chance", "ratio", "from-best", "index", "trends")
_MEASURE_WIDTHS = (3.4, 1.5, 1.5, 2.0, 3.2, 1.5, 2.0, 1.8, 2.2)


def differences(about: EvaluatedPlan) -> Iterator[Block]:
    """How far regions and groups lie apart, whether that closes, who reaches the target; nothing without figures."""
    parts = [*_among_regions(about), *_regions_there(about), *_groups_there(about)]
    if parts:
        yield ReportHeading(say("report-apart", about.language), 2)
        yield from parts


def all_differences(about: EvaluatedPlan) -> Iterator[ReportTable]:
    """Every difference among the regions below, for the annex."""
    if about.differences:
        yield _measures(about, about.differences, "report-apart-all")


def _among_regions(about: EvaluatedPlan) -> Iterator[Block]:
    found, language = about.differences, about.language
    if not found:
        return
    trends = [item.trends[DisparityMeasure.DIFFERENCE] for item in found]
    counts = {kind.value: trends.count(kind) for kind in DisparityTrend}
    level = word("level", found[0].level, language)
    sentences = [_from(about, found, say("report-apart-counts", language, count=len(found), level=level, **counts))]
    by_chance = [item for item in found if (item.now.by_chance or 0.0) > CHANCE_ABOVE]
    if by_chance:
        sentences.append(_from(about, by_chance, say("report-apart-chance", language, count=len(by_chance))))
    opposed = [item for item in found if item.disagrees]
    if opposed:
        sentences.append(_from(about, opposed, say("report-apart-opposed", language, count=len(opposed))))
    yield GeneratedText(tuple(sentences))
    wider = [item for item in found if item.trends[DisparityMeasure.DIFFERENCE] is DisparityTrend.WIDENING]
    if wider:
        yield _measures(about, wider, "report-apart-wider")


def _from(about: EvaluatedPlan, found: Sequence[Disparity], text: str) -> ReportSentence:
    """A sentence with the difference of each indicator that it counts."""
    quantity = say("report-apart-col-difference", about.language)
    sources = (
        SentenceSource(
            about.region_name, "", _name(about, item), quantity, item.now.year,
            item.now.values[DisparityMeasure.DIFFERENCE].value,
        )
        for item in found
    )  # fmt: skip
    return ReportSentence(text, tuple(sources))


def _name(about: EvaluatedPlan, item: Disparity) -> str:
    return series_name(SeriesKey(item.indicator, item.group), about.language)


def _measures(about: EvaluatedPlan, found: Sequence[Disparity], key: str) -> ReportTable:
    level = word("level", found[0].level, about.language)
    heads = tuple(say(f"report-apart-col-{name}", about.language) for name in _MEASURES)
    rows = tuple(_measure_line(about, item) for item in found)
    return ReportTable(say(key, about.language, count=len(found), level=level), heads, rows, _MEASURE_WIDTHS)


def _measure_line(about: EvaluatedPlan, item: Disparity) -> tuple[ReportCell, ...]:
    words = disparity_words(item, about.language)
    texts = (
        _name(about, item), str(item.now.year), str(len(item.places)), words.difference, words.chance, words.ratio,
        words.from_best, words.index, words.trends,
    )  # fmt: skip
    return tuple(map(ReportCell, texts))


def _regions_there(about: EvaluatedPlan) -> Iterator[Block]:
    """How many of the regions below reach each target's value."""
    subject, language = about.content.subject, about.language
    found = attainment_shares(subject.inputs, subject.region.code, subject.as_of, internal=True)
    by_target = _rows(about)
    pairs = [(share, by_target[share.target.id]) for share in found if share.target.id in by_target]
    if not pairs:
        return
    counts = {
        "count": len(pairs), "every": sum(share.met == share.judged for share, _ in pairs),
        "less": sum(2 * share.met < share.judged for share, _ in pairs),
    }  # fmt: skip
    yield GeneratedText((written(say("report-there-regions", language, **counts), *(row for _, row in pairs)),))
    names = ("target", "aim", "level", "year", "judged", "met", "suppressed")
    heads = tuple(say(f"report-there-col-{name}", language) for name in names)
    lines = tuple(_share_line(share, row) for share, row in pairs)
    yield ReportTable(say("report-there-caption", language), heads, lines, (5, 3.6, 1.4, 1.4, 1.8, 1.6, 1.6))


def _share_line(share: AttainmentShare, row: TargetRow) -> tuple[ReportCell, ...]:
    language = row.subject.language
    judged = say("report-there-judged", language, judged=share.judged, regions=share.regions)
    texts = (
        row.title, row.aim, word("level", share.level, language), str(share.year), judged, str(share.met),
        str(share.suppressed),
    )  # fmt: skip
    return tuple(map(ReportCell, texts))


def _groups_there(about: EvaluatedPlan) -> Iterator[Block]:
    """The groups of the region against each target's value, and the gaps between them."""
    subject, language, by_target = about.content.subject, about.language, _rows(about)
    found: dict[str, dict[Group, GroupAttainment]] = {}
    for item in group_attainment(subject.inputs, subject.region.code, subject.as_of, internal=True):
        if item.target.id in by_target:
            found.setdefault(item.target.id, {})[item.group] = item
    several = {target: groups for target, groups in found.items() if len(groups) > 1}
    sentences = [*_group_sentences(about, several), *_gap_sentence(about)]
    if sentences:
        yield GeneratedText(tuple(sentences))
    if several:
        shown = [group for group in Group if any(group in groups for groups in several.values())]
        heads = (
            say("report-there-col-target", language), say("report-there-col-aim", language),
            *(word("group", group, language) for group in shown),
        )  # fmt: skip
        lines = tuple(_group_line(by_target[target], groups, shown) for target, groups in several.items())
        widths = (3.6, 2.8, *[10.6 / len(shown)] * len(shown))
        yield ReportTable(say("report-groups-caption", language), heads, lines, widths)


def _group_sentences(
    about: EvaluatedPlan, several: dict[str, dict[Group, GroupAttainment]]
) -> Iterator[ReportSentence]:
    if not several:
        return
    met = [[item.met for item in groups.values()] for groups in several.values()]
    counts = {"every": sum(map(all, met)), "none": sum(not any(one) for one in met)}
    counts |= {"count": len(met), "some": len(met) - counts["every"] - counts["none"]}
    by_target = _rows(about)
    yield written(say("report-groups-there", about.language, **counts), *(by_target[target] for target in several))


def _gap_sentence(about: EvaluatedPlan) -> Iterator[ReportSentence]:
    subject = about.content.subject
    gaps = group_gaps(
        subject.inputs, subject.region.code, subject.as_of, base_year=about.plan.baseline_year, internal=True
    )
    if said := gap_summary(gaps, about.language):
        yield written(said)


def _group_line(row: TargetRow, groups: dict[Group, GroupAttainment], shown: Sequence[Group]) -> tuple[ReportCell, ...]:
    cells = [_group_cell(row, groups[group]) if group in groups else ReportCell(MISSING) for group in shown]
    return (ReportCell(row.title), ReportCell(row.aim), *cells)


def _group_cell(row: TargetRow, item: GroupAttainment) -> ReportCell:
    series = row.series
    if series is None:
        raise ValueError(f"{row.place.target.id} speaks of no series")
    shown = observed(row.subject, SeriesKey(series.indicator, item.group), item.value)
    return ReportCell(say(f"report-groups-{'met' if item.met else 'missed'}", row.subject.language, value=shown))


def _rows(about: EvaluatedPlan) -> dict[str, TargetRow]:
    return {row.place.target.id: row for row in about.measurable}
