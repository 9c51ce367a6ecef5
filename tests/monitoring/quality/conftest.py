"""A small register and observation tables written as dictionaries of figures."""

from collections.abc import Callable, Mapping

import pandas as pd
import pytest

from sxresearch.monitoring.contract import Register
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

CITIES = tuple(f"1401{number:02d}" for number in range(1, 8))
Figures = Mapping[tuple[str, str, str], Mapping[int, float]]
"""(indicator, group, region) → year → value."""


def _indicator(key: str, unit: str, **more: object) -> Indicator:
    words = {"zh": f"指标{key}", "en": key}
    base = {"id": key, "name": words, "definition": words, "unit": unit, "lower": 0, "decimals": 1, "better": "higher"}
    return Indicator.model_validate({**base, "measure": "share" if unit == "percent" else "rate", **more})


@pytest.fixture
def register() -> Register:
    ratio = {"numerator": {"zh": "分子", "en": "n"}, "denominator": {"zh": "分母", "en": "d"}}
    three = {"groups": ["total", "female", "male"]}
    items = [
        _indicator("coverage", "percent", upper=100, plausible=[20, 100], **ratio, **three),
        _indicator("share", "percent", upper=100, **three),
        _indicator("enrolment", "percent", plausible=[10, 150]),
        _indicator("seats", "percent", upper=100, measure="step"),
        _indicator("deaths", "per_100k", **ratio),
        *(_indicator(f"{name}_mortality_rate", "per_mille", decimals=2) for name in ("neonatal", "infant", "under5")),
        *(_indicator(f"more{number}", "percent", upper=100) for number in range(8)),
        _indicator("illness", "percent", upper=100, better="lower"),
    ]
    regions = [Region("140000", "甲省", "A", Level.PROVINCE, None), Region("140100", "乙市", "B", Level.CITY, "140000")]
    regions += [Region(code, f"丙{code}", "C", Level.COUNTY, "140100") for code in CITIES]
    return Register(
        Indicators(by_id={item.id: item for item in items}), Regions({region.code: region for region in regions})
    )


@pytest.fixture
def table(register: Register) -> Callable[..., pd.DataFrame]:
    """``table(figures, **columns)``: an observation table; ``columns`` are set for every row."""

    def made(figures: Figures, **columns: object) -> pd.DataFrame:
        rows = [
            {"region": region, "indicator": name, "group": group, "year": year, "value": float(value)}
            for (name, group, region), values in figures.items()
            for year, value in values.items()
        ]
        base = {"numerator": float("nan"), "denominator": float("nan"), "status": "final", "reported_at": ""}
        units = {key: str(item.unit) for key, item in register.indicators.by_id.items()}
        whole = pd.DataFrame(rows).assign(**{**base, **columns}, basis="printed", source="a", file="a.csv")
        return whole.assign(unit=whole["indicator"].map(units), line=range(2, len(whole) + 2))

    return made


@pytest.fixture
def rising() -> Callable[..., Figures]:
    """``rising(indicator)``: seven counties whose figures rise alike, with steps of their own size."""

    def made(name: str = "share", start: float = 60.3, years: range = range(2015, 2024), step: float = 1.2) -> dict:
        return {
            (name, "total", code): {
                year: round(start + 2.1 * place + step * (year - years[0]) + 0.3 * ((year * (place + 3)) % 5), 1)
                for year in years
            }
            for place, code in enumerate(CITIES)
        }

    return made
