"""Reading files for the store, saying what was found in them, and recording them: all or none."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from sxresearch.assessment.inputs import load_register
from sxresearch.commands.check_report import tell_findings
from sxresearch.commands.console import tell, working
from sxresearch.errors import EXIT_BAD_INPUT
from sxresearch.monitoring.findings import grouped, refusals
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.observations import judged
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.report_import import ReportLabel, import_figures
from sxresearch.paths import PLANS


def take_in(files: Sequence[Path], address: StoreAddress, label: ReportLabel, plans: Path | None) -> None:
    """Import files into a store.

    Raises
    ------
    typer.Exit
        With the code for bad input if anything was refused; nothing is recorded then.
    SxError
        If the store can't be written; nothing is recorded then.
    """
    register = load_register(plans or PLANS)
    with working("cli-checking"):
        figures = read_figures(files, register)
        _, doubts = judged(figures, register, date.today())
    faults = (*figures.faults, *(finding.fault() for finding in refusals(doubts)))
    tell_findings(grouped([*figures.findings, *doubts]), faults)
    if faults:
        raise typer.Exit(EXIT_BAD_INPUT)
    with working("cli-importing"):
        done = import_figures(figures, address, label)
    for report in done.recorded.known:
        tell("cli-import-known", file=report.receipts[0].file)
    if done.revisions:
        tell("cli-import-revisions", count=str(done.revisions))
    count = sum(len(report.table) for report in done.recorded.new)
    tell("cli-imported", files=str(len(done.recorded.new)), figures=str(count), store=str(address))
