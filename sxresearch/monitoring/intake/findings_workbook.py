"""All findings of a check as an Excel workbook: one row for each place, nothing left out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sxresearch.errors import BadParameter, Fault
from sxresearch.files import publish
from sxresearch.language import say, word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, Severity, Spot, in_language
from sxresearch.terms import Language
from sxresearch.workbook import workbook

_COLUMNS = {"severity": 8, "rule": 40, "file": 30, "sheet": 14, "cell": 9, "line": 8, "found": 30, "region": 14,
            "indicator": 26, "group": 8, "year": 8, "action": 50}  # fmt: skip
_MOST = 32_000  # characters of one cell, Excel's limit being 32 767


def write_findings(
    findings: Iterable[Finding],
    unread: Iterable[Fault],
    register: Register,
    path: Path,
    language: Language = Language.ZH,
) -> Path:
    """Write every place of every finding, and the faults of files that could not be opened.

    Raises
    ------
    BadParameter
        If the path is not that of an Excel file.
    """
    if path.suffix.lower() != ".xlsx":
        raise BadParameter.of("table-kind", str(path), found=path.suffix or "?", expected=".xlsx")
    rows = [*_of_faults(unread, language), *_rows(findings, register, language)]

    def write(part: Path) -> None:
        with workbook(part) as book:
            sheet = book.add_worksheet(say("findings-sheet", language))
            bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
            for at, (name, width) in enumerate(_COLUMNS.items()):
                sheet.set_column(at, at, width, wrap)
                sheet.write_string(0, at, say(f"findings-column-{name}", language), bold)
            for number, row in enumerate(rows, start=1):
                for at, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, at, _harmless(cell)[:_MOST])
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(1, len(rows)), len(_COLUMNS) - 1)

    return publish(path, write)


def _of_faults(faults: Iterable[Fault], language: Language) -> Iterator[list[str]]:
    for fault in faults:
        text = fault.zh if language is Language.ZH else fault.en
        yield [word("severity", Severity.REFUSE, language), text, fault.where]


def _rows(findings: Iterable[Finding], register: Register, language: Language) -> Iterator[list[str]]:
    for finding in findings:
        severity, sentence, action = (
            word("severity", finding.severity, language),
            finding.sentence(language),
            finding.action(language),
        )
        for spot in finding.spots:
            yield [severity, sentence, spot.file, spot.sheet, spot.cell, str(spot.line or ""),
                   in_language(spot.detail, language), *_key(spot, register, language), action]  # fmt: skip


def _key(spot: Spot, register: Register, language: Language) -> list[str]:
    if spot.key is None:
        return ["", "", "", ""]
    name = register.indicators[spot.key.indicator].name
    title = name.zh if language is Language.ZH else name.en
    return [
        register.regions[spot.key.region].title(language),
        title,
        word("group", spot.key.group, language),
        str(spot.key.year),
    ]


def _harmless(text: str) -> str:
    """A text that a spreadsheet could take for a formula with an apostrophe before it."""
    return "'" + text if text[:1] in "=+-@\t\r" else text
