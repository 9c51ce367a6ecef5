"""The plan's numeric targets asked again in the past of the user's own panels.

A question asked in an origin year keeps the plan's geometry: the same years since the base,
the same years ahead, and the same distance from base to target (on the working scale, the
median over the regions that the plan binds). Every answer uses the figures up to the origin
year only, the scale included. Where earlier reports of revised figures are known, they are those that had come in then
(:mod:`~sxresearch.assessment.track_record.vintages`); base and outcome are as known now.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import numpy as np
import pandas as pd

from sxresearch.assessment.column_tables import stacked
from sxresearch.assessment.events import threshold as thresholds
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.past_answers import AnswersByFigures, PastAnswers, answers_by_counts
from sxresearch.assessment.track_record.past_questions import PastQuestion, past_questions
from sxresearch.assessment.track_record.vintages import figures_by_origin
from sxresearch.projection.ensemble.ensemble_members import WALK
from sxresearch.projection.ensemble.rolling_origin import default_origins, member_origins
from sxresearch.projection.panel import Panel, PanelKey, build_panels
from sxresearch.projection.scale import Floats, Scale, scale_of
from sxresearch.projection.stacking import Method, Outlook, project_grids
from sxresearch.projection.yardsticks import grey_model, growth_rate_on_course, weighted_line
from sxresearch.terms import COVERAGES, Group, Measure

CASE_COLUMNS = (
    "target", "indicator", "group", "region", "origin", "horizon", "ours", "naive_walk", "growth_rate", "weighted_line",
    "grey_model", "outcome",
)  # fmt: skip
COVERAGE_COLUMNS = ("origin", "horizon", "covered50", "covered80", "covered95")
_Panels = Mapping[PanelKey, Panel]
_Rows = Mapping[str, np.ndarray]
POINTS_AT_ORIGIN = 3  # the fewest figures with which anything is said


@dataclass(frozen=True)
class PastJudgements:
    """``cases``: one row per question, region and origin year; ``coverage``: one per figure that had an interval.

    ``reach`` is how many years ahead the farthest question looks.
    """

    cases: pd.DataFrame
    coverage: pd.DataFrame
    reach: int = 1


def judge_past_targets(inputs: Inputs, as_of: int, reach: int = 1) -> PastJudgements:
    """All past questions of all panels with figures up to ``as_of``, each answered in its own time.

    Intervals are looked at as far ahead as the farthest question goes, and at least ``reach`` years.
    """
    panels = build_panels(inputs.observations.figures, inputs.indicators.by_id, inputs.regions, as_of)
    asked = {
        key: questions for key, panel in panels.items() if (questions := past_questions(inputs, key, panel, as_of))
    }
    farthest = max((item.lead for some in asked.values() for item in some), default=1)
    far = max(farthest, reach)
    pasts = _pasts({key: panels[key] for key in asked}, far, _panels_then(inputs, panels, as_of))
    cases = [rows for past in pasts for item in asked[past.key] for rows in past.cases(item)]
    coverage = [rows for past in pasts for rows in past.coverage()]
    return PastJudgements(_joined(cases, CASE_COLUMNS), _joined(coverage, COVERAGE_COLUMNS), farthest)


def past_judgements_joined(parts: Sequence[PastJudgements]) -> PastJudgements:
    """Judgements on indicators apart as one of all of them gives: intervals as far ahead as any question goes.

    Each part must have looked as far as that.
    """
    reach = max((part.reach for part in parts), default=1)
    cases = stacked([part.cases for part in parts], CASE_COLUMNS)
    coverage = stacked([part.coverage for part in parts], COVERAGE_COLUMNS)
    near = coverage[coverage["horizon"] <= reach].reset_index(drop=True)
    return PastJudgements(cases.sort_values(["indicator", "group"], kind="stable", ignore_index=True), near, reach)


def _panels_then(inputs: Inputs, panels: _Panels, as_of: int) -> Callable[[int], _Panels]:
    """For each origin year the panels with the figures as they were known; of the same regions and years as today."""
    figures = figures_by_origin(inputs.observations)
    if figures is None:
        return lambda _year: panels
    return cache(lambda year: build_panels(figures(year), inputs.indicators.by_id, inputs.regions, as_of))


def _joined(parts: Sequence[_Rows], columns: tuple[str, ...]) -> pd.DataFrame:
    if not parts:
        return pd.DataFrame(columns=list(columns))
    return pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in columns})


@dataclass(frozen=True)
class _PanelThen:
    """A panel as it is known now and as it was known of the year in column ``end``, and what was said of it."""

    key: PanelKey
    panel: Panel
    then: Panel
    end: int
    reach: int
    answers: PastAnswers

    @cached_property
    def known(self) -> Floats:
        """The figures known then."""
        return self.then.values[:, : self.end + 1]

    @cached_property
    def lines(self) -> tuple[Floats, Floats]:
        """Time-weighted line and grey model, 1…reach years ahead."""
        ahead = np.arange(1, self.reach + 1, dtype=float)
        return weighted_line(self.known, ahead), grey_model(self.known, ahead)

    def figures(self, column: int) -> Floats:
        """The figures of a year, NaN outside the panel."""
        inside = 0 <= column < self.panel.values.shape[1]
        return self.panel.values[:, column] if inside else np.full(len(self.panel.regions), np.nan)

    def cases(self, item: PastQuestion) -> Iterator[_Rows]:
        """The question asked of every bound region whose base and outcome are known."""
        base, outcome = self.figures(self.end - item.elapsed), self.figures(self.end + item.lead)
        bound = np.array([code in item.regions for code in self.panel.regions])
        asked = bound & self.answers.graded & np.isfinite(base) & np.isfinite(outcome)
        if not asked.any():
            return
        goal = self.panel.scale.back(self.panel.scale.forward(base) + item.distance)
        threshold = (thresholds.at_least if item.wants_more else thresholds.at_most)(
            goal, self.panel.indicator.decimals
        )
        line, grey = (found[:, item.lead - 1] for found in self.lines)
        columns = {
            "target": item.target,
            "indicator": self.key[0],
            "group": self.key[1].value,
            "region": np.array(self.panel.regions),
            "origin": int(self.panel.years[self.end]),
            "horizon": item.lead,
            "ours": self.answers.chance(threshold, item.lead),
            "naive_walk": self.answers.naive_chance(threshold, item.lead),
            "growth_rate": self._growth(base, goal, item),
            "weighted_line": threshold.passed(line),
            "grey_model": threshold.passed(grey),
            "outcome": threshold.passed(outcome),
        }
        yield _rows_of(columns, asked)

    def _growth(self, base: Floats, goal: Floats, item: PastQuestion) -> Floats:
        spans = np.array(item.elapsed, dtype=float), np.array(item.elapsed + item.lead, dtype=float)
        latest = self.known[:, -1]
        rate = growth_rate_on_course(base, latest, goal, spans=spans, wants_more=np.array(item.wants_more))
        return np.where(np.isnan(latest), np.nan, rate)

    def coverage(self) -> Iterator[_Rows]:
        """Whether later figures fell into the intervals, by horizon."""
        for lead in range(1, self.reach + 1):
            later = self.figures(self.end + lead)
            judged = self.answers.graded & np.isfinite(later)
            if not judged.any():
                continue
            held = self.answers.hold(later, lead, tuple(COVERAGES.values()))
            covered = dict(zip((f"covered{name}" for name in COVERAGES), held, strict=True))
            yield _rows_of({"origin": int(self.panel.years[self.end]), "horizon": lead, **covered}, judged)


def _rows_of(columns: Mapping[str, Any], chosen: np.ndarray) -> _Rows:
    """The columns at the chosen regions; what is one value for all stands in every row."""
    count = int(chosen.sum())
    texts = {name: value for name, value in columns.items() if isinstance(value, str)}
    same = {name: np.full(count, value, dtype=object) for name, value in texts.items()}
    return same | {
        name: np.full(count, value) if np.ndim(value) == 0 else np.asarray(value)[chosen]
        for name, value in columns.items()
        if name not in texts
    }


@dataclass(frozen=True)
class _Origin:
    """A past year of a panel: the panel as it was known of the year in column ``end``, and the scale of then."""

    key: PanelKey
    then: Panel
    end: int
    scale: Scale


def _pasts(panels: _Panels, reach: int, then: Callable[[int], _Panels]) -> list[_PanelThen]:
    """Every panel in every past year, by its counts where they are modelled, else projected together."""
    origins = [origin for keys in _by_series(panels).values() for origin in _origins(keys, panels, then)]
    counted = [answers_by_counts(item.then, item.end, item.scale, reach) for item in origins]
    rest = [item for item, found in zip(origins, counted, strict=True) if found is None]
    by_figures = iter(_by_figures(rest, reach))
    return [
        _PanelThen(item.key, panels[item.key], item.then, item.end, reach, found or next(by_figures))
        for item, found in zip(origins, counted, strict=True)
    ]


def _by_figures(origins: list[_Origin], reach: int) -> list[AnswersByFigures]:
    grids = [item.scale.forward(item.then.values[:, : item.end + 1]) for item in origins]
    steps = [item.then.indicator.measure is Measure.STEP for item in origins]
    naive = project_grids(grids, [reach] * len(grids), method=partial(member_origins, member=WALK))
    ours = _unless(steps, grids, reach, naive)
    return [
        AnswersByFigures(item.then, item.end, item.scale, mine, plain)
        for item, mine, plain in zip(origins, ours, naive, strict=True)
    ]


def _unless(
    steps: list[bool], grids: list[Floats], reach: int, naive: list[Outlook], method: Method = default_origins
) -> list[Outlook]:  # fmt: skip
    """The default method; the naive walk where a series moves at elections only."""
    open_ = [place for place, step in enumerate(steps) if not step]
    found = project_grids([grids[place] for place in open_], [reach] * len(open_), method=method)
    out = list(naive)
    for place, outlook in zip(open_, found, strict=True):
        out[place] = outlook
    return out


def _by_series(panels: _Panels) -> dict[tuple[str, Group], list[PanelKey]]:
    """Panels that share a scale: same indicator and group."""
    out: dict[tuple[str, Group], list[PanelKey]] = {}
    for key in panels:
        out.setdefault(key[:2], []).append(key)
    return out


def _origins(keys: list[PanelKey], panels: _Panels, then: Callable[[int], _Panels]) -> Iterator[_Origin]:
    """Every past year with figures enough to say something."""
    first = min(int(panels[key].years[0]) for key in keys)
    final = max(int(panels[key].years[-1]) for key in keys)
    for year in range(first, final):
        mine = then(year)
        cut = [(key, year - int(mine[key].years[0])) for key in keys]
        known = [mine[key].values[:, : end + 1] for key, end in cut if end >= 0]
        scale = _scale_then(mine[keys[0]], known)
        for key, end in cut:
            values = mine[key].values
            if 0 <= end < values.shape[1] - 1 and _enough(values[:, : end + 1]):
                yield _Origin(key, mine[key], end, scale)


def _scale_then(panel: Panel, known: list[Floats]) -> Scale:
    widest = max(part.shape[1] for part in known)
    stacked = [np.pad(part, ((0, 0), (widest - part.shape[1], 0)), constant_values=np.nan) for part in known]
    return scale_of(panel.indicator, np.concatenate(stacked))


def _enough(values: Floats) -> bool:
    return bool((np.isfinite(values).sum(axis=1) >= POINTS_AT_ORIGIN).any())
