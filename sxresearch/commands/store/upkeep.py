"""Looking after a store: its tables, what goes out of it and comes in, and what is open in it."""

from datetime import date
from pathlib import Path

import pandas as pd
import typer

from sxresearch.assessment.inputs import load_register
from sxresearch.batch.verdict_files import check_table_path, write_table
from sxresearch.commands.console import both, tell, working
from sxresearch.errors import EXIT_DONE_WITH_FAILURES
from sxresearch.files import refuse_overwriting
from sxresearch.language import word
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.store.address import StoreAddress, is_address
from sxresearch.monitoring.store.conflicts import Statement, conflicts
from sxresearch.monitoring.store.connection import reading, writing
from sxresearch.monitoring.store.decisions import DecisionKind, decisions_known
from sxresearch.monitoring.store.exchange import bundle, merge
from sxresearch.monitoring.store.export import export_observations
from sxresearch.monitoring.store.levels import levels_compared
from sxresearch.monitoring.store.recording import own_origin
from sxresearch.monitoring.store.reports import checked_text
from sxresearch.monitoring.store.verification import verify
from sxresearch.monitoring.store.versions import version_of
from sxresearch.monitoring.store.view import view_of
from sxresearch.terms import Language

_SHOWN = 8


def bring_forwards(address: StoreAddress, name: str) -> None:
    """Make the tables of a store or bring them to the newest version; with a ``name``, call it so."""
    called = checked_text(name, "--name")
    with writing(address, migrating=True) as connection:
        own_origin(connection, called)
        version = version_of(connection)
    tell("cli-store-ready", store=str(address), version=version)


def write_observations(address: StoreAddress, out: Path, known_on: date | None) -> Path:
    """Write the observation table."""
    refuse_overwriting([out], [address.path])
    with working("cli-reading-store"):
        rows = export_observations(address, out, known_on)
    tell("cli-store-exported", rows=str(rows))
    return out


def hold_to_originals(address: StoreAddress) -> None:
    """Tell every stored figure that is not what its cell says.

    Raises
    ------
    typer.Exit
        With the code for failures if there is one.
    """
    register = load_register()
    with working("cli-verifying"), reading(address) as connection:
        found = verify(connection, register)
    for item in found.deviating:
        place = ", ".join(filter(None, (item.file, item.sheet, item.cell)))
        figure = _in_words(*item.figure, register)
        tell("cli-store-deviating", figure=figure, place=place, stored=f"{item.stored:g}", read=f"{item.read:g}")
    tell(
        "cli-store-verified", originals=str(found.originals), figures=str(found.figures), off=str(len(found.deviating))
    )
    if found.deviating:
        raise typer.Exit(EXIT_DONE_WITH_FAILURES)


def write_bundle(address: StoreAddress, out: Path) -> Path:
    """Write all of a store into a file."""
    refuse_overwriting([out], [address.path])
    with working("cli-reading-store"):
        return bundle(address, out)


def take_in_store(source: str, address: StoreAddress) -> None:
    """Add what another store has recorded, and tell on what the two disagree."""
    other = StoreAddress.of(source) if is_address(source) else StoreAddress.of_file(Path(source))
    with working("cli-importing"):
        merged = merge(other, address, load_register())
    counts = {"reports": merged.reports, "figures": merged.figures, "decisions": merged.decisions}
    counts["entries"] = merged.entries
    tell("cli-store-merged", **{name: str(count) for name, count in counts.items()})
    show_open_matters(address)


def show_open_matters(address: StoreAddress) -> None:
    """Print questions without an answer, and figures on which stores disagree with what each of them has."""
    register = load_register()
    with reading(address) as connection:
        decisions, disagreeing = decisions_known(connection), conflicts(connection)
    answered = set(decisions.loc[decisions["kind"] == DecisionKind.ANSWER, "about"])
    for row in decisions[decisions["kind"] == DecisionKind.ASK].to_dict("records"):
        if row["uid"] not in answered:
            figure = _in_words(row["region"], row["indicator"], row["group"], row["year"], register)
            named = {name: row[name] for name in ("role", "date", "reason")}
            typer.echo(both("cli-store-question", question=row["uid"][:_SHOWN], figure=figure, **named))
    for item in disagreeing:
        key = item.key
        figure = _in_words(key.region, key.indicator, key.group, key.year, register)
        sides = {"chosen": _side(item.chosen), "other": _side(item.other)}
        typer.echo(both("cli-store-conflict", figure=figure, **sides))


def write_comparison(address: StoreAddress, region: str, out: Path, known_on: date | None) -> Path:
    """Write the table of a region's own figures beside those of its parts."""
    check_table_path(out)
    register = load_register()
    with working("cli-reading-store"), reading(address) as connection:
        table = view_of(connection, known_on).table
    compared = levels_compared(table, region, register)
    agreeing = int(compared["agrees"].sum())
    tell("cli-store-compared", figures=str(len(compared)), agreeing=str(agreeing))
    return write_table(pd.DataFrame(compared), out)


def _in_words(region: str, indicator: str, group: str, year: int, register: Register) -> str:
    named = register.regions[region].name, register.indicators[indicator].name.zh, word("group", group, Language.ZH)
    return " ".join((*named, str(year)))


def _side(statement: Statement) -> str:
    place = ", ".join(filter(None, (statement.file, statement.sheet, statement.cell)))
    return f"{statement.value:g} ({' + '.join(statement.origins)}; {place})"
