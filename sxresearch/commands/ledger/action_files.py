"""Action lists as files: out as a workbook made from the warning lists, back in, and what has moved since."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sxresearch.assessment.ledger.action_progress import ActionProgress, action_progress
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.commands.console import tell
from sxresearch.commands.ledger.ledger_places import LedgerPlace, place_targets
from sxresearch.commands.ledger.people_inputs import PeopleRequest, judged_inputs
from sxresearch.files import publish_bytes, refuse_overwriting
from sxresearch.language import say, word
from sxresearch.language.numbers import MISSING, percent
from sxresearch.monitoring.ledger.actions import Action, ActionState, state_word
from sxresearch.monitoring.ledger.ledger_workbook import FilledBy, LedgerSheet, SheetColumn, ledger_bytes
from sxresearch.monitoring.ledger.returned_actions import read_returned
from sxresearch.terms import Flag, Language


def write_action_sheet(asked: PeopleRequest, out: Path) -> Path:
    """Write the action list: every warned target with its actions, and a blank row where nothing is agreed yet."""
    refuse_overwriting([out], [*asked.parameters.read_paths, asked.actions])
    found, language = judged_inputs(asked), asked.parameters.lang
    rows = [line for member in found.members for row in member.rows for line in _rows(member.name, row)]
    title = say("ledger-sheet-actions", language)
    sheet = LedgerSheet(title, say("ledger-sheet-actions-note", language), _columns(language), rows, language)
    return publish_bytes(out, ledger_bytes(sheet))


def take_in_actions(files: list[Path], place: LedgerPlace, plans: Path | None, today: date | None) -> str:
    """Add what edited lists say to the ledger: of several files all or none. Gives where it is kept."""
    known = place_targets(plans)
    new = moved = unchanged = 0
    with place.changing() as store:
        before = kept = place.actions(store, known)
        for path in files:
            returned = read_returned(path, kept, known.targets, known.register, today or date.today())
            kept = returned.added_to(kept)
            new, moved = new + len(returned.new), moved + len(returned.moved)
            unchanged += returned.unchanged
        place.add_actions(store, before, kept)
    tell("cli-actions-taken", new=str(new), moved=str(moved), unchanged=str(unchanged))
    return str(place)


def progress_lines(asked: PeopleRequest, today: date | None) -> Iterator[str]:
    """A line for each action of the regions: how it stands, and the model's answer then and now."""
    found, language = judged_inputs(asked), asked.parameters.lang
    shown = published_verdicts(found.assessment, found.inputs, internal=asked.parameters.internal)
    titles = {(row.subject.region.code, row.place.target.id): row for member in found.members for row in member.rows}
    places = action_progress(shown.verdicts, found.inputs.actions, today or date.today())
    mine = [item for item in places if (item.now.region, item.now.target) in titles]
    if not mine:
        yield say("cli-actions-none", language)
    for item in mine:
        yield _line(item, titles[item.now.region, item.now.target], language)


def _line(item: ActionProgress, row: TargetRow, language: Language) -> str:
    state = state_word(item.now.state, language)
    if item.moved and item.before is not None and item.before.state is not item.now.state:
        state = say("cli-actions-moved", language, before=state_word(item.before.state, language), now=state)
    if item.overdue:
        state = say("cli-actions-overdue", language, state=state)
    then = word("status", item.first.status_then, language) if item.first.status_then else MISSING
    return say(
        "cli-actions-line",
        language,
        number=item.now.number,
        region=row.subject.region.title(language),
        target=row.title,
        action=item.now.action,
        who=item.now.who,
        due=item.now.due.isoformat(),
        state=state,
        then=f"{then} {percent(item.first.chance_then)}",
        now=f"{row.status_word} {row.probability}",
    )


def _rows(region: str, row: TargetRow) -> Iterator[dict[str, str]]:
    """The actions on a target; a blank row for a warned one without any that is open."""
    actions = row.subject.inputs.actions.of(row.subject.region.code, row.place.target.id)
    answer = f"{row.status_word} {row.probability}"
    fixed = {
        "region": row.subject.region.code,
        "region_name": region,
        "target": row.place.target.id,
        "title": row.title,
        "aim": row.aim,
        "answer": answer,
    }
    for action in actions:
        yield {**fixed, **_agreed(action, row.subject.language)}
    if not actions and row.flag is not Flag.NONE:
        yield {
            **fixed,
            "status_then": row.status.value,
            "chance_then": "" if row.p is None else f"{100 * row.p:.2f}%",
            "as_of_then": str(int(row.row.as_of)),
        }


def _agreed(action: Action, language: Language) -> dict[str, str]:
    return {
        "number": action.number,
        "action": action.action,
        "who": action.who,
        "due": action.due.isoformat(),
        "state": state_word(action.state, language),
        "note": action.note,
        "status_then": action.status_then.value if action.status_then else "",
        "chance_then": "" if action.chance_then is None else f"{100 * action.chance_then:.2f}%",
        "as_of_then": "" if action.as_of_then is None else str(action.as_of_then),
    }


def _columns(language: Language) -> tuple[SheetColumn, ...]:
    states = tuple(state_word(state, language) for state in ActionState)
    return (
        SheetColumn("number", FilledBy.FIXED, 8),
        SheetColumn("region", FilledBy.FIXED, 9),
        SheetColumn("region_name", FilledBy.FIXED, 10),
        SheetColumn("target", FilledBy.FIXED, 26),
        SheetColumn("title", FilledBy.FIXED, 26),
        SheetColumn("aim", FilledBy.FIXED, 18),
        SheetColumn("answer", FilledBy.FIXED, 16),
        SheetColumn("action", FilledBy.TEXT, 36),
        SheetColumn("who", FilledBy.TEXT, 16),
        SheetColumn("due", FilledBy.DAY, 12),
        SheetColumn("state", FilledBy.CHOICE, 10, states),
        SheetColumn("note", FilledBy.TEXT, 20),
        SheetColumn("status_then", FilledBy.FIXED, 14),
        SheetColumn("chance_then", FilledBy.FIXED, 10),
        SheetColumn("as_of_then", FilledBy.FIXED, 10),
    )
