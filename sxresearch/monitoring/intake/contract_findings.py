"""The contract's checks, said as findings in the reader's own words."""

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

from sxresearch.language import Text, word
from sxresearch.monitoring.contract import COLUMNS, FIRST_YEAR, LAST_YEAR, Register, contract
from sxresearch.monitoring.findings import Finding, Severity, Words
from sxresearch.monitoring.intake.conflicts import described, place
from sxresearch.terms import Language


def contract_findings(table: pd.DataFrame, register: Register) -> list[Finding]:
    """What the contract refuses: one finding for each rule and indicator."""
    if table.empty:
        return []
    try:
        contract(register).validate(table[list(COLUMNS)].astype({"year": float}), lazy=True)
    except pa.errors.SchemaErrors as problem:
        failed = problem.failure_cases[["check", "index"]].drop_duplicates().dropna()
        failed = failed[failed["check"] != "observation-key-twice"]  # the comparison of rows has said that already
        return [_finding(str(check), table.loc[rows["index"]], register) for check, rows in _causes(failed, table)]
    return []


def _causes(failed: pd.DataFrame, table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    of = failed.assign(indicator=table.loc[failed["index"], "indicator"].to_numpy())
    by = of.groupby(["check", "indicator"], sort=False)
    return [(key[0], rows.sort_values("index")) for key, rows in by]


def _finding(check: str, rows: pd.DataFrame, register: Register) -> Finding:
    records = rows.to_dict("records")
    rule, values = _RULES[check]
    spots = [place(row, described(row, register)) for row in records]
    return Finding.of(rule, Severity.REFUSE, spots, **values(records[0], register))


def _bounds(row: dict, register: Register) -> dict[str, Words]:
    item = register.indicators[row["indicator"]]
    low, high = ("−∞" if item.lower is None else f"{item.lower:g}"), ("∞" if item.upper is None else f"{item.upper:g}")
    return {"indicator": Text(item.name.zh, item.name.en), "low": low, "high": high}


def _groups(row: dict, register: Register) -> dict[str, Words]:
    item = register.indicators[row["indicator"]]
    allowed = Text(
        *("、".join(word("group", group, language) for group in item.groups) for language in (Language.ZH, Language.EN))
    )
    group = Text(word("group", row["group"], Language.ZH), word("group", row["group"], Language.EN))
    return {"indicator": Text(item.name.zh, item.name.en), "group": group, "allowed": allowed}


def _nothing(_row: dict, _register: Register) -> dict[str, Words]:
    return {}


def _years(_row: dict, _register: Register) -> dict[str, Words]:
    return {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}


_RULES: dict[str, tuple[str, Callable[[dict, Register], dict[str, Words]]]] = {
    "observation-bounds": ("bounds", _bounds),
    "observation-group-of-indicator": ("group-of-indicator", _groups),
    "observation-denominator": ("denominator", _nothing),
    "observation-count": ("count", _nothing),
    "observation-year": ("year-range", _years),
}
