"""The answer first: how many targets will be met, how many missed, and how sure we are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sxresearch.assessment.miss_counts import OpenTarget, miss_count
from sxresearch.assessment.rates import NEARLY
from sxresearch.assessment.status import DECIDED, StatusGroup, group_of
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import sentence_gap
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, figure, number_range, share
from sxresearch.terms import EvidenceGrade, Flag, Language

MIME_TYPE = "application/vnd.sxresearch.headline+json"

COUNTED = ("measurable", *StatusGroup)
"""The counts that a table of regions or fields shows, in its order."""
REGION_COUNTS = (*COUNTED, "qualitative")
"""The same where there is room for the checklist items."""


_LEADING = ((2 / 3, "two-thirds"), (1 / 2, "half"), (1 / 3, "third"))
"""Shares of targets without an answer from which on the headline leads with them, the largest first."""


@dataclass(frozen=True)
class AnswerCounts:
    """Targets of one region by answer.

    ``met + missed + likely + uncertain + unlikely + not_assessable == measurable``; checklist items
    (``qualitative``) are counted apart. ``expected_misses`` is the sum of 1 − P over the targets with a P and
    without a final figure, plus ``missed``, and ``misses_low`` to ``misses_high`` its 80 % range. ``met_now`` counts
    targets whose latest figure meets the target, out of ``with_latest``, and ``nearly_met`` those of the others that
    have all but reached it. ``sure_full`` … count the judgements by evidence.
    """

    measurable: int
    met: int
    missed: int
    likely: int
    uncertain: int
    unlikely: int
    not_assessable: int
    qualitative: int
    expected_misses: float
    misses_low: int
    misses_high: int
    met_now: int
    nearly_met: int
    with_latest: int
    urgent: int
    watch: int
    sure_full: int
    sure_medium: int
    sure_low: int

    def of(self, group: StatusGroup) -> int:
        """The targets of a status group."""
        return int(getattr(self, group.value))

    @property
    def assessable(self) -> int:
        """Targets with an answer, decided or probable."""
        return self.measurable - self.not_assessable

    @property
    def good(self) -> int:
        """Targets met or likely."""
        return self.met + self.likely

    @property
    def decided(self) -> int:
        """Targets whose answer is a fact already."""
        return self.met + self.missed


def counted(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """The rows that a headline is about: documents counted apart are left out.

    Where nothing else was judged it is about the first of them alone: two such documents never share a denominator.
    """
    own = tuple(row for row in rows if not row.place.plan.counted_apart)
    return own or tuple(row for row in rows if row.place.plan is rows[0].place.plan)


def counted_apart(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """The rows that no headline counts."""
    own = {row.place.target.id for row in counted(rows)}
    return tuple(row for row in rows if row.place.target.id not in own)


def count(rows: Sequence[TargetRow]) -> AnswerCounts:
    """Count the answers of one region."""
    measurable = [row for row in rows if not row.is_checklist]
    groups = Counter(group_of(row.status) for row in measurable)
    open_rows = [row for row in measurable if row.is_assessable and row.status not in DECIDED]
    evidence = Counter(row.grade for row in open_rows)
    misses = miss_count(
        groups[StatusGroup.MISSED],
        [OpenTarget("", str(row.place.target.indicator), row.chance) for row in open_rows if row.chance is not None],
    )
    return AnswerCounts(
        measurable=len(measurable),
        **{group.value: groups[group] for group in StatusGroup},
        qualitative=len(rows) - len(measurable),
        expected_misses=misses.expected,
        misses_low=misses.low,
        misses_high=misses.high,
        met_now=sum(row.met_now is True for row in measurable),
        nearly_met=sum(row.nearly_met for row in measurable),
        with_latest=sum(row.met_now is not None for row in measurable),
        urgent=sum(row.flag is Flag.URGENT for row in measurable),
        watch=sum(row.flag is Flag.WATCH for row in measurable),
        sure_full=evidence[EvidenceGrade.FULL],
        sure_medium=evidence[EvidenceGrade.MEDIUM],
        sure_low=evidence[EvidenceGrade.LOW],
    )


def answer_text(counts: AnswerCounts, years: Sequence[int], language: Language) -> str:
    """The answer in one sentence: how many of how many will be missed, with the 80 % range."""
    parts = [_unassessed_text(counts, language), _lead_text(counts, years, language)]
    return sentence_gap(language).join(part for part in parts if part)


def _lead_text(counts: AnswerCounts, years: Sequence[int], language: Language) -> str:
    if not counts.assessable:
        return say("answer-lead-none", language)
    values: dict[str, str | int] = {
        "assessable": counts.assessable,
        "misses": figure(counts.expected_misses, 0),
        "years": say("brief-list-separator", language).join(map(str, years)),
    }
    if counts.decided == counts.assessable:
        return say("answer-lead-decided", language, **values)
    projected = _percent(counts.good, counts.assessable)
    return say("answer-lead", language, **values, range=_range_text(counts, language), projected=projected)


def _unassessed_text(counts: AnswerCounts, language: Language) -> str:
    """What leads where more than a third can't be assessed: the share in words, as the number stands in the bar."""
    if not counts.assessable:
        return ""
    part = next((name for share_, name in _LEADING if counts.not_assessable > share_ * counts.measurable), "")
    return say(f"answer-unassessed-{part}", language) if part else ""


def _range_text(counts: AnswerCounts, language: Language) -> str:
    """The 80 % range in words."""
    if counts.misses_low == counts.misses_high:
        return say("answer-range-one", language)
    return say("answer-range", language, low=counts.misses_low, high=counts.misses_high)


def ranged(expected: float | None, low: int | None, high: int | None, language: Language) -> str:
    """An expected number with its 80 % range, ``12.3 (9—16)``, for the cells of tables; a run of old has no range."""
    text = figure(expected, 1)
    return text if low is None or high is None else f"{text} ({number_range(str(low), str(high), language)})"


def rates_text(counts: AnswerCounts, language: Language) -> str:
    """What is met by the latest figures, with both denominators; what is expected to be met stands in the answer."""
    rates = say(
        "answer-rates", language,
        met_now=counts.met_now, measurable=counts.measurable, of_all=_percent(counts.met_now, counts.measurable),
        with_latest=counts.with_latest, of_data=_percent(counts.met_now, counts.with_latest),
    )  # fmt: skip
    if not counts.nearly_met:
        return rates
    nearly = say("answer-rates-nearly", language, nearly=counts.nearly_met, way=share(NEARLY))
    return sentence_gap(language).join((rates, nearly))


def _percent(part: int, whole: int) -> str:
    return share(part / whole) if whole else MISSING


def headline_data(counts: AnswerCounts, **about: Any) -> dict[str, Any]:
    """What the index and the manifest need to know about a brief, as plain JSON values."""
    numbers = asdict(counts) | {"expected_misses": round(counts.expected_misses, 3)}
    return {**about, "counts": numbers}


def read_headline(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """The headline that an executed notebook carries in one of its outputs.

    Raises
    ------
    LookupError
        If no output holds one: the notebook was not executed to its end.
    """
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            found = output.get("data", {}).get(MIME_TYPE)
            if found is not None:
                return dict(found)
    raise LookupError(f"no output of type {MIME_TYPE} in the notebook")
