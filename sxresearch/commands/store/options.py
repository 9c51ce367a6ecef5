"""What the commands of the store share: its address, days, and how figures are named."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from sxresearch.commands.shared import help_text
from sxresearch.errors import BadParameter

if TYPE_CHECKING:
    from sxresearch.monitoring.store.address import StoreAddress

Store = Annotated[str | None, typer.Option("--store", metavar="ADDRESS", help=help_text("store-address"))]
Role = Annotated[str, typer.Option("--role", metavar="NAME", help=help_text("store-role"))]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=help_text("store-reason"))]
Day = Annotated[str, typer.Option("--date", metavar="DATE", help=help_text("store-date"))]
RegionCode = Annotated[str, typer.Argument(metavar="REGION", help=help_text("store-region"))]
IndicatorName = Annotated[str, typer.Argument(metavar="INDICATOR", help=help_text("store-indicator"))]
GroupName = Annotated[str, typer.Option("--group", metavar="GROUP", help=help_text("store-group"))]
Year = Annotated[int, typer.Argument(metavar="YEAR", help=help_text("store-year"))]


def store_address(text: str | None) -> "StoreAddress":
    """The store that is meant: the embedded one where none is named."""
    from sxresearch.monitoring.store.address import StoreAddress

    return StoreAddress.of(text) if text else StoreAddress.default()


def day(text: str | None, option: str) -> date | None:
    """The day that is meant; none where none is given.

    Raises
    ------
    BadParameter
        If it is written in another way.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadParameter.of("store-day", "", option=option, found=str(text)) from None
