"""Write the annual monitoring tables: Excel and Word, one of each for every plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sxresearch.commands.console import tell, working
from sxresearch.commands.shared import (
    Internal,
    KnownOn,
    Lang,
    ObservationPaths,
    PlanIds,
    Plans,
    ReportsFolder,
    help_text,
    run_parameters,
)
from sxresearch.paths import REPORTS
from sxresearch.terms import Language

if TYPE_CHECKING:
    from sxresearch.batch.parameters import Parameters

FOLDER = "yearbooks"


def yearbook(
    year: Annotated[int, typer.Argument(metavar="YEAR", help=help_text("yearbook-year"))],
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    known_on: KnownOn = None,
    lang: Lang = Language.ZH,
    internal: Internal = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Write the annual monitoring tables."""
    asked = run_parameters(plans, observations, year, None, lang, plan, known_on, internal)
    for path in _write(year, asked, out / FOLDER):
        typer.echo(path)


def _write(year: int, asked: "Parameters", folder: Path) -> list[Path]:
    from sxresearch.assessment.inputs import load_inputs
    from sxresearch.brief.yearbook.contents import yearbooks
    from sxresearch.brief.yearbook.excel_book import write_excel_book
    from sxresearch.brief.yearbook.word_book import write_word_book
    from sxresearch.files import refuse_overwriting, writable
    from sxresearch.paths import OBSERVATIONS, PLANS

    plans, observations = asked.plans or PLANS, asked.observations or OBSERVATIONS
    refuse_overwriting([folder.parent, folder], [plans, *observations])
    with working("cli-reading"):
        inputs = load_inputs(plans, observations, plan_ids=asked.plan_ids, as_of=year)
    written, synthetic = [], False
    with working("cli-yearbook"), writable(folder):
        for book in yearbooks(inputs, year, asked.lang, internal=asked.internal):
            stem = folder / f"{book.year}-{book.plan.id}"
            written += [
                write_excel_book(book, stem.with_name(f"{stem.name}.xlsx")),
                write_word_book(book, stem.with_name(f"{stem.name}.docx")),
            ]
            synthetic |= book.synthetic
    if synthetic:
        tell("cli-synthetic")
    return written
