from pathlib import Path

import pytest

from sxresearch.monitoring.contract import Register
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level

HEADER = "region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at"


@pytest.fixture
def register() -> Register:
    """Two indicators (a bounded share, a rate with counts) and three regions."""
    share = {
        "id": "enrolment",
        "name": {"zh": "入学率", "en": "Enrolment"},
        "aliases": ["净入学率"],
        "definition": {"zh": "入学者所占比例。", "en": "Share enrolled."},
        "unit": "percent",
        "lower": 0,
        "upper": 100,
        "decimals": 1,
        "better": "higher",
        "measure": "share",
    }
    rate = {
        "id": "mortality",
        "name": {"zh": "死亡率", "en": "Mortality"},
        "definition": {"zh": "每10万活产的死亡数。", "en": "Deaths per 100 000 live births."},
        "unit": "per_100k",
        "lower": 0,
        "decimals": 1,
        "better": "lower",
        "measure": "rate",
        "groups": ["total", "urban", "rural"],
    }
    indicators = [Indicator.model_validate(item) for item in (share, rate)]
    regions = [
        Region("100000", "全国", "China", Level.NATION, None),
        Region("140000", "山西省", "Shanxi", Level.PROVINCE, "100000"),
        Region("140100", "太原市", "Taiyuan", Level.CITY, "140000"),
    ]
    return Register(
        Indicators(by_id={item.id: item for item in indicators}), Regions({region.code: region for region in regions})
    )


@pytest.fixture
def csv_file(tmp_path: Path):
    """Writes rows below the contract's header (or another one) and gives the path."""

    def write(*rows: str, header: str = HEADER, name: str = "data.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *rows]) + "\n", encoding=encoding)
        return path

    return write
