"""Replay past targets: what would have been said, without looking ahead."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.console import working
from sxresearch.commands.shared import help_text
from sxresearch.files import publish, refuse_held, refuse_overwriting


def replay(
    history: Annotated[Path, typer.Option("--history", metavar="FILE", help=help_text("replay-history"))],
    targets: Annotated[Path, typer.Option("--targets", metavar="FILE", help=help_text("replay-targets"))],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=help_text("replay-out"))],
) -> None:
    """Replay past targets: what would have been said, without looking ahead."""
    from sxresearch.assessment.track_record.replay import replay_files

    refuse_overwriting([out], [history, targets])
    refuse_held([out])
    with working("cli-replaying"):
        path = publish(out, lambda part: replay_files(history, targets, part))
    typer.echo(path)
