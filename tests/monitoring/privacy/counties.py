"""A city with its counties and few cases, small enough to be checked by hand."""

from functools import cache

import pandas as pd

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import Register

CITY = "140300"
COUNTIES = ("140302", "140303", "140311", "140321", "140322")
MATERNAL, NEONATAL, INFANT = "maternal_mortality_ratio", "neonatal_mortality_rate", "infant_mortality_rate"
ENROLMENT = "primary_net_enrolment"


@cache
def register() -> Register:
    return load_register()


def figures(*rows: tuple) -> pd.DataFrame:
    """Rows of (region, indicator, group, year, events, exposure), with the rate that follows."""
    known = register().indicators
    table = pd.DataFrame(rows, columns=["region", "indicator", "group", "year", "numerator", "denominator"])
    factor = table["indicator"].map({key: item.factor for key, item in known.by_id.items()}).astype(float)
    return table.assign(
        value=table["numerator"] / table["denominator"] * factor,
        unit=table["indicator"].map({key: item.unit.value for key, item in known.by_id.items()}),
    )


def of_counties(counts: tuple, indicator: str = MATERNAL, births: float = 4000.0) -> pd.DataFrame:
    """One figure for each county, in their order, and the city's, which is their sum."""
    rows = [(code, indicator, "total", 2023, float(n), births) for code, n in zip(COUNTIES, counts, strict=True)]
    return figures(*rows, (CITY, indicator, "total", 2023, float(sum(counts)), births * len(counts)))
