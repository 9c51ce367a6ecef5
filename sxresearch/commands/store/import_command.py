"""Take files into the monitoring store."""

from pathlib import Path
from typing import Annotated

import typer

from sxresearch.commands.shared import Plans, help_text
from sxresearch.commands.store.options import Store


def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help=help_text("import-files"))],
    store: Store = None,
    reported_at: Annotated[
        str, typer.Option("--reported-at", metavar="DATE", help=help_text("import-reported-at"))
    ] = "",
    reporter: Annotated[str, typer.Option("--reporter", metavar="NAME", help=help_text("import-reporter"))] = "",
    plans: Plans = None,
) -> None:
    """Take files into the monitoring store."""
    from sxresearch.commands.store.imported_files import take_in
    from sxresearch.commands.store.options import store_address
    from sxresearch.monitoring.store.report_import import ReportLabel

    take_in(files, store_address(store), ReportLabel(reporter, reported_at), plans)
