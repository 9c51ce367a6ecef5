"""Every rule on one observation table, each on what the rules before it left."""

from datetime import date

import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.quality.copies import copied_reports, copied_years, repeated_of
from sxresearch.monitoring.quality.counts_agree import counts_disagree
from sxresearch.monitoring.quality.death_rates import death_rates_out_of_order
from sxresearch.monitoring.quality.doubts import severities, together
from sxresearch.monitoring.quality.later_years import later_years
from sxresearch.monitoring.quality.plausible_range import outside_plausible
from sxresearch.monitoring.quality.series_grid import series_grid
from sxresearch.monitoring.quality.series_units import other_units
from sxresearch.monitoring.quality.slips import slips_of
from sxresearch.monitoring.quality.total_and_groups import totals_outside_groups
from sxresearch.monitoring.quality.whole_and_its_parts import wholes_unlike_parts
from sxresearch.monitoring.quality.year_slips import year_slips
from sxresearch.monitoring.quality.zeros import zeros

JUDGED = ("region", "indicator", "group", "year", "value", "numerator", "denominator", "reported_at")
"""What the rules look at: the table is copied for every rule that leaves figures out, so nothing else goes along."""


def all_doubts(
    table: pd.DataFrame, register: Register, today: date, reports: pd.DataFrame | None = None
) -> pd.DataFrame:
    """What is doubtful about each figure, the gravest cause first; a figure that is held is not used to judge others.

    Parameters
    ----------
    table
        One row per figure (the contract's columns).
    register
        Indicators and regions.
    today
        No figure of a later year can be known, and none of its own year is final.
    reports
        Regions and years whose report repeats the year before (:func:`copied_reports`), where ``table`` holds some of
        the indicators only; by default they are found in it.
    """
    table = table[[name for name in JUDGED if name in table]]
    found = [later_years(table, register, today), outside_plausible(table, register)]
    found.append(counts_disagree(_rest(table, found), register))
    found.append(zeros(_rest(table, found), register))
    grid = series_grid(_rest(table, found), register)
    found += [other_units(grid, register), year_slips(grid, register)]
    grid = series_grid(_rest(table, found), register)
    found += [slips_of(grid, register), repeated_of(grid, register)]
    rest = _rest(table, found)
    found.append(copied_years(rest, register, copied_reports(table, register) if reports is None else reports))
    rest = _rest(table, found)
    found.append(death_rates_out_of_order(rest, register))
    found.append(totals_outside_groups(_rest(table, found), register))
    found.append(wholes_unlike_parts(_rest(table, found), register))
    return together(found)


def _rest(table: pd.DataFrame, found: list[pd.DataFrame]) -> pd.DataFrame:
    """The table without the figures that are refused or held."""
    so_far = together(found)
    left_out = so_far.index[severities(so_far) != Severity.NOTE]
    return table[~table.index.isin(left_out)] if len(left_out) else table
