"""Write the annual monitoring tables: Excel and Word, one of each for every plan."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import tell, working
from sxresearch.commands.shared import Internal, Lang, ObservationPaths, PlanIds, Plans, ReportsFolder, help_text
from sxresearch.paths import REPORTS
from sxresearch.terms import Language

FOLDER = "yearbooks"


def yearbook(
    year: Annotated[int, typer.Argument(metavar="YEAR", help=help_text("yearbook-year"))],
    plans: Plans = None,
    plan: PlanIds = None,
    observations: ObservationPaths = None,
    lang: Lang = Language.ZH,
    internal: Internal = False,
    out: ReportsFolder = REPORTS,
) -> None:
    """Write the annual monitoring tables."""
    for path in _write(year, plans, tuple(plan or ()), observations, lang, internal, out / FOLDER):
        typer.echo(path)


def _write(
    year: int,
    plans: Path | None,
    plan_ids: tuple[str, ...],
    observations: list[Path] | None,
    lang: Language,
    internal: bool,
    folder: Path,
) -> list[Path]:
    from sxresearch.assessment.inputs import load_inputs
    from sxresearch.brief.yearbook.contents import yearbooks
    from sxresearch.brief.yearbook.excel_book import write_excel_book
    from sxresearch.brief.yearbook.word_book import write_word_book
    from sxresearch.files import refuse_overwriting, writable
    from sxresearch.paths import OBSERVATIONS, PLANS

    read = (plans or PLANS, *(observations or OBSERVATIONS))
    refuse_overwriting([folder.parent, folder], read)
    with working("cli-reading"):
        inputs = load_inputs(plans or PLANS, observations or OBSERVATIONS, plan_ids=plan_ids or None, as_of=year)
    written, synthetic = [], False
    with working("cli-yearbook"), writable(folder):
        for book in yearbooks(inputs, year, lang, internal=internal):
            stem = folder / f"{book.year}-{book.plan.id}"
            written += [
                write_excel_book(book, stem.with_name(f"{stem.name}.xlsx")),
                write_word_book(book, stem.with_name(f"{stem.name}.docx")),
            ]
            synthetic |= book.synthetic
    if synthetic:
        tell("cli-synthetic")
    return written
