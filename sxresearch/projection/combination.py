"""The entry: panels in, projections to the target year out, by the default method or a single model."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from sxresearch.projection.closed_form import last
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, WALK, Member, damped
from sxresearch.projection.ensemble.rolling_origin import member_origins
from sxresearch.projection.evidence import POINTS_FOR_PEERS, NoProjection, grade
from sxresearch.projection.panel import Panel
from sxresearch.projection.predictive import Predictive
from sxresearch.projection.scale import Floats
from sxresearch.projection.single_models import CLOSED_FORMS, Line
from sxresearch.projection.stacking import Outlook, project_grids
from sxresearch.terms import EvidenceGrade, Measure

METHOD = "naive+pooled+damped"
FILTERED: Mapping[str, Member] = {"naive": WALK, "damped": damped("damped trend", 0.0, 0.02, 0.9)}
MODELS: Mapping[str, str] = {
    "default": METHOD, "naive": "naive", "damped": "damped", "drift": "drift", "trend": "ols", "pooled_drift": "pooled",
}  # fmt: skip
"""Models that can be asked for by name, and what stands in the verdict table's column ``method``."""

_naive = partial(member_origins, member=WALK)


@dataclass(frozen=True)
class Diagnostics:
    """What the default method learned from a panel, per horizon 1…H after the panel's last year.

    ``common_weights`` and ``own_weights`` (H, K) are the members' weights in the shared path
    and in the regions' own deviations (NaN for one region alone), by the names in
    ``common_members`` and ``own_members``; ``width`` (H,) is the factor on the standard
    deviation and ``origins`` (H,) the discounted number of whole-year origins behind it.
    """

    common_members: tuple[str, ...]
    own_members: tuple[str, ...]
    common_weights: Floats
    own_weights: Floats
    width: Floats
    origins: Floats


@dataclass(frozen=True)
class Distributions:
    """Student t distributions on the working scale, regions × years; ``shared`` is a part of spread²."""

    location: Floats
    spread: Floats
    df: Floats
    shared: Floats


@dataclass(frozen=True)
class Projection:
    """The projection of a panel.

    ``latest`` is the year of each region's last figure (0 where there is none) and ``level``
    that figure on the working scale. The distributions begin in ``first_year``, one column per
    year; before a region's own latest figure they mean nothing and are not given out.
    ``grades`` says per region how much evidence there is, or why there is no projection.
    ``diagnostics`` is there for the default method only.
    """

    panel: Panel
    latest: np.ndarray
    level: Floats
    first_year: int
    ours: Distributions
    naive: Distributions
    grades: tuple[EvidenceGrade | NoProjection, ...]
    method: str
    diagnostics: Diagnostics | None

    def predictive(self, year: int, *, naive: bool = False) -> Predictive:
        """Distributions of all regions in ``year``; NaN where refused or not ahead of the last figure."""
        chosen = self.naive if naive else self.ours
        found = (self._in(year, item) for item in (chosen.location, chosen.spread, chosen.df))
        return Predictive(self.panel.scale, *found)

    def common_share(self, year: int) -> Floats:
        """Share of the variance in ``year`` that all regions have in common, in [0, 1]; NaN where refused."""
        with np.errstate(invalid="ignore", divide="ignore"):
            share = self.ours.shared / self.ours.spread**2
        return self._in(year, share)

    def _in(self, year: int, values: Floats) -> Floats:
        column = year - self.first_year
        graded = np.array([not isinstance(item, NoProjection) for item in self.grades])
        ahead = graded & (self.latest < year) & (0 <= column < values.shape[1])
        return np.where(ahead, values[:, min(max(column, 0), values.shape[1] - 1)], np.nan)


def project(panel: Panel, until: int, model: str = "default") -> Projection:
    """Project every region of a panel to the year ``until``; see :func:`project_many`."""
    return project_many([panel], until, model)[0]


def project_many(panels: Sequence[Panel], until: int, model: str = "default") -> list[Projection]:
    """Project many panels in one pass.

    Parameters
    ----------
    panels
        Each is projected by itself, from its own last year; panels lend one another nothing.
    until
        Last year to project.
    model
        One of :data:`MODELS`; single models are there for comparison.

    Raises
    ------
    ValueError
        If there is no such model.
    """
    if model not in MODELS:
        raise ValueError(f"model must be one of {', '.join(MODELS)}, got {model!r}")
    grids = [panel.working for panel in panels]
    reaches = [max(until - int(panel.years[-1]), 1) for panel in panels]
    carried = [panel.indicator.measure is Measure.STEP for panel in panels]
    naive = project_grids(grids, reaches, method=_naive)
    ours = list(_answers(model, panels, reaches, carried))
    return [
        _projection(panel, (mine or walk, walk), "naive" if step else model)
        for panel, mine, walk, step in zip(panels, ours, naive, carried, strict=True)
    ]


def _answers(
    model: str, panels: Sequence[Panel], reaches: list[int], carried: list[bool]
) -> Iterator[Outlook | Line | None]:
    """What the model says of each panel; none where the naive walk is to be used."""
    if model == "naive":
        yield from (None for _ in panels)
    elif model in CLOSED_FORMS:
        for panel, reach, step in zip(panels, reaches, carried, strict=True):
            yield None if step else _closed(CLOSED_FORMS[model], panel, reach)
    else:
        open_ = [i for i, step in enumerate(carried) if not step]
        found = iter(project_grids([panels[i].working for i in open_], [reaches[i] for i in open_], **_engine(model)))
        for step in carried:
            yield None if step else next(found)


def _engine(model: str) -> dict:
    return {} if model == "default" else {"method": partial(member_origins, member=FILTERED[model])}


def _closed(form: Callable[[Floats, Floats], Line], panel: Panel, reach: int) -> Line:
    """A closed form, whose horizons count from each region's own latest figure, by calendar year."""
    years = len(panel.years) - 1 + reach
    line = form(panel.working, np.arange(1, years + 2, dtype=float))
    column = np.arange(years)[None, :] - last(panel.working).position[:, None]
    place = np.clip(column, 0, years)

    def calendar(values: Floats) -> Floats:
        return np.where(column >= 0, np.take_along_axis(values, place, axis=1), np.nan).T

    return Line(*(calendar(item) for item in line))


def _projection(panel: Panel, answers: tuple[Outlook | Line, Outlook], model: str) -> Projection:
    mine, walk = answers
    end = last(panel.working)
    latest = np.where(end.position >= 0, panel.years[0] + end.position, 0)
    peers = int((end.points >= POINTS_FOR_PEERS).sum())
    grades = tuple(grade(int(points), peers) for points in end.points)
    first = int(latest[latest > 0].min(initial=panel.years[-1])) + 1
    from_ = slice(first - 1 - int(panel.years[0]), None)
    return Projection(
        panel,
        latest,
        end.value,
        first,
        _distributions(mine, from_),
        _distributions(walk, from_),
        grades,
        MODELS[model],
        _diagnostics(mine) if model == "default" and isinstance(mine, Outlook) else None,
    )


def _distributions(answer: Outlook | Line, years: slice) -> Distributions:
    return Distributions(*(item[years].T for item in (answer.location, answer.spread, answer.df, answer.shared)))


def _diagnostics(outlook: Outlook) -> Diagnostics:
    return Diagnostics(
        tuple(member.name for member in DEFAULT.common_members),
        tuple(member.name for member in DEFAULT.own_members),
        outlook.common_weights,
        outlook.own_weights,
        outlook.width,
        outlook.origins,
    )
