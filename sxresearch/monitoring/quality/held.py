"""Which figures are held, and what is said about every doubtful one."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from sxresearch.garbage_collection import collection_paused
from sxresearch.language import Text, say, word
from sxresearch.monitoring.accepted import Acceptance, Figure
from sxresearch.monitoring.contract import HELD, KEY, Register
from sxresearch.monitoring.findings import Finding, Key, Severity, Spot, grouped
from sxresearch.monitoring.quality.all_rules import JUDGED, all_doubts
from sxresearch.monitoring.quality.copies import copied_reports
from sxresearch.monitoring.quality.doubts import QualityRule, severities
from sxresearch.monitoring.quality.vintages import preliminary_beside_final
from sxresearch.terms import Language

DIGITS = 6
"""Significant digits of a figure in a sentence."""
_FROM_COUNTS = (QualityRule.COUNTS, QualityRule.COUNTS_ROUNDING)
_Row: TypeAlias = dict[str, Any]


@collection_paused()
def held_figures(
    table: pd.DataFrame, register: Register, today: date, reports: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """The table with the column ``held``, and the findings on its figures.

    ``held`` names the rule that holds a figure (:class:`sxresearch.monitoring.quality.doubts.QualityRule`), or is
    empty. A confirmation in ``register.accepted`` with the same value clears it and is listed as a note. Findings of
    severity *refuse* are the caller's to act on.

    Parameters
    ----------
    table
        One row per figure, with unique labels; the contract's columns with ``file`` and ``line``. What the reader has
        held already (column ``held``) stays so and judges no other figure.
    register
        Indicators, regions and confirmations.
    today
        No figure of a later year can be known.
    reports
        See :func:`sxresearch.monitoring.quality.all_rules.all_doubts`.
    """
    if table.empty:
        return table.assign(**{HELD: ""}), ()
    given = table[HELD] if HELD in table else pd.Series("", index=table.index, dtype=str)
    reports = copied_reports(table, register) if reports is None else reports
    judged = [name for name in JUDGED if name in table]
    names = dict.fromkeys(("region", "indicator", "group"), "category")  # few different ones: quick to copy and compare
    sound = table.loc[given == "", judged].astype(names)
    found = all_doubts(sound, register, today, reports).assign(severity=severities)
    holding = found[found["severity"] == Severity.HOLD]
    rules = pd.concat([given[given != ""], holding[~holding.index.duplicated()]["rule"]])
    confirmed = _confirmed(table.loc[rules.index], register)
    held = pd.Series("", index=table.index, dtype=str)
    held.update(rules.drop(confirmed))
    doubtful = found[~(found.index.isin(confirmed) & (found["severity"] == Severity.HOLD))]
    words = _Words(register)
    said = [words.finding(row, doubt) for row, doubt in _rows(table, doubtful)]
    said += [words.acceptance(row, given) for row, given in _acceptances(table, rules, register)]
    return table.assign(**{HELD: held}), grouped(said)


def vintage_findings(reports: pd.DataFrame, register: Register) -> tuple[Finding, ...]:
    """What is said about preliminary figures beside settled ones, in the table of all reports of each figure."""
    found = preliminary_beside_final(reports).assign(severity=severities)
    words = _Words(register)
    return grouped(words.finding(row, doubt) for row, doubt in _rows(reports, found))


def _rows(table: pd.DataFrame, found: pd.DataFrame) -> Iterator[tuple[_Row, _Row]]:
    """Figures and the doubts about them, in the order of the table."""
    ordered = found.sort_index(kind="stable")
    yield from zip(_records(table.loc[ordered.index]), _records(ordered), strict=True)


def _records(frame: pd.DataFrame) -> list[_Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _confirmed(rows: pd.DataFrame, register: Register) -> pd.Index:
    """Labels of the figures that were confirmed with the very value they have."""
    given = register.accepted.by_figure
    values = [given[key].value if key in given else float("nan") for key in _keys(rows)]
    return rows.index[rows["value"].to_numpy(dtype=float) == values]


def _acceptances(
    table: pd.DataFrame, rules: pd.Series, register: Register
) -> Iterator[tuple[_Row, Acceptance]]:  # fmt: skip
    """Held figures for which there is a confirmation, with the same value or another."""
    rows = table.loc[rules.index.sort_values()]
    given = register.accepted.by_figure
    confirmed = rows[np.fromiter((key in given for key in _keys(rows)), dtype=bool, count=len(rows))]
    for key, row in zip(_keys(confirmed), _records(confirmed), strict=True):
        yield row, given[key]


def _keys(rows: pd.DataFrame) -> Iterable[Figure]:
    columns = (rows[name].tolist() for name in KEY)
    return [(region, name, group, int(year)) for region, name, group, year in zip(*columns, strict=True)]


class _Words:
    """Doubts put into findings."""

    def __init__(self, register: Register):
        self._register = register

    def finding(self, row: _Row, doubt: _Row) -> Finding:
        """The finding on one figure."""
        spot = _spot(row, self._detail(row, doubt))
        hypothesis = Text(*(_hypotheses(str(doubt["hypothesis"]), language) for language in Language))
        return Finding.of(f"quality-{doubt['rule']}", Severity(doubt["severity"]), spot, hypothesis=hypothesis)

    def acceptance(self, row: _Row, given: Acceptance) -> Finding:
        """The finding on a confirmation: taken, or for another value than the file's."""
        spot = _spot(row, self._figure(row))
        rule = "quality-accepted" if given.value == row["value"] else "quality-accepted-other"
        about = {"who": given.who, "date": given.date, "reason": given.reason, "value": _number(given.value)}
        return Finding.of(rule, Severity.NOTE, spot, **about)

    def _detail(self, row: _Row, doubt: _Row) -> Text:
        plain = self._figure(row)
        if pd.isna(doubt["expected"]):
            return plain
        value = _number(doubt["expected"])
        key = "finding-quality-recomputed" if doubt["rule"] in _FROM_COUNTS else "finding-quality-expected"
        zh, en = (say(key, one, figure=plain.in_language(one), value=value) for one in Language)
        return Text(zh, en)

    def _figure(self, row: _Row) -> Text:
        region, indicator = self._register.regions[row["region"]], self._register.indicators[row["indicator"]]
        return Text(
            *(
                say(
                    "finding-quality-figure",
                    language,
                    region=region.title(language),
                    indicator=Text(indicator.name.zh, indicator.name.en).in_language(language),
                    group=word("group", row["group"], language),
                    year=str(int(row["year"])),
                    value=_number(row["value"]),
                )
                for language in Language
            )
        )


def _hypotheses(named: str, language: Language) -> str:
    """The words for one hypothesis, or for two of which either may be true."""
    words = [word("hypothesis", name, language) for name in named.split()]
    return say("finding-quality-either", language, one=words[0], other=words[1]) if len(words) > 1 else words[0]


def _spot(row: _Row, detail: Text) -> Spot:
    key = Key(row["region"], row["indicator"], row["group"], int(row["year"]))
    return Spot(str(row["file"]), row.get("sheet", ""), row.get("cell", ""), int(row["line"]), detail, key)


def _number(value: float) -> str:
    return f"{value:.{DIGITS}g}"
