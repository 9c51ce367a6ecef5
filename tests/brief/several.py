"""Several regions made by hand: the sample city, its province and four other cities with other probabilities."""

from dataclasses import replace

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.status import flag_of, status_of
from sxresearch.assessment.verdict import Assessment
from sxresearch.monitoring.observations import Observations
from sxresearch.plan.indicators import Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.plan.schema import Words
from sxresearch.terms import Level
from tests.brief.conftest import REGION, make_assessment, make_inputs

PROVINCE = "140000"
OTHERS = ("140200", "140300", "140400", "140500")
CODES = (PROVINCE, REGION, *OTHERS)
DEPARTMENT = "卫生健康委"
BIRTHS = (200_000, 60_000, 30_000, 12_000, 45_000, 20_000)
DEATHS = (40, 14, 1, 2, 30, 4)
"""Counts behind the latest maternal mortality, province first; Jincheng (140400 here) has far too many."""

HOSTILE = '<script>window.hit=1</script>"><img src=x onerror=window.hit=1>'
FORMULA = '=HYPERLINK("http://x.example","y")'
LONG = "很长的名字" * 40
RARE = "𠮷𰻞市\u202e乱序\u200f\u0007"


def make_several(names: tuple[str, ...] = (), *, synthetic: bool = False, **changes: str) -> tuple[Inputs, Assessment]:
    """Inputs and verdicts of six regions; ``names`` replaces their names, ``changes`` parts of the sample's inputs."""
    shown = (names + ("山西省", "太原市", "大同市", "阳泉市", "长治市", "晋城市")[len(names) :])[: len(CODES)]
    one = make_inputs(basis="synthetic" if synthetic else "printed", **changes)
    plan = one.plans[0].model_copy(update={"applies_to": PROVINCE})
    regions = {code: _region(code, name) for code, name in zip(CODES, shown, strict=True)}
    table = pd.concat([_figures(one.observations.table, place) for place in range(len(CODES))], ignore_index=True)
    inputs = replace(
        one,
        plans=(plan,),
        indicators=_counted(one.indicators),
        regions=Regions(regions),
        observations=Observations(table, one.observations.sources),
    )
    return inputs, _assessment(synthetic)


def _region(code: str, name: str) -> Region:
    whole = code == PROVINCE
    return Region(code, name, "", Level.PROVINCE if whole else Level.CITY, None if whole else PROVINCE)


def _counted(indicators: Indicators) -> Indicators:
    """Maternal mortality with what it is counted in, as a funnel needs it."""
    words = {"numerator": Words(zh="死亡", en="deaths"), "denominator": Words(zh="活产", en="live births")}
    counted = indicators["maternal_mortality"].model_copy(update=words)
    return Indicators(by_id={**indicators.by_id, counted.id: counted})


def _figures(table: pd.DataFrame, place: int) -> pd.DataFrame:
    mine = table.assign(region=CODES[place])
    rare = (
        (mine["indicator"] == "maternal_mortality") & (mine["group"] == "rural") & (mine["year"] == mine["year"].max())
    )
    mine.loc[rare, ["numerator", "denominator"]] = [float(DEATHS[place]), float(BIRTHS[place])]
    mine.loc[rare, "value"] = round(DEATHS[place] / BIRTHS[place] * 1e5, 1)
    return mine


def _assessment(synthetic: bool) -> Assessment:
    one = make_assessment(synthetic=synthetic)
    verdicts = []
    for place, code in enumerate(CODES):
        mine = one.verdicts.assign(region=code)
        mine["department"] = mine["indicator"].map({"maternal_mortality": DEPARTMENT, "screening": DEPARTMENT})
        if code != REGION:
            moved = mine["p_attain"].notna()
            mine.loc[moved, "p_attain"] = (mine.loc[moved, "p_attain"] + 0.17 * place) % 1
            answers = [(status_of(p), p) for p in mine.loc[moved, "p_attain"]]
            mine.loc[moved, "status"] = [status.value for status, _ in answers]
            mine.loc[moved, "flag"] = [flag_of(status, p).value for status, p in answers]
        verdicts.append(mine)
    fans = pd.concat([one.fans.assign(region=code) for code in CODES], ignore_index=True)
    return Assessment(pd.concat(verdicts, ignore_index=True), fans)
