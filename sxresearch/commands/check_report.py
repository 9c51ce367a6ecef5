"""What ``check`` prints and writes: what was understood, every finding in a line, and two files on request."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.markup import escape

from sxresearch.batch.verdict_files import check_table_path, write_table
from sxresearch.commands.console import both, console, tell, working
from sxresearch.commands.input_files import Check, InputKind, look_into
from sxresearch.commands.store.observed import observed
from sxresearch.commands.store.options import day
from sxresearch.errors import EXIT_BAD_INPUT, Fault
from sxresearch.files import refuse_overwriting
from sxresearch.language import say, word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.findings import Finding, refusals
from sxresearch.monitoring.intake.findings_workbook import write_findings
from sxresearch.monitoring.intake.long_table import long_table
from sxresearch.monitoring.intake.understood import Understood
from sxresearch.terms import Language

_SOME = 3


def report(
    words: Sequence[str],
    table: Path | None = None,
    findings: Path | None = None,
    plans: Path | None = None,
    known_on: str | None = None,
) -> None:
    """Check paths, and stores as they are known on a day; tell the outcome, and write what was asked for.

    Raises
    ------
    BadParameter
        If a file to be written is one of the input files, or of a kind that can't be written.
    typer.Exit
        With the code for bad input if anything was refused.
    """
    paths = [Path(word) for word in observed(words, day(known_on, "--known-on")).paths or ()]
    refuse_overwriting((table, findings), paths)
    if table:
        check_table_path(table)
    with working("cli-checking"):
        check = look_into(paths, plans)
    _tell_files(check)
    tell_findings(check.findings, check.faults)
    figures = check.figures
    if findings:
        write_findings(check.findings, [] if figures is None else figures.unread, check.register, findings)
        typer.echo(findings)
    if table and check.table is not None and not check.faults:
        typer.echo(write_table(long_table(check.table, check.register), table))
    elif table:
        tell("cli-table-refused", path=str(table))
    if check.faults:
        raise typer.Exit(EXIT_BAD_INPUT)


def _tell_files(check: Check) -> None:
    for item in check.checked:
        typer.echo(both(f"cli-checked-{item.kind}", " / ", path=str(item.path), count=str(item.count)))
        if item.kind is InputKind.OBSERVATIONS and check.figures:
            for table in check.figures.understood:
                if table.file == str(item.path):
                    for language in Language:
                        typer.echo(understood_in_words(table, check.register, language))


def understood_in_words(table: Understood, register: Register, language: Language) -> str:
    """One line about a table that was read."""
    where = table.sheet or Path(table.file).name
    if table.years is None:
        return say("cli-understood-nothing", language, where=where)
    names = [register.indicators[key].name for key in table.indicators]
    shapes = [say(f"cli-shape-{name}", language) for name in table.shape] or [say("cli-shape-long", language)]
    first, last = table.years
    return say(
        "cli-understood",
        language,
        where=where,
        shape=_listed(shapes, language, most=len(shapes)),
        figures=say("cli-several-figures", language, count=table.figures),
        regions=_counted("regions", [register.regions[code].title(language) for code in table.regions], language),
        indicators=_counted(
            "indicators", [item.zh if language is Language.ZH else item.en for item in names], language
        ),
        years=_years(first, last, language),
        units=_listed(
            [word("unit", unit, language).strip() or "1" for unit in table.units], language, most=len(table.units)
        ),
    )


def _years(first: int, last: int, language: Language) -> str:
    if first == last:
        return say("cli-one-year", language, year=str(first))
    return say("cli-years", language, first=str(first), last=str(last))


def _counted(what: str, names: list[str], language: Language) -> str:
    return say(f"cli-several-{what}", language, count=len(names), names=_listed(names, language, most=_SOME))


def _listed(names: list[str], language: Language, most: int) -> str:
    text = say("finding-comma", language).join(names[:most])
    return text if len(names) <= most else say("cli-and-others", language, names=text)


def tell_findings(findings: Sequence[Finding], faults: Sequence[Fault]) -> None:
    """Faults of other files and of files that could not be opened, then every finding: one line for each cause."""
    refused = {finding.fault() for finding in refusals(findings)}
    lines: list[str] = []
    numbered: list[Fault | Finding] = [*(fault for fault in faults if fault not in refused), *findings]
    for number, item in enumerate(numbered, start=1):
        chinese, english = (_line(item, number, language) for language in (Language.ZH, Language.EN))
        lines += [chinese, f"   {english}"]
    if lines:
        console().print(escape("\n".join(lines)))
    if refused:
        tell("cli-refused")


def _line(item: Fault | Finding, number: int, language: Language) -> str:
    if isinstance(item, Fault):
        return f"{number}. {item.sentence(language)}"
    severity = word("severity", item.severity, language)
    return say("cli-finding", language, number=str(number), severity=severity, line=item.line(language))
