"""Observations as they are published: without the small counts of counties and whatever gives one away."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from sxresearch.monitoring.contract import KEY, Register
from sxresearch.monitoring.findings import Finding, Key
from sxresearch.monitoring.observations import Observations
from sxresearch.monitoring.privacy.small_counts import PROTECTED, counts_behind, is_small
from sxresearch.monitoring.privacy.suppression import SUPPRESSED, as_published, suppression


def published_figures(observations: Observations, register: Register) -> Observations:
    """``observations`` without what is not published; column ``suppressed`` of the table says where a figure was.

    Every published artefact is made from this. What was published once stays as it is. Earlier reports of a
    suppressed figure, reports that were small themselves, and findings that quote either go too.
    """
    table = observations.table
    places = {region.code for region in register.regions if region.level in PROTECTED}
    if SUPPRESSED in table or not table["region"].isin(places).any():
        return observations
    shown = as_published(table, suppression(table, register))
    gone = {Key(*key) for key in shown.loc[shown[SUPPRESSED], list(KEY)].itertuples(index=False, name=None)}
    earlier = _earlier(observations.superseded, register, gone, places)
    return replace(
        observations,
        table=shown,
        superseded=earlier,
        findings=tuple(_quotable(observations.findings, gone)),
    )


def _earlier(table: pd.DataFrame, register: Register, gone: Collection[Key], places: Collection[str]) -> pd.DataFrame:
    if table.empty:
        return table
    counts = counts_behind(table, register)
    small = np.logical_or.reduce([is_small(column.to_numpy()) for _, column in counts.items()])
    keys = [Key(*key) in gone for key in table[list(KEY)].itertuples(index=False, name=None)]
    hidden = (small & table["region"].isin(places).to_numpy()) | np.array(keys)
    shown = table.copy()
    shown.loc[hidden, ["value", "numerator", "denominator"]] = np.nan
    return shown.assign(**{SUPPRESSED: hidden})


def _quotable(findings: Collection[Finding], gone: Collection[Key]) -> Iterator[Finding]:
    """The findings with those places only that quote nothing suppressed."""
    for finding in findings:
        spots = tuple(spot for spot in finding.spots if spot.key not in gone)
        if spots:
            yield replace(finding, spots=spots)
