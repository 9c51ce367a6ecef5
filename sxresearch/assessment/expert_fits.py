"""Single series of a region fitted by statsmodels, for an expert who wants to see the estimates and their summary.

None of these is the default method; they are its building blocks and its usual competitors, one series at a time.
Every function answers with statsmodels' own results: ``sx.fit_trend(inputs, "140000", "infant_mortality").summary()``.
Figures on an earlier definition are left out. The working scale is that of the assessment.
"""

from typing import TypeVar

import numpy as np
from statsmodels.genmod.generalized_linear_model import GLMResultsWrapper
from statsmodels.regression.linear_model import RegressionResultsWrapper
from statsmodels.tsa.statespace.mlemodel import MLEResults

from sxresearch.assessment.effect.step_regression import enough, step_results
from sxresearch.assessment.inputs import Inputs
from sxresearch.errors import BadParameter
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.projection.counts.count_data import Family, counts_of, has_counts
from sxresearch.projection.ensemble.ensemble_members import DEFAULT, Member
from sxresearch.projection.evidence import NoProjection
from sxresearch.projection.panel import Panel, build_panels
from sxresearch.projection.reference import count_fits, series_fits
from sxresearch.terms import Group

Fit = TypeVar("Fit")


def fit_trend(
    inputs: Inputs, region: str, indicator: str, group: str = "total", as_of: int | None = None
) -> RegressionResultsWrapper:
    """Least-squares line of one series on the working scale, in years since its panel's first.

    Parameters
    ----------
    inputs
        As :func:`~sxresearch.assessment.inputs.load_inputs` gives them.
    region, indicator, group
        Codes as in the observations; the group is everybody by default.
    as_of
        Last data year used; by default the last year of the data.

    Raises
    ------
    BadParameter
        If region, indicator or group is unknown, or the figures are too few for the fit.
    """
    panel = _panel(inputs, region, indicator, group, as_of)
    found = series_fits.fit_trend(panel.years, panel.working[panel.row(region)])
    return _fitted(found, panel, region).results


def fit_drift(
    inputs: Inputs, region: str, indicator: str, group: str = "total", as_of: int | None = None
) -> RegressionResultsWrapper:
    """Random walk with drift: steps on the working scale regressed on the years they took; as :func:`fit_trend`."""
    panel = _panel(inputs, region, indicator, group, as_of)
    return _fitted(series_fits.fit_drift(panel.working[panel.row(region)]), panel, region).results


def fit_member(
    inputs: Inputs, region: str, indicator: str, member: str, group: str = "total", as_of: int | None = None
) -> MLEResults:
    """One of the default method's models on one region's own figures, as a state-space model of statsmodels.

    ``member`` is a name of :func:`member_names`; the only parameter is the variance of a yearly step, the most
    likely one, without the shrinkage that the default method adds. Else as :func:`fit_trend`.
    """
    members = _members()
    if member not in members:
        raise BadParameter.of("member-unknown", "", found=member, known=", ".join(members))
    panel = _panel(inputs, region, indicator, group, as_of)
    found = series_fits.fit_member(panel.years, panel.working[panel.row(region)], members[member])
    return _fitted(found, panel, region)


def member_names() -> tuple[str, ...]:
    """Names of the models that the default method weighs, in the common path and in the regions' own deviations."""
    return tuple(_members())


def fit_counts(
    inputs: Inputs, region: str, indicator: str, group: str = "total", as_of: int | None = None, *,
    overdispersed: bool = False,
) -> GLMResultsWrapper:  # fmt: skip
    """Regression of one region's events on the year: Poisson with exposure, logistic for shares.

    With ``overdispersed`` a rate gets the negative binomial whose Pearson chi-square equals its degrees of freedom.
    Else as :func:`fit_trend`; refused as well where the figures have no denominators.
    """
    panel = _panel(inputs, region, indicator, group, as_of)
    if not has_counts(panel):
        raise BadParameter.of("fit-without-counts", "", indicator=indicator)
    counts = counts_of(panel).of(np.array([panel.row(region)]))
    events, exposure = (np.where(counts.seen, item, np.nan)[0] for item in (counts.events, counts.exposure))
    if counts.family is Family.BINOMIAL:
        found = count_fits.fit_binomial(panel.years, events, exposure)
    elif overdispersed:
        found = count_fits.fit_negative_binomial(panel.years, events, exposure)
    else:
        found = count_fits.fit_poisson(panel.years, events, exposure)
    return _fitted(found, panel, region).results


def fit_segments(
    inputs: Inputs, region: str, indicator: str, began: int, group: str = "total", as_of: int | None = None
) -> RegressionResultsWrapper:
    """Change of level and slope of one series since ``began``, on its yearly steps; as :func:`fit_trend`.

    ``x1`` is the slope before, ``x2`` the change of level and ``x3`` that of slope: what
    :func:`~sxresearch.assessment.effect.plan_effect.effect` asks, of the region alone.
    """
    panel = _panel(inputs, region, indicator, group, as_of)
    z = panel.working[panel.row(region)]
    years = panel.years[np.isfinite(z)]
    if not enough(years, began):
        raise BadParameter.of("fit-refused", "", region=region, indicator=indicator, points=str(len(years)))
    return step_results(years, z[np.isfinite(z)], began)


def _members() -> dict[str, Member]:
    return {member.name: member for member in (*DEFAULT.common_members, *DEFAULT.lone_members, *DEFAULT.own_members)}


def _panel(inputs: Inputs, region: str, indicator: str, group: str, as_of: int | None) -> Panel:
    """The panel that an assessment would project, with the region in it."""
    inputs.region(region)
    if indicator not in inputs.indicators.by_id:
        raise BadParameter.of("indicator-unknown", "", id=indicator)
    table, peers = inputs.observations.table, PEER_LEVELS[inputs.regions[region].level]
    alike = {item.code for item in inputs.regions if PEER_LEVELS[item.level] == peers}
    mine = table[(table["indicator"] == indicator) & (table["group"] == group) & table["region"].isin(alike)]
    last = as_of or int(table.loc[table["value"].notna(), "year"].max())
    panels = build_panels(mine, inputs.indicators.by_id, inputs.regions, last)
    found = panels.get((indicator, Group(group), peers)) if group in list(Group) else None
    if found is None or region not in found.regions:
        raise BadParameter.of("fit-without-figures", "", region=region, indicator=indicator, group=group)
    return found


def _fitted(found: Fit | NoProjection, panel: Panel, region: str) -> Fit:
    """The fit; refused with the number of figures where there is none."""
    if isinstance(found, NoProjection):
        name = panel.indicator.id
        raise BadParameter.of("fit-refused", "", region=region, indicator=name, points=str(found.points))
    return found
