"""Judgements as files: a form to be filled, forms taken in, and where they differ from the model."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sxresearch.assessment.ledger.judgement_differences import judgement_differences, judgement_pairs
from sxresearch.assessment.ledger.judgement_scores import JudgementScore, judgement_scores
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.brief.content.judged_targets import JudgedTarget
from sxresearch.brief.content.regions.matrix import department_of
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.commands.console import tell
from sxresearch.commands.ledger.ledger_places import LedgerPlace, place_targets
from sxresearch.commands.ledger.people_inputs import PeopleRequest, judged_inputs
from sxresearch.errors import BadParameter
from sxresearch.files import publish_bytes, refuse_overwriting
from sxresearch.language import say, word
from sxresearch.language.numbers import figure
from sxresearch.monitoring.intake.words.cells import blank
from sxresearch.monitoring.ledger.judgements import (
    JUDGEMENT_COLUMNS,
    Judgement,
    Judgements,
    JudgementSource,
    checked_judgements,
    source_word,
)
from sxresearch.monitoring.ledger.kept_ledgers import KnownTargets
from sxresearch.monitoring.ledger.ledger_table import LedgerRow, ledger_rows
from sxresearch.monitoring.ledger.ledger_workbook import FilledBy, LedgerSheet, SheetColumn, ledger_bytes
from sxresearch.terms import Language, Status

_TO_FILL = ("source", "judgement", "chance", "role", "date", "reason", "evidence")
_NEEDED = ("region", "target", "source", "judgement", "role", "date", "reason", "evidence")


def write_judgement_sheet(asked: PeopleRequest, department: str, out: Path) -> Path:
    """Write the form: every measurable target of the regions (of one department), without the model's answer.

    Whoever judges should not lean on the model; the two meet afterwards.
    """
    refuse_overwriting([out], [*asked.parameters.read_paths, asked.judgements])
    found, language = judged_inputs(asked), asked.parameters.lang
    rows = [
        _row(member.name, row)
        for member in found.members
        for row in member.rows
        if not row.is_checklist and department in ("", department_of(row))
    ]
    if not rows:
        raise BadParameter.of("ledger-department-unknown", "", department=department)
    title = say("ledger-sheet-judgements", language)
    note = say("ledger-sheet-judgements-note", language)
    return publish_bytes(out, ledger_bytes(LedgerSheet(title, note, _columns(language), rows, language)))


def take_in_judgements(files: list[Path], place: LedgerPlace, plans: Path | None) -> str:
    """Add the judgements of filled forms to the ledger: of several files all or none. Gives where they are kept."""
    known = place_targets(plans)
    with place.changing() as store:
        kept = place.judgements(store, known)
        new = _filled_judgements(files, known, kept)
        place.add_judgements(store, kept, new)
    tell("cli-judgements-taken", count=str(len(new)))
    return str(place)


def _filled_judgements(files: list[Path], known: KnownTargets, kept: Judgements) -> list[Judgement]:
    found: list[Judgement] = []
    for path in files:
        filled = [row for row in ledger_rows(path, JUDGEMENT_COLUMNS, _NEEDED) if _is_filled(row)]
        if not filled:
            raise BadParameter.of("ledger-judgements-none", str(path))
        found += checked_judgements(filled, known.targets, known.register, replace(kept, rows=(*kept.rows, *found)))
    return found


def comparison_lines(asked: PeopleRequest) -> Iterator[str]:
    """How many judgements there are, each that differs, and the scores where outcomes are known."""
    found, language = judged_inputs(asked), asked.parameters.lang
    shown = published_verdicts(found.assessment, found.inputs, internal=asked.parameters.internal).verdicts
    rows = {(row.subject.region.code, row.place.target.id): row for member in found.members for row in member.rows}
    pairs = judgement_pairs(shown, found.inputs.judgements)
    differing = judgement_differences(shown, found.inputs.judgements)
    yield say("cli-judgements-counts", language, count=str(len(pairs)), differing=str(len(differing)))
    for pair in differing:
        row = rows[pair.judgement.region, pair.judgement.target]
        yield say(
            "cli-judgements-line",
            language,
            region=row.subject.region.title(language),
            target=row.title,
            model=f"{row.status_word} {row.probability}",
            judgement=JudgedTarget(row, pair.judgement).line,
        )
    for score in judgement_scores(found.inputs, found.inputs.judgements, asked.parameters.as_of):
        yield _score_line(score, language)


def _score_line(score: JudgementScore, language: Language) -> str:
    key = "cli-judgements-few" if score.too_few else "cli-judgements-score"
    return say(
        key,
        language,
        source=source_word(score.source, language),
        cases=str(len(score.cases)),
        hits=str(score.hits),
        brier=figure(score.brier, 3),
        beside=str(score.beside),
        theirs=figure(score.brier_beside, 3),
        model=figure(score.model_brier, 3),
    )


def _is_filled(row: LedgerRow) -> bool:
    return bool(row.error_cells) or any(not blank(row.cells.get(name)) for name in _TO_FILL)


def _row(region: str, row: TargetRow) -> dict[str, str]:
    return {
        "region": row.subject.region.code,
        "region_name": region,
        "target": row.place.target.id,
        "title": row.title,
        "aim": row.aim,
        "as_of": str(int(row.row.as_of)),
    }


def _columns(language: Language) -> tuple[SheetColumn, ...]:
    sources = tuple(source_word(source, language) for source in JudgementSource)
    answers = tuple(word("status", status, language) for status in Status)
    return (
        SheetColumn("region", FilledBy.FIXED, 9),
        SheetColumn("region_name", FilledBy.FIXED, 10),
        SheetColumn("target", FilledBy.FIXED, 28),
        SheetColumn("title", FilledBy.FIXED, 28),
        SheetColumn("aim", FilledBy.FIXED, 18),
        SheetColumn("source", FilledBy.CHOICE, 10, sources),
        SheetColumn("judgement", FilledBy.CHOICE, 14, answers),
        SheetColumn("chance", FilledBy.TEXT, 10),
        SheetColumn("role", FilledBy.TEXT, 18),
        SheetColumn("date", FilledBy.DAY, 12),
        SheetColumn("reason", FilledBy.TEXT, 40),
        SheetColumn("evidence", FilledBy.TEXT, 40),
        SheetColumn("as_of", FilledBy.FIXED, 10),
    )
