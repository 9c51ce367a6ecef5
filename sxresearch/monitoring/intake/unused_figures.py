"""Figures that arrived and that no target uses: kept, and named."""

from collections.abc import Collection

import pandas as pd

from sxresearch.language import Text, say
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Severity, Spot
from sxresearch.terms import Language


def unused_figures(table: pd.DataFrame, used: Collection[str], register: Register) -> list[Finding]:
    """The indicators in an observation table that are not among those ``used`` by targets."""
    others = table[~table["indicator"].isin(list(used))]
    if others.empty:
        return []
    spots = [_spot(str(key), rows, register) for key, rows in others.groupby("indicator", sort=False)]
    return [Finding.of("unused", Severity.NOTE, spots)]


def _spot(key: str, rows: pd.DataFrame, register: Register) -> Spot:
    name, count = register.indicators[key].name, f"{len(rows):,}"
    zh, en = (say("finding-rows", language, count=count) for language in (Language.ZH, Language.EN))
    return Spot(rows["file"].iloc[0], detail=Text(f"{name.zh}（{zh}）", f"{name.en} ({en})"))
