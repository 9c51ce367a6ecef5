"""A city and its five counties with few cases, and every artefact that is published of them as text."""

import io
import json
import re
import zipfile
from pathlib import Path

import pandas as pd

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.contract import KEY, Register

CITY, COUNTIES = "140300", ("140302", "140303", "140311", "140321", "140322")
SHOWN = ("140302", "140322")
"""Counties of which briefs are made."""

YEARS = range(2013, 2024)
_DEATHS = {
    "maternal_mortality_ratio": (3, 1, 0, 6, 7),
    "neonatal_mortality_rate": (4, 11, 2, 9, 8),
    "infant_mortality_rate": (6, 17, 9, 16, 21),
    "under5_mortality_rate": (12, 19, 17, 24, 29),
}
"""Deaths per county in the last year; earlier years have more."""

_BIRTHS = (4177, 6211, 3943, 7919, 9127)  # no two counts of them give a rate of the same digits


def few_cases(swap: int = 0) -> pd.DataFrame:
    """Maternal and child deaths and enrolment.

    ``swap`` cases of the first county's maternal deaths of the last year stand in the second county instead: the city's
    figure does not change.
    """
    rows = []
    for indicator, last in _DEATHS.items():
        rows += [row for year in YEARS for row in _counties(indicator, last, year, swap if year == YEARS[-1] else 0)]
    rows += [
        (code, "primary_net_enrolment", "total", year, births * 6 - (2 + place + (year % 3)), births * 6)
        for place, (code, births) in enumerate(zip(COUNTIES, _BIRTHS, strict=True))
        for year in YEARS
    ]
    return _with_city(_rated(pd.DataFrame(rows, columns=[*KEY, "numerator", "denominator"])))


def _counties(indicator: str, last: tuple[int, ...], year: int, swap: int) -> list[tuple]:
    counts = [n + (YEARS[-1] - year) * (2 if indicator.startswith("under5") else 1) for n in last]
    if indicator.startswith("maternal"):
        counts[0], counts[1] = counts[0] - swap, counts[1] + swap
    return [
        (code, indicator, "total", year, n, births + 13 * (year - YEARS[0]))
        for code, n, births in zip(COUNTIES, counts, _BIRTHS, strict=True)
    ]


def _with_city(table: pd.DataFrame) -> pd.DataFrame:
    city = table.groupby(list(KEY[1:]), as_index=False)[["numerator", "denominator"]].sum().assign(region=CITY)
    whole = pd.concat([table, _rated(city)], ignore_index=True)
    about = {"status": "final", "basis": "synthetic", "source": "few cases", "reported_at": ""}
    return whole.assign(**about)


def _rated(table: pd.DataFrame) -> pd.DataFrame:
    known = register().indicators
    factor = table["indicator"].map({key: item.factor for key, item in known.by_id.items()}).astype(float)
    unit = table["indicator"].map({key: item.unit.value for key, item in known.by_id.items()})
    rate = (table["numerator"] / table["denominator"] * factor).round(4)
    return table.assign(value=rate, unit=unit)


def register() -> Register:
    return load_register()


_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_PLACES = re.compile(r' (?:d|[cr]?[xy][12]?|points|transform|width|height|viewBox|style|font-size)=\\?"[^"]*"')
"""Where things are drawn: coordinates look like figures (the charts' points are checked by themselves)."""


def numbers_in(text: str) -> set[str]:
    """Every number that a text holds, as it is written there."""
    return set(_NUMBER.findall(_PLACES.sub("", text)))


def text_of(path: Path) -> str:
    """Everything that a file says, geometry and attributes included; office files unpacked, Parquet as a table."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "ignore") for name in sorted(parts.namelist()))
    if path.suffix == ".parquet":
        return pd.read_parquet(path).to_csv(float_format="%.6g")
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "", text)  # the font
